/**
 * What kind of value a name or a part of a rule has. A number has a fixed count of decimals and exact bounds, kept in
 * whole units of its last decimal: `94.5` with one decimal is `945`. A choice is a text out of a closed list.
 */
export type Type = BooleanType | NumberType | RatioType | TextType | ChoiceType | DayType | ListType | RowType | NothingType | UnreadType;

export interface BooleanType {
  readonly kind: 'boolean';
}

/** `low` and `high` are inclusive, in units of the last decimal; at ±2^53 or beyond they are only approximate. */
export interface NumberType {
  readonly kind: 'number';
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
}

/** A division not yet rounded: it can be compared, multiplied or rounded, nothing else. */
export interface RatioType {
  readonly kind: 'ratio';
  readonly over: NumberType;
  readonly under: NumberType;
}

/** Running text of at most `longest` characters (UTF-16 units). */
export interface TextType {
  readonly kind: 'text';
  readonly longest: number;
}

export interface ChoiceType {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}

export interface DayType {
  readonly kind: 'day';
}

/** A list of at most `most` elements of one type. */
export interface ListType {
  readonly kind: 'list';
  readonly of: Type;
  readonly most: number;
}

/** An element with named fields, such as one row of a table on a form. */
export interface RowType {
  readonly kind: 'row';
  readonly fields: ReadonlyMap<string, Type>;
}

/** The element type of an empty list: fits every other type. */
export interface NothingType {
  readonly kind: 'nothing';
}

/** The type of a part that has a problem already reported; nothing further is said about it. */
export interface UnreadType {
  readonly kind: 'unread';
}

/** Most elements a list may have, most characters a text may have. */
export const limits = { elements: 10_000, characters: 65_536 } as const;

/** Magnitudes below this are exact in a double. */
export const exactBelow = 2 ** 53;

export const booleanType: BooleanType = { kind: 'boolean' };
export const dayType: DayType = { kind: 'day' };
export const nothing: NothingType = { kind: 'nothing' };
export const unread: UnreadType = { kind: 'unread' };
export const textType = (longest = 2000): TextType => ({ kind: 'text', longest });
export const choiceType = (choices: readonly string[]): ChoiceType => ({ kind: 'choice', choices });
export const listType = (of: Type, most = 200): ListType => ({ kind: 'list', of, most });
export const rowType = (fields: Readonly<Record<string, Type>>): RowType => ({ kind: 'row', fields: new Map(Object.entries(fields)) });

/** A number from `least` to `most`, both as written, with a fixed count of decimals. */
export const numberType = (decimals: number, least: number, most: number): NumberType => ({
  kind: 'number',
  decimals,
  low: Math.round(least * 10 ** decimals),
  high: Math.round(most * 10 ** decimals),
});

/** The same number written with more decimals. */
export const finer = (type: NumberType, decimals: number): NumberType => {
  if (type.decimals === decimals) return type;
  const factor = 10 ** (decimals - type.decimals);
  return { kind: 'number', decimals, low: type.low * factor, high: type.high * factor };
};

/** The narrowest number that holds both. */
const widerNumber = (a: NumberType, b: NumberType): NumberType => {
  const decimals = Math.max(a.decimals, b.decimals);
  const x = finer(a, decimals);
  const y = finer(b, decimals);
  return { kind: 'number', decimals, low: Math.min(x.low, y.low), high: Math.max(x.high, y.high) };
};

const textLength = (type: TextType | ChoiceType): number =>
  type.kind === 'text' ? type.longest : type.choices.reduce((longest, choice) => Math.max(longest, choice.length), 0);

/** The narrowest type that holds both, or `undefined` when they are of different kinds. */
export const join = (a: Type, b: Type): Type | undefined => {
  if (a === b || b.kind === 'nothing' || a.kind === 'unread') return a;
  if (a.kind === 'nothing' || b.kind === 'unread') return b;
  if (a.kind === 'number' && b.kind === 'number') return widerNumber(a, b);
  if (a.kind === 'choice' && b.kind === 'choice') return choiceType([...new Set([...a.choices, ...b.choices])]);
  if ((a.kind === 'text' || a.kind === 'choice') && (b.kind === 'text' || b.kind === 'choice'))
    return textType(Math.max(textLength(a), textLength(b)));
  if (a.kind === 'list' && b.kind === 'list') {
    const of = join(a.of, b.of);
    return of && listType(of, Math.max(a.most, b.most));
  }
  return a.kind === b.kind && (a.kind === 'boolean' || a.kind === 'day') ? a : undefined;
};

/** True for a text or a choice. */
export const isText = (type: Type): type is TextType | ChoiceType => type.kind === 'text' || type.kind === 'choice';

/** True when every value of the number is exact in a double. */
export const isExact = (type: NumberType): boolean => type.low > -exactBelow && type.high < exactBelow;
