import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Points } from '../expression/points.ts';

/** What in the log made a rule count: a record, never a number without one. */
export type Cause =
  | {
      readonly kind: 'answer';
      readonly submission: string;
      readonly item: string;
      readonly finding: string;
      readonly site: string;
      readonly day: Day;
      readonly count: number;
    }
  | {
      readonly kind: 'rectification';
      readonly finding: string;
      readonly item: string;
      readonly site: string;
      readonly day: Day;
      readonly due: Day;
    }
  | { readonly kind: 'milestone'; readonly milestone: string; readonly day: Day }
  | { readonly kind: 'figure'; readonly indicator: string; readonly period: Period; readonly shown: string }
  | { readonly kind: 'no-figure'; readonly indicator: string; readonly period: Period };

/**
 * Why points moved. A tree: the points of a node are exactly the sum of its parts, or come from `cause` at a leaf.
 * Leaves without cause are the base; the correction a cap, floor, veto or most makes (`limit`); what scaling for
 * left-out parts added (`scaled`). A `part` is another sheet's total brought in with its weight; its own tree stands
 * under `whole`.
 */
export interface Reason {
  readonly kind: 'total' | 'base' | 'rule' | 'occasion' | 'limit' | 'part' | 'scaled';
  /** The plan's word for it: sheet, rule or item name. */
  readonly name: string;
  /** The clause of the plan that makes it count. */
  readonly source: string;
  readonly points: Points;
  readonly parts: readonly Reason[];
  readonly cause?: Cause;
  /** For a `part`: the sheet, the period and the full score whose weighted share this is; null when there was none. */
  readonly whole?: { readonly period: Period; readonly reason: Reason | null; readonly weight: Points | null };
}
