import type { Day } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Mention, Walk } from '../plan/shape.ts';
import type { Params, Problem, Witness } from '../problem/problem.ts';

/** A piece of running text in a plan, and the clause it stands in. */
export type Passage = Mention<'text'>;

/** What the rules of the lint look at. */
export interface Ground {
  readonly compiled: CompiledPlan;
  readonly walk: Walk;
  /** Last day of the plan; null for one without an end. */
  readonly end: Day | null;
}

/** A rule of the lint: everything it finds in a plan without errors. */
export type LintRule = (ground: Ground) => readonly Problem[];

/** The parameters that say in which clause and under which heading a text stands. */
export const spotOf = (passage: Pick<Passage, 'clause' | 'term'>): Params => ({ ...passage.clause, ...passage.term });

/** The problem with a case in which it shows. */
export const seen = (problem: Problem, witness: Witness): Problem => ({ ...problem, witness });

/** The last key of a pointer that is no position in a list. */
export const keyOf = (at: string): string =>
  at
    .split('/')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? '';

/** The first of each kind, in order. */
export const firstOf = <T>(things: readonly T[], key: (thing: T) => string): readonly T[] => {
  const seenKeys = new Set<string>();
  return things.filter((thing) => {
    const fresh = !seenKeys.has(key(thing));
    seenKeys.add(key(thing));
    return fresh;
  });
};
