import { type CompiledPlan, compilePlan, type Outcome } from '@xiuhua/engine';
import { planTextOf } from '../store/campaigns.ts';
import type { Db } from '../store/tables.ts';

/** Compiled plans by hash, so that a plan is compiled once for as long as the process lives. */
export interface Shelf {
  /** The plan if it is on the shelf. */
  get(hash: string): CompiledPlan | undefined;
  /** Compiles a plan's text and puts it on the shelf when it has no errors. */
  put(text: string): Outcome<CompiledPlan>;
  /** Makes sure an adopted plan is on the shelf. Throws when the store does not have it, or it no longer compiles. */
  need(db: Db, campaign: string, hash: string): Promise<void>;
}

/** An empty shelf. Plans are immutable, so nothing on it ever grows stale. */
export const shelf = (): Shelf => {
  const plans = new Map<string, CompiledPlan>();
  const put = (text: string): Outcome<CompiledPlan> => {
    const compiled = compilePlan(JSON.parse(text) as unknown);
    if (compiled.ok) plans.set(compiled.value.hash, compiled.value);
    return compiled;
  };
  return {
    get: (hash) => plans.get(hash),
    put,
    need: async (db, campaign, hash) => {
      if (plans.has(hash)) return;
      const text = await planTextOf(db, campaign, hash);
      if (text === undefined) throw new Error(`campaign ${campaign} has no plan ${hash}`);
      const compiled = put(text);
      if (!compiled.ok) throw new Error(`plan ${hash} of campaign ${campaign} does not compile: ${compiled.problems[0]?.code}`);
    },
  };
};
