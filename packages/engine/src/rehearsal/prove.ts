import type { WorkCalendar } from '../calendar/workdays.ts';
import { examinePlan } from '../lint/check.ts';
import { withWaivers } from '../lint/waive.ts';
import { type CompiledPlan, inOrder } from '../plan/compile.ts';
import type { Outcome, Problem } from '../problem/problem.ts';
import { pointer } from '../problem/problem.ts';
import { differences } from './expectation.ts';
import { tryScenario } from './scenario.ts';

/** Runs the scenarios of a plan: where each differs from what it expects, with what the plan says about leaving it. */
export const scenarioProblems = (plan: CompiledPlan): readonly Problem[] => {
  const found = (plan.plan.scenarios ?? []).flatMap((scenario, i) =>
    differences(tryScenario(plan, scenario), scenario, pointer('/scenarios', i)),
  );
  return withWaivers(found, plan.written).filter(({ code }) => code.startsWith('scenario.'));
};

/**
 * Examines what may be a plan and, once it has no errors, runs its scenarios: everything wrong with it, everything odd
 * about it, and every scenario that comes out otherwise than it expects.
 */
export const provePlan = (raw: unknown, calendar?: WorkCalendar): Outcome<CompiledPlan> => {
  const examined = examinePlan(raw, calendar);
  if (!examined.ok) return examined;
  return { ...examined, problems: inOrder([...examined.problems, ...scenarioProblems(examined.value)]) };
};
