import type { CompiledPlan } from '../plan/compile.ts';
import type { Actor } from './actor.ts';

/** True for somebody who is here for units alone, his own or those below it: he sees what concerns them and nothing else. */
export const seesUnitsOnly = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.every((role) => role === 'unit' || role === 'town');

/** A unit and all units below it by the plan, whatever they were called before. */
const unitsUnder = (plan: CompiledPlan, unit: string): ReadonlySet<string> => {
  const { units, clauses } = plan.organization;
  const top = units.get(unit) ?? unit;
  const seen = new Set([unit, top]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const [name, { parent }] of clauses) {
      if (parent === undefined || seen.has(name) || !seen.has(units.get(parent) ?? parent)) continue;
      seen.add(name);
      grown = true;
    }
  }
  return seen;
};

/**
 * The units whose affairs a person may look at; `undefined` for one who sees those of all. A unit's person sees his
 * own; one of the town level sees his own and every unit below it.
 */
export const unitsSeenBy = (plan: CompiledPlan | undefined, actor: Pick<Actor, 'unit' | 'roles'>): ReadonlySet<string> | undefined => {
  if (!seesUnitsOnly(actor)) return undefined;
  return plan && actor.roles.includes('town') ? unitsUnder(plan, actor.unit) : new Set([actor.unit]);
};
