import type { Points } from '../checklist/points.ts';
import type { CompiledRule } from './compile.ts';
import type { Cause, Reason } from './reason.ts';
import type { Occasion } from './schema.ts';

/** One thing that happened to a unit and that a rule may count. `cost` is what the checklist says it costs, if it does. */
export interface Happening {
  readonly each: Occasion;
  readonly unit: string;
  /** The plan's word for it: the item's name. */
  readonly name: string;
  /** The clause of the item, for the leaf of the reason. */
  readonly source: string;
  readonly cost: Points | null;
  readonly cause: Cause;
}

/** The reason of a rule: one leaf for each happening, and a leaf that brings the sum back to the rule's limit. */
export const counted = (rule: CompiledRule, happenings: readonly Happening[], sign: 1 | -1): Reason => {
  const leaves = happenings
    .filter((happening) => happening.each === rule.rule.each)
    .map((happening): Reason => {
      const points = sign * (rule.points ?? happening.cost ?? 0);
      return { kind: 'occasion', name: happening.name, source: happening.source || rule.source, points, parts: [], cause: happening.cause };
    });
  const sum = leaves.reduce((total, leaf) => total + leaf.points, 0);
  const limited = rule.most === null || Math.abs(sum) <= rule.most ? sum : sign * rule.most;
  const limit: readonly Reason[] =
    limited === sum ? [] : [{ kind: 'limit', name: rule.rule.name, source: rule.source, points: limited - sum, parts: [] }];
  return { kind: 'rule', name: rule.rule.name, source: rule.source, points: limited, parts: [...leaves, ...limit] };
};
