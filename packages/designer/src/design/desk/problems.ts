import type { Severity } from '@xiuhua/engine';
import { isWithin } from '../draft/json.ts';
import type { PlacedProblem } from './check.ts';

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** True where a problem shows, and at the clause that brings it about. */
const concerns = ({ problem, place }: PlacedProblem, at: string): boolean =>
  isWithin(at, place) || (problem.responsible !== undefined && isWithin(at, problem.responsible));

/** The problems of a place and everything inside it, those a clause there brings about elsewhere included. */
export const problemsWithin = (problems: readonly PlacedProblem[], at: string): readonly PlacedProblem[] =>
  problems.filter((p) => concerns(p, at));

/** The weight of the worst of several problems, `undefined` when there is none. */
export const worst = (problems: readonly PlacedProblem[]): Severity | undefined =>
  problems.map((p) => p.problem.severity).sort((a, b) => weights[a] - weights[b])[0];

/** How many there are of each weight. */
export const counts = (problems: readonly PlacedProblem[]): Readonly<Record<Severity, number>> => {
  const count = (severity: Severity) => problems.filter((p) => p.problem.severity === severity).length;
  return { error: count('error'), warning: count('warning'), hint: count('hint') };
};
