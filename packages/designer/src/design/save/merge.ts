import { isEqual, isList, isObject, type Json, type JsonObject, textOf } from '../draft/json.ts';

/** Two changed copies of one plan put together, and the places where both changed the same thing differently. */
export interface Merged {
  readonly plan: Json;
  readonly conflicts: readonly Disputed[];
}

/** A place by its keys and, in lists of named things, by their names. */
export type Disputed = readonly string[];

type Maybe = Json | undefined;
type Sides = readonly [base: Maybe, mine: Maybe, theirs: Maybe];

const nameOf = (value: Json): string => textOf(value, 'name') || textOf(value, 'title');

/** The entries of a list by name; `undefined` unless all have names and no two the same. */
const byName = (value: Maybe): ReadonlyMap<string, Json> | undefined => {
  if (!isList(value)) return undefined;
  const map = new Map(value.map((item) => [nameOf(item), item]));
  return map.size === value.length && !map.has('') ? map : undefined;
};

const mergeObjects = ([base, mine, theirs]: readonly [JsonObject, JsonObject, JsonObject], at: Disputed, conflicts: Disputed[]): Json => {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = mergeAt([base[key], mine[key], theirs[key]], [...at, key], conflicts);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
};

/** Mine in my order, with what they added behind it; what either took away and the other left alone is gone. */
const mergeLists = (
  sides: readonly [ReadonlyMap<string, Json>, ReadonlyMap<string, Json>, ReadonlyMap<string, Json>],
  at: Disputed,
  conflicts: Disputed[],
): Json => {
  const [base, mine, theirs] = sides;
  const names = [...mine.keys(), ...[...theirs.keys()].filter((name) => !mine.has(name))];
  return names.flatMap((name) => mergeAt([base.get(name), mine.get(name), theirs.get(name)], [...at, name], conflicts) ?? []);
};

const mergeAt = ([base, mine, theirs]: Sides, at: Disputed, conflicts: Disputed[]): Maybe => {
  if (isEqual(mine, theirs) || isEqual(base, theirs)) return mine;
  if (isEqual(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) return mergeObjects([isObject(base) ? base : {}, mine, theirs], at, conflicts);
  const [was, here, there] = [byName(base) ?? new Map<string, Json>(), byName(mine), byName(theirs)];
  if (here && there) return mergeLists([was, here, there], at, conflicts);
  conflicts.push(at);
  return mine;
};

/**
 * Merges what two people did to the same plan. Clauses are the same when they have the same name. Where both changed
 * the same thing differently, mine stands and the place is listed.
 */
export const merge = (base: Json, mine: Json, theirs: Json): Merged => {
  const conflicts: Disputed[] = [];
  return { plan: mergeAt([base, mine, theirs], [], conflicts) ?? mine, conflicts };
};
