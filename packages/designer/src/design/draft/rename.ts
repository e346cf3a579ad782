import type { NamedKind, RefKind } from '@xiuhua/engine';
import { isList, isObject, type Json } from './json.ts';
import { planSchema, type Schema } from './schema.ts';

/** What a rename needs to know. */
interface Rename {
  readonly kind: NamedKind;
  readonly from: string;
  readonly to: string;
  readonly keep: boolean;
}

/** The kinds of reference under which a thing of this kind is meant: a unit is also a party. */
export const refKindsOf = (kind: NamedKind): readonly RefKind[] => (kind === 'unit' || kind === 'group' ? [kind, 'party'] : [kind]);

/** Walks a value along its schema, giving every text to `change`; what did not change stays the same object. */
const mapTexts = (schema: Schema, value: Json, change: (schema: Schema, text: string) => string): Json => {
  if (typeof value === 'string') return change(schema, value);
  if (isList(value)) {
    const items = schema.items;
    const next = items ? value.map((item) => mapTexts(items, item, change)) : value;
    return next.every((item, i) => item === value[i]) ? value : next;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const shape = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    return [key, shape ? mapTexts(shape, inner, change) : inner] as const;
  });
  return entries.every(([key, inner]) => inner === value[key]) ? value : Object.fromEntries(entries);
};

/** How many places refer to a thing by this name. */
export const countRefs = (plan: Json, kind: NamedKind, name: string): number => {
  const kinds = refKindsOf(kind);
  let count = 0;
  mapTexts(planSchema, plan, (schema, text) => {
    if (schema.ref && kinds.includes(schema.ref) && text === name) count++;
    return text;
  });
  return count;
};

const withFormerly = (unit: Json, { from, to }: Rename): Json => {
  if (!isObject(unit) || unit.name !== to) return unit;
  const formerly = isList(unit.formerly) ? unit.formerly : [];
  return formerly.includes(from) ? unit : { ...unit, formerly: [...formerly, from] };
};

const keepOld = (plan: Json, rename: Rename): Json => {
  if (!isObject(plan) || !isObject(plan.organization) || !isList(plan.organization.units)) return plan;
  const units = plan.organization.units.map((unit) => withFormerly(unit, rename));
  return { ...plan, organization: { ...plan.organization, units } };
};

/** The plan with every reference to `from` now saying `to`. Whoever declares the name has been renamed already. */
export const renamed = (plan: Json, rename: Rename): Json => {
  const kinds = refKindsOf(rename.kind);
  const next = mapTexts(planSchema, plan, (schema, text) =>
    schema.ref && kinds.includes(schema.ref) && text === rename.from ? rename.to : text,
  );
  return rename.keep && rename.kind === 'unit' ? keepOld(next, rename) : next;
};
