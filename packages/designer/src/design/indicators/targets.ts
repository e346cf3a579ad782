import { readTarget, type TargetPhrase, writeTarget } from '@xiuhua/engine';
import { isObject, type Json, listAt, textOf } from '../draft/json.ts';

/** A cell of the table: the target of an indicator for a year, and how it is written there. */
export interface TargetCell {
  /** Its place among the indicator's targets; -1 when there is none for the year. */
  readonly index: number;
  readonly text: string;
  /** True when the cell cannot hold all the plan says for the year: several targets, or a change from the baseline. */
  readonly fixed: boolean;
}

/** Keys that limit a target to a part; the table shows those of the whole. */
const scopes = ['area', 'class', 'grade', 'each'];

const isWhole = (target: Json): boolean => isObject(target) && scopes.every((key) => target[key] === undefined);
const yearOf = (target: Json): string => textOf(target, 'due').slice(0, 4);

/** The years in which targets of the plan are due, in order. */
export const yearsOf = (indicators: readonly Json[]): readonly string[] =>
  [...new Set(indicators.flatMap((indicator) => listAt(indicator, '/targets').map(yearOf)))].filter(Boolean).sort();

const signs = { 'at least': '≥', 'at most': '≤', exactly: '=' } as const;

/** A target as the table writes it: ≥ 95, ≤ 9.5, 5–8, ≥ 1:3. */
export const showTarget = (phrase: string): string => {
  const target = readTarget(phrase);
  switch (target?.kind) {
    case 'value':
      return `${signs[target.comparator]} ${target.value}`;
    case 'range':
      return `${target.low}–${target.high}`;
    case 'ratio':
      return `${signs[target.comparator]} ${target.left}:${target.right}`;
    default:
      return phrase;
  }
};

/** The cell of an indicator for a year; `''` is the target without a day. */
export const cellFor = (indicator: Json, year: string): TargetCell => {
  const found = listAt(indicator, '/targets').flatMap((target, index) =>
    isWhole(target) && yearOf(target) === year ? [{ target, index }] : [],
  );
  const [first] = found;
  if (!first) return { index: -1, text: '', fixed: false };
  const phrase = textOf(first.target, 'target');
  const read = readTarget(phrase);
  return { index: first.index, text: showTarget(phrase), fixed: found.length > 1 || read === undefined || read.kind === 'change' };
};

const comparatorOf = (sign: string): 'at least' | 'at most' | 'exactly' | undefined => {
  if (/^(≥|>=|不低于|不少于|至少|达到)$/.test(sign)) return 'at least';
  if (/^(≤|<=|不高于|不超过|至多|以内)$/.test(sign)) return 'at most';
  return /^(=|等于)$/.test(sign) ? 'exactly' : undefined;
};

const n = '(\\d{1,10}(?:\\.\\d{1,6})?)';

/**
 * Reads what a person types into a cell: `≥95`, `不高于 9`, `5-8`, `≥1:3`, or a number alone, which keeps the
 * comparison of `like`. `undefined` when it is none of these.
 */
export const readCell = (typed: string, like: string): string | undefined => {
  const text = typed.replaceAll(/\s|%|％/g, '').replace('：', ':');
  const range = new RegExp(`^${n}(?:-|–|—|~|～|至|到)${n}$`).exec(text);
  if (range) return writeTarget({ kind: 'range', low: Number(range[1]), high: Number(range[2]) });
  const parts = new RegExp(`^(\\D*?)${n}(?::${n})?$`).exec(text);
  if (!parts) return undefined;
  const old = readTarget(like);
  const comparator = parts[1] ? comparatorOf(parts[1]) : old && 'comparator' in old ? old.comparator : 'at least';
  if (!comparator) return undefined;
  return writeTarget(
    parts[3] === undefined
      ? { kind: 'value', comparator, value: Number(parts[2]) }
      : { kind: 'ratio', comparator, left: Number(parts[2]), right: Number(parts[3]) },
  );
};

/** A point of a target path: the year, and the bound there. */
export interface PathPoint {
  readonly year: number;
  readonly value: number;
  readonly kind: 'baseline' | 'target';
}

const boundOf = (target: TargetPhrase | undefined): number | undefined => {
  if (target?.kind === 'value') return target.value;
  if (target?.kind === 'range') return (target.low + target.high) / 2;
  return target?.kind === 'ratio' ? target.left / target.right : undefined;
};

/** The path an indicator has to take: from its baseline through the targets of the whole, in order of time. */
export const pathOf = (indicator: Json): readonly PathPoint[] => {
  const baseline = isObject(indicator) && isObject(indicator.baseline) ? indicator.baseline : {};
  const from: PathPoint[] =
    typeof baseline.value === 'number'
      ? [{ year: Number(textOf(baseline, 'day').slice(0, 4)), value: baseline.value, kind: 'baseline' }]
      : [];
  const to = listAt(indicator, '/targets').flatMap((target): PathPoint[] => {
    const value = isWhole(target) ? boundOf(readTarget(textOf(target, 'target'))) : undefined;
    const year = Number(yearOf(target));
    return value === undefined || !year ? [] : [{ year, value, kind: 'target' }];
  });
  return [...from, ...to].filter(({ year }) => year > 0).sort((a, b) => a.year - b.year);
};
