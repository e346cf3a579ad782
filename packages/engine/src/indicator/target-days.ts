import { addDays, type Day } from '../calendar/day.ts';
import type { Per } from './schema.ts';

/** The days over which one target is judged. `year` is set for one that starts anew each year. */
export interface TargetDays {
  readonly year: string | null;
  readonly from: Day;
  /** Last day, inclusive; null for one to be kept without end. */
  readonly due: Day | null;
}

/** The days of a plan, and today. `to` is null for a plan without an end. */
export interface PlanDays {
  readonly from: Day;
  readonly to: Day | null;
  readonly today: Day;
}

/**
 * The days a target is judged over: one for each year up to now when it says “each year” and names none; else a single one,
 * from the day after the baseline or the first day of the plan.
 */
export const daysOfTarget = (
  target: { readonly per: Per; readonly due: Day | null; readonly baseline: Day | null },
  plan: PlanDays,
): readonly TargetDays[] => {
  const { per, due, baseline } = target;
  if (per === 'cumulative') return due === null ? [] : [{ year: null, from: baseline === null ? plan.from : addDays(baseline, 1), due }];
  if (per === 'every-reading') return [{ year: null, from: plan.from, due: due ?? plan.to }];
  const first = Number((due ?? plan.from).slice(0, 4));
  const last =
    due === null ? Math.max(first, Math.min(Number(plan.today.slice(0, 4)), Number((plan.to ?? plan.today).slice(0, 4)))) : first;
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const year = String(first + n);
    return { year, from: `${year}-01-01`, due: due ?? `${year}-12-31` };
  });
};
