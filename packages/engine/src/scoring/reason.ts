import type { Day } from '../calendar/day.ts';
import type { Points } from '../checklist/points.ts';

/** What in the log made a rule count: a record, never a number without one. */
export type Cause =
  | { readonly kind: 'answer'; readonly submission: string; readonly item: string; readonly finding: string; readonly site: string; readonly day: Day; readonly count: number }
  | { readonly kind: 'rectification'; readonly finding: string; readonly item: string; readonly site: string; readonly day: Day; readonly due: Day };

/**
 * Why points moved. A tree: the points of a node are exactly the sum of its parts, or come from `cause` at a leaf.
 * A leaf without cause is the base, or the correction that a cap or floor makes (positive when it gives back).
 */
export interface Reason {
  readonly kind: 'total' | 'base' | 'rule' | 'occasion' | 'limit';
  /** The plan's word for it: sheet, rule or item name. */
  readonly name: string;
  /** The clause of the plan that makes it count. */
  readonly source: string;
  readonly points: Points;
  readonly parts: readonly Reason[];
  readonly cause?: Cause;
}
