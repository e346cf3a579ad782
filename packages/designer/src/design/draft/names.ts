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

const merged = new WeakMap<
  readonly KnownName[],
  { readonly lists: readonly (readonly KnownName[])[]; readonly all: readonly KnownName[] }
>();

/** Lists of names one after the other; the same list while each of them is. */
const together = (lists: readonly (readonly KnownName[])[]): readonly KnownName[] => {
  const [first, ...others] = lists;
  if (!first || others.length === 0) return first ?? none;
  const before = merged.get(first);
  if (before && before.lists.length === lists.length && before.lists.every((list, i) => list === lists[i])) return before.all;
  const all = lists.flat();
  merged.set(first, { lists, all });
  return all;
};

/** The names of a kind, from every part of the plan that declares some. The same list while those parts are. */
export const namesOf = (plan: Json, kind: NamedKind): readonly KnownName[] => {
  if (!isObject(plan)) return none;
  const lists = Object.entries(planSchema.properties ?? {}).map(([key, schema]) => namesIn(schema, plan[key]).get(kind) ?? none);
  return together(lists.filter((list) => list.length > 0));
};

/** The names a reference of this kind may use; a party is a group or a unit. The same list while the names are. */
export const namesFor = (plan: Json, kind: RefKind): readonly KnownName[] =>
  kind === 'party' ? together([namesOf(plan, 'group'), namesOf(plan, 'unit')].filter((list) => list.length > 0)) : namesOf(plan, kind);

/** A name that is not taken yet: the wish itself, or the wish with the first free number behind it. */
export const freeName = (plan: Json, kind: NamedKind, wish: string): string => {
  const taken = new Set(namesOf(plan, kind).flatMap((n) => [n.name, ...n.also]));
  if (!taken.has(wish)) return wish;
  let n = 2;
  while (taken.has(`${wish}${n}`)) n++;
  return `${wish}${n}`;
};
