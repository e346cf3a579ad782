import type { Reason } from '@xiuhua/engine';
import { type Json, listAt, textOf } from '../draft/json.ts';

const named = (plan: Json, list: string, name: string): string | undefined => {
  const i = listAt(plan, list).findIndex((one) => textOf(one, 'name') === name);
  return i < 0 ? undefined : `${list}/${i}`;
};

/** The first thing of this name in the lists inside the clauses of a list: an item of a checklist, a rule of a sheet. */
const inside = (plan: Json, [list, inner]: readonly [string, string], name: string): string | undefined =>
  listAt(plan, list)
    .map((_, i) => named(plan, `${list}/${i}/${inner}`, name))
    .find((at) => at !== undefined);

/** The clause of the plan that makes a reason count; `undefined` for one that no single clause makes. */
export const placeOfReason = (plan: Json, { kind, name, cause }: Reason): string | undefined => {
  if (cause && 'item' in cause) return inside(plan, ['/checklists', 'items'], cause.item);
  if (cause?.kind === 'milestone') return inside(plan, ['/phases', 'milestones'], cause.milestone);
  if (cause) return named(plan, '/indicators', cause.indicator);
  if (kind === 'rule' || kind === 'limit') return inside(plan, ['/scoring', 'rules'], name) ?? named(plan, '/scoring', name);
  return named(plan, '/scoring', name);
};

/** The place of a consequence of the plan. */
export const placeOfConsequence = (plan: Json, name: string): string | undefined => named(plan, '/consequences', name);
