import { type CompiledPlan, compilePlan, type Day, type Problem, pointer, provePlan, withThoseBelow } from '@xiuhua/engine';
import type { Json } from '../draft/json.ts';
import { daysAhead } from './ahead.ts';
import { type Outlook, outlook } from './outlook.ts';
import { type Upcoming, upcomingOf } from './upcoming.ts';

/** A problem at the very field it is about: a missing key is a problem of the key, not of the clause around it. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly place: string;
}

/** The day of a milestone, reckoned from its phase where the plan says so. */
export interface Reckoned {
  readonly phase: number;
  readonly milestone: string;
  readonly by: Day;
}

/** What the engine makes of a plan. `ahead` and `milestones` are there only when no problem is an error. */
export interface Findings {
  readonly problems: readonly PlacedProblem[];
  /** Problems that the plan says are left, with its reasons. They count nowhere else. */
  readonly waived: readonly PlacedProblem[];
  readonly ahead: Outlook | undefined;
  readonly milestones: readonly Reckoned[];
  /** The next dates of each schedule. */
  readonly upcoming: readonly Upcoming[];
}

const placed = (problem: Problem): PlacedProblem => ({
  problem,
  place: problem.code === 'shape.missing-key' ? pointer(problem.at, problem.params.key ?? '') : problem.at,
});

const milestonesOf = (plan: CompiledPlan): readonly Reckoned[] =>
  plan.phases.flatMap((phase) => phase.milestones.map(({ name, by }) => ({ phase: phase.index, milestone: name, by })));

/** The upper plans of a draft by their hash; plans with errors are none. */
export const uppersOf = (plans: readonly Json[]): ReadonlyMap<string, CompiledPlan> =>
  new Map(
    plans.flatMap((plan) => {
      const outcome = compilePlan(plan);
      return outcome.ok ? [[outcome.value.hash, outcome.value] as const] : [];
    }),
  );

/**
 * Looks through a plan and runs its scenarios: everything wrong with it, each at its field, and what it will bring from
 * `today` on. It is held against its upper plans once these are known.
 */
export const check = (plan: Json, today: Day, uppers?: ReadonlyMap<string, CompiledPlan>): Findings => {
  const own = provePlan(plan);
  const found = uppers ? withThoseBelow(own.problems, plan, (hash) => uppers.get(hash)) : own.problems;
  const all = found.map(placed);
  const problems = all.filter(({ problem }) => problem.waived === undefined);
  const waived = all.filter(({ problem }) => problem.waived !== undefined);
  if (!own.ok) return { problems, waived, ahead: undefined, milestones: [], upcoming: [] };
  const { value } = own;
  return { problems, waived, ahead: outlook(value, today, daysAhead), milestones: milestonesOf(value), upcoming: upcomingOf(value, today) };
};
