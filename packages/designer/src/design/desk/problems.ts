import { type CompiledPlan, compilePlan, type Problem, pointer, type Severity } from '@xiuhua/engine';
import { isWithin, type Json } from '../draft/json.ts';

/** A problem at the very field it is about: a missing key is a problem of the key, not of the clause around it. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly place: string;
}

/** What the engine makes of a plan: its problems, and the plan ready to run when none of them is an error. */
export interface Checked {
  readonly problems: readonly PlacedProblem[];
  readonly compiled: CompiledPlan | undefined;
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

const placed = (problem: Problem): PlacedProblem => ({
  problem,
  place: problem.code === 'shape.missing-key' ? pointer(problem.at, problem.params.key ?? '') : problem.at,
});

/** Everything wrong with a plan, each at its field, as the engine finds it. */
export const checked = (plan: Json): Checked => {
  const outcome = compilePlan(plan);
  return { problems: outcome.problems.map(placed), compiled: outcome.ok ? outcome.value : undefined };
};

/** The problems of a place and everything inside it. */
export const problemsWithin = (problems: readonly PlacedProblem[], at: string): readonly PlacedProblem[] =>
  problems.filter((p) => isWithin(at, p.place));

/** The weight of the worst of several problems, `undefined` when there is none. */
export const worst = (problems: readonly PlacedProblem[]): Severity | undefined =>
  problems.map((p) => p.problem.severity).sort((a, b) => weights[a] - weights[b])[0];

/** How many there are of each weight. */
export const counts = (problems: readonly PlacedProblem[]): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity) => problems.filter((p) => p.problem.severity === severity).length;
  return { error: count('error'), warning: count('warning'), hint: count('hint') };
};
