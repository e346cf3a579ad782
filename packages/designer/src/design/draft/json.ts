/** Any JSON value, never changed in place. A draft is one: it may be unfinished or wrong. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The keys of a JSON pointer; `''` is the whole document and has none. */
export const keysOf = (at: string): readonly string[] =>
  at === ''
    ? []
    : at
        .slice(1)
        .split('/')
        .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The pointer of the list or object that holds the place. */
export const parentOf = (at: string): string => at.slice(0, Math.max(0, at.lastIndexOf('/')));

/** The last key of a pointer as a place in a list; -1 when it is none. */
export const indexOf = (at: string): number => {
  const last = keysOf(at).at(-1) ?? '';
  return /^\d+$/.test(last) ? Number(last) : -1;
};

/** True when `at` is the place itself or lies inside it. */
export const isWithin = (place: string, at: string): boolean => at === place || at.startsWith(`${place}/`);

const step = (value: Json | undefined, key: string): Json | undefined => {
  if (isList(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

/** The value at a place, `undefined` when there is none. */
export const valueAt = (document: Json, at: string): Json | undefined => keysOf(at).reduce<Json | undefined>(step, document);

/** A list at a place; empty when there is none or something else stands there. */
export const listAt = (document: Json, at: string): readonly Json[] => {
  const value = valueAt(document, at);
  return isList(value) ? value : [];
};

/** A text member of an object; empty when it has none. */
export const textOf = (value: Json | undefined, key: string): string => {
  const text = isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
};

/** A list of texts that is a member of an object; other members of the list are left out. */
export const textsOf = (value: Json | undefined, key: string): readonly string[] => {
  const list = isObject(value) ? value[key] : undefined;
  return isList(list) ? list.filter((item) => typeof item === 'string') : [];
};

/** Equal as JSON: keys in any order. */
export const isEqual = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
};

const place = (holder: Json, key: string, rest: readonly string[], change: (old: Json | undefined) => Json): Json => {
  const inner = (old: Json | undefined): Json => {
    const [next, ...others] = rest;
    return next === undefined ? change(old) : place(old ?? {}, next, others, change);
  };
  if (isList(holder)) return holder.map((item, i) => (i === Number(key) ? inner(item) : item));
  const object = isObject(holder) ? holder : {};
  return { ...object, [key]: inner(object[key]) };
};

/**
 * The document with the value at a place replaced; everything off the way to it stays the same object. Objects on
 * the way that do not exist yet are made; list places beyond the end change nothing.
 */
export const changedAt = (document: Json, at: string, change: (old: Json | undefined) => Json): Json => {
  const [first, ...rest] = keysOf(at);
  return first === undefined ? change(document) : place(document, first, rest, change);
};
