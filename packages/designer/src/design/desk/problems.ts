import type { Severity } from '@xiuhua/engine';
import { isWithin } from '../draft/json.ts';
import type { PlacedProblem } from './check.ts';

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

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
