import type { WorkCalendar } from '../calendar/workdays.ts';
import { type CompiledPlan, compileWalked, inOrder } from '../plan/compile.ts';
import { Plan } from '../plan/schema.ts';
import { walkShape } from '../plan/shape.ts';
import { hasErrors, type Outcome, type Problem } from '../problem/problem.ts';
import { consequenceRules } from './consequences.ts';
import { documentRules } from './documents.ts';
import type { LintRule } from './ground.ts';
import { indicatorRules } from './indicators.ts';
import { itemRules } from './items.ts';
import { partyRules } from './parties.ts';
import { scoreRules } from './scores.ts';
import { lintTexts } from './texts.ts';
import { timeRules } from './times.ts';
import { withWaivers } from './waive.ts';
import { lintWritten, withoutGeneral } from './written.ts';

const rules: readonly LintRule[] = [
  ...documentRules,
  ...partyRules,
  ...timeRules,
  ...itemRules,
  ...indicatorRules,
  ...scoreRules,
  ...consequenceRules,
];

/** Most problems reported at once. */
const most = 500;

/**
 * Compiles what may be a plan and looks it over: everything wrong with it and everything odd about it, with what the plan
 * says about leaving it. The words are looked at in any case, the meaning once there are no errors.
 */
export const examinePlan = (raw: unknown, calendar?: WorkCalendar): Outcome<CompiledPlan> => {
  const walk = walkShape(Plan, raw);
  const outcome = compileWalked(raw, walk, calendar);
  const written = lintWritten(raw);
  const found: Problem[] = [...withoutGeneral(outcome.problems, written), ...written, ...lintTexts(walk.texts)];
  if (outcome.ok) {
    const ground = { compiled: outcome.value, walk, end: outcome.value.phases.at(-1)?.to ?? null };
    for (const rule of rules) found.push(...rule(ground));
  }
  const problems = inOrder(withWaivers(found, raw)).slice(0, most);
  return outcome.ok && !hasErrors(problems) ? { ...outcome, problems } : { ok: false, problems };
};

/** Everything wrong with what may be a plan, and everything odd about it. */
export const checkPlan = (raw: unknown, calendar?: WorkCalendar): readonly Problem[] => examinePlan(raw, calendar).problems;
