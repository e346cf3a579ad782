import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Points } from '../expression/points.ts';
import type { Reason } from '../scoring/reason.ts';

/** Why a unit is listed without a rank. */
export type Unranked = 'not-inspected' | 'too-few-inspections' | 'group-too-small' | 'no-score' | 'not-ranked';

/**
 * One unit's line in the standings. `rank` counts within `group`, and is null when the unit is listed but not ranked;
 * `why` says why not. A unit whose score is void has `points` 0, no grade and `why` `no-score`.
 */
export interface Standing {
  readonly unit: string;
  /** Name of the group it is ranked in; empty when all are ranked together. */
  readonly group: string;
  readonly points: Points;
  readonly rank: number | null;
  readonly why?: Unranked;
  /** The grade the points reach, and whether it passes; absent on sheets without grades. */
  readonly grade?: { readonly name: string; readonly passes: boolean };
  /** Visits in the period whose site the unit keeps or whose findings it answers for. */
  readonly inspections: number;
  readonly reason: Reason | null;
}

/** The order of the units for one period, group by group, best first; units not ranked come last in each group. */
export interface Standings {
  readonly ranking: string;
  readonly sheet: string;
  readonly period: Period;
  /** First and last day counted, inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** Hash of the plan whose rules were applied. */
  readonly plan: string;
  readonly source: string;
  readonly rows: readonly Standing[];
}
