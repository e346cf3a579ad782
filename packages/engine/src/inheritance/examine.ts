import { waivedIn } from '../lint/waive.ts';
import { type CompiledPlan, inOrder } from '../plan/compile.ts';
import { isWritten } from '../plan/diff-identity.ts';
import type { Problem } from '../problem/problem.ts';
import { lineage } from './chain.ts';

/**
 * The problems of a plan on its own together with those it has below its upper plans, in the order of the document; what
 * the plan says about leaving them holds for both. `find` gives the upper plan with a hash.
 */
export const withThoseBelow = (
  own: readonly Problem[],
  raw: unknown,
  find: (hash: string) => CompiledPlan | undefined,
): readonly Problem[] => {
  const below = isWritten(raw) ? lineage(raw, find).problems : [];
  return below.length === 0 ? own : inOrder([...own, ...waivedIn(below, raw)]);
};
