import type { NamedKind, RefKind } from '@xiuhua/engine';
import { isList, isObject, type Json, textsOf } from './json.ts';
import { planSchema, type Schema } from './schema.ts';

/** A name the plan declares, and by what else the thing is known. */
export interface KnownName {
  readonly name: string;
  readonly also: readonly string[];
}

type Names = ReadonlyMap<NamedKind, readonly KnownName[]>;

const collect = (schema: Schema, value: Json | undefined, found: Map<NamedKind, KnownName[]>): void => {
  if (isList(value)) {
    for (const item of value) if (schema.items) collect(schema.items, item, found);
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const held = value[key];
    if (inner.declares && typeof held === 'string' && held !== '') {
      const also = [...textsOf(value, 'aliases'), ...textsOf(value, 'formerly')];
      const names = found.get(inner.declares) ?? [];
      names.push({ name: held, also });
      found.set(inner.declares, names);
    } else if (inner.properties || inner.items) collect(inner, held, found);
  }
};

const known = new WeakMap<object, Names>();

/** The names one part of the plan declares; remembered for as long as that part stays the same object. */
const namesIn = (schema: Schema, part: Json | undefined): Names => {
  if (typeof part !== 'object' || part === null) return new Map();
  const before = known.get(part);
  if (before) return before;
  const found = new Map<NamedKind, KnownName[]>();
  collect(schema, part, found);
  known.set(part, found);
  return found;
};

const none: readonly KnownName[] = [];

/** The names of a kind. Things of one kind are declared in one part, so the list is the same while that part is. */
export const namesOf = (plan: Json, kind: NamedKind): readonly KnownName[] => {
  if (!isObject(plan)) return none;
  for (const [key, schema] of Object.entries(planSchema.properties ?? {})) {
    const names = namesIn(schema, plan[key]).get(kind);
    if (names) return names;
  }
  return none;
};

const joined = new WeakMap<readonly KnownName[], { readonly groups: readonly KnownName[]; readonly parties: readonly KnownName[] }>();

/** Groups and units together; the same list while both are. */
const partiesOf = (plan: Json): readonly KnownName[] => {
  const [groups, units] = [namesOf(plan, 'group'), namesOf(plan, 'unit')];
  const before = joined.get(units);
  if (before?.groups === groups) return before.parties;
  const parties = [...groups, ...units];
  joined.set(units, { groups, parties });
  return parties;
};

/** The names a reference of this kind may use; a party is a group or a unit. The same list while the names are. */
export const namesFor = (plan: Json, kind: RefKind): readonly KnownName[] => (kind === 'party' ? partiesOf(plan) : namesOf(plan, kind));

/** A name that is not taken yet: the wish itself, or the wish with the first free number behind it. */
export const freeName = (plan: Json, kind: NamedKind, wish: string): string => {
  const taken = new Set(namesOf(plan, kind).flatMap((n) => [n.name, ...n.also]));
  if (!taken.has(wish)) return wish;
  let n = 2;
  while (taken.has(`${wish}${n}`)) n++;
  return `${wish}${n}`;
};
