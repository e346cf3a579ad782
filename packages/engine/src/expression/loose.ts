import { type Budget, limitedList, limitedText, overLimit, type Value } from './careful.ts';
import { partOfText } from './careful-calls.ts';

/** A JSON value as the compatible mode handles it. */
export type Loose = null | boolean | number | string | readonly Loose[] | { readonly [key: string]: Loose };

type LooseCall = (args: readonly Loose[], budget: Budget) => Loose | Value;

/** What counts as true in JsonLogic: not null, false, 0, an empty text or an empty list. */
export const truthy = (value: Loose): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

const isScalar = (value: Loose): value is boolean | number | string | null => typeof value !== 'object' || value === null;

/** A list or an object is no number. */
const number = (value: Loose | undefined): number => (value === undefined || !isScalar(value) ? Number.NaN : Number(value));

const parsed = (value: Loose): number => (typeof value === 'number' ? value : Number.parseFloat(String(value)));

/** Infinite and undefined results do not exist in JSON. */
const finite = (value: number): Loose => (Number.isFinite(value) ? value : null);

const text = (value: Loose): string => {
  if (value === null) return '';
  if (isScalar(value)) return String(value);
  return Array.isArray(value) ? value.map((each: Loose) => (isScalar(each) && each !== null ? String(each) : '')).join(',') : '';
};

const looselyEqual = (a: Loose, b: Loose): boolean => {
  if (!isScalar(a) || !isScalar(b)) return false;
  if (a === null || b === null) return a === b;
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
};

const below = (a: Loose, b: Loose): boolean => (typeof a === 'string' && typeof b === 'string' ? a < b : number(a) < number(b));
const atMost = (a: Loose, b: Loose): boolean => (typeof a === 'string' && typeof b === 'string' ? a <= b : number(a) <= number(b));

const between =
  (compare: (a: Loose, b: Loose) => boolean): LooseCall =>
  ([a = null, b = null, c]) =>
    compare(a, b) && (c === undefined || compare(b, c));

/** Own data only: a dotted path through objects and the numbered elements of lists. */
export const reach = (data: Loose, path: Loose, otherwise: Loose): Loose => {
  if (path === null || path === undefined || path === '') return data;
  let at: Loose = data;
  for (const key of text(path).split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return otherwise;
    if (Array.isArray(at) && !/^\d+$/.test(key)) return otherwise;
    at = (at as Readonly<Record<string, Loose>>)[key] ?? null;
  }
  return at;
};

const absent = (data: Loose, keys: readonly Loose[]): readonly Loose[] =>
  keys.filter((key) => {
    const value = reach(data, key, null);
    return value === null || value === '';
  });

const among: LooseCall = ([what = null, home = null], budget) => {
  if (Array.isArray(home)) {
    budget.left -= home.length;
    return home.includes(what);
  }
  if (typeof home !== 'string') return false;
  const part = text(what);
  budget.left -= Math.ceil((home.length * part.length) / 4096);
  return budget.left < 0 ? (overLimit as Value) : home.includes(part);
};

const folded = (values: readonly Loose[], fold: (a: number, b: number) => number): Loose => finite(values.map(parsed).reduce(fold));

/** The plain operators of JsonLogic with the coercions of its first implementation. The first argument is the data. */
export const looseCalls: Readonly<Record<string, (data: Loose, args: readonly Loose[], budget: Budget) => Loose | Value>> = {
  var: (data, [path = null, otherwise = null]) => reach(data, path, otherwise),
  missing: (data, args) => absent(data, Array.isArray(args[0]) ? args[0] : args),
  missing_some: (data, [need = null, options = null]) => {
    const keys = Array.isArray(options) ? (options as readonly Loose[]) : [];
    const gone = absent(data, keys);
    return keys.length - gone.length >= number(need) ? [] : gone;
  },
  '!': (_, [a = null]) => !truthy(a),
  '!!': (_, [a = null]) => truthy(a),
  '==': (_, [a = null, b = null]) => looselyEqual(a, b),
  '===': (_, [a = null, b = null]) => a === b,
  '!=': (_, [a = null, b = null]) => !looselyEqual(a, b),
  '!==': (_, [a = null, b = null]) => a !== b,
  '<': (_, args, budget) => between(below)(args, budget),
  '<=': (_, args, budget) => between(atMost)(args, budget),
  '>': (_, [a = null, b = null]) => below(b, a),
  '>=': (_, [a = null, b = null]) => atMost(b, a),
  '+': (_, args) => (args.length ? folded(args, (a, b) => a + b) : 0),
  '*': (_, args) => (args.length ? folded(args, (a, b) => a * b) : null),
  '-': (_, [a = null, b]) => finite(b === undefined ? -number(a) : number(a) - number(b)),
  '/': (_, [a = null, b = null]) => finite(number(a) / number(b)),
  '%': (_, [a = null, b = null]) => finite(number(a) % number(b)),
  min: (_, args) => finite(Math.min(...args.map(number))),
  max: (_, args) => finite(Math.max(...args.map(number))),
  in: (_, args, budget) => among(args, budget),
  cat: (_, args, budget) => limitedText(args.map(text).join(''), budget) as Loose | Value,
  substr: (_, [source = null, start = null, length], budget) =>
    limitedText(
      partOfText(
        text(source),
        Math.trunc(number(start)) || 0,
        length === undefined || length === null ? undefined : Math.trunc(number(length)) || 0,
      ),
      budget,
    ),
  merge: (_, args, budget) =>
    limitedList(
      args.flatMap((each) => (Array.isArray(each) ? (each as Value[]) : [each as Value])),
      budget,
    ),
};
