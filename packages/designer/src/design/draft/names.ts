import type { NamedKind, RefKind } from '@xiuhua/engine';
import { isList, isObject, type Json, textsOf } from './json.ts';
import { planSchema, type Schema } from './schema.ts';

/** A name the plan declares, and by what else the thing is known. */
export interface KnownName {
  readonly name: string;
  readonly also: readonly string[];
}

type Found = Map<NamedKind, KnownName[]>;

const note = (found: Found, kind: NamedKind, holder: Json): void => {
  if (!isObject(holder) || typeof holder.name !== 'string' || holder.name === '') return;
  const names = found.get(kind) ?? [];
  names.push({ name: holder.name, also: [...textsOf(holder, 'aliases'), ...textsOf(holder, 'formerly')] });
  found.set(kind, names);
};

const collect = (schema: Schema, value: Json | undefined, found: Found): void => {
  if (isList(value)) {
    for (const item of value) if (schema.items) collect(schema.items, item, found);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    if (inner.declares) note(found, inner.declares, value);
    else if (inner.properties || inner.items) collect(inner, value[key], found);
  }
};

const cache = new WeakMap<object, ReadonlyMap<NamedKind, readonly KnownName[]>>();

/** Every name the plan declares, by kind, in the order of the document. Remembered for as long as the plan is. */
export const namesOf = (plan: Json): ReadonlyMap<NamedKind, readonly KnownName[]> => {
  if (!isObject(plan)) return new Map();
  const known = cache.get(plan);
  if (known) return known;
  const found: Found = new Map();
  collect(planSchema, plan, found);
  cache.set(plan, found);
  return found;
};

/** The names a reference of this kind may use; a party is a group or a unit. */
export const namesFor = (plan: Json, kind: RefKind): readonly KnownName[] => {
  const names = namesOf(plan);
  return kind === 'party' ? [...(names.get('group') ?? []), ...(names.get('unit') ?? [])] : (names.get(kind) ?? []);
};

/** A name that is not taken yet: the wish itself, or the wish with the first free number behind it. */
export const freeName = (plan: Json, kind: NamedKind, wish: string): string => {
  const taken = new Set((namesOf(plan).get(kind) ?? []).flatMap((n) => [n.name, ...n.also]));
  if (!taken.has(wish)) return wish;
  let n = 2;
  while (taken.has(`${wish}${n}`)) n++;
  return `${wish}${n}`;
};
