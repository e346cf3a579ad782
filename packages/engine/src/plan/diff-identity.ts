import type { Shape } from './shape.ts';

/** What tells a thing of a list apart from the others: its name, or what it is for. One text for each identity key. */
export type Identity = readonly string[];

export type Written = Readonly<Record<string, unknown>>;

/** True for an object of JSON. */
export const isWritten = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list, in order; none for anything that is no list. */
export const writtenIn = (value: unknown): readonly Written[] => (Array.isArray(value) ? value.filter(isWritten) : []);

/** True exactly when the canonical texts of two JSON values are the same. */
export const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (!isWritten(a) || !isWritten(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
};

/** The shape of a key; undefined for one the plan format does not have. */
export const inside = (shape: Shape | undefined, key: string): Shape | undefined =>
  shape?.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;

const isSmall = (shape: Shape): boolean =>
  shape.ref !== undefined || shape.coarse === true || (shape.anyOf?.every((one) => one.const !== undefined) ?? false);

/**
 * The keys by which things of a list are matched: the name where they have one, the title, else everything that says
 * what they are for: names referred to, choices, coarse days. None for lists of plain values.
 */
export const identityKeys = (items: Shape | undefined): readonly string[] => {
  const properties = items?.properties ?? {};
  const given = ['name', 'title', 'word', 'post'].find((key) => Object.hasOwn(properties, key));
  return given === undefined ? Object.keys(properties).filter((key) => properties[key] && isSmall(properties[key])) : [given];
};

/** The identity of one thing; undefined when a key holds something other than text. */
export const identityOf = (items: Shape | undefined, value: unknown): Identity | undefined => {
  const keys = identityKeys(items);
  if (!isWritten(value) || keys.length === 0) return undefined;
  const texts = keys.map((key) => (Object.hasOwn(value, key) ? value[key] : ''));
  return texts.every((text): text is string => typeof text === 'string') ? texts : undefined;
};

/** One text for an identity, equal exactly when the identities are. */
export const keyOf = (identity: Identity): string => JSON.stringify(identity);

/** The identities of a whole list; undefined when not all its things can be told apart. */
export const identities = (items: Shape | undefined, list: readonly unknown[]): readonly Identity[] | undefined => {
  const found = list.flatMap((value) => {
    const identity = identityOf(items, value);
    return identity ? [identity] : [];
  });
  return found.length === list.length && new Set(found.map(keyOf)).size === list.length ? found : undefined;
};
