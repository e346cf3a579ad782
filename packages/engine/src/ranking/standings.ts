import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Points } from '../checklist/points.ts';
import type { Reason } from '../scoring/reason.ts';

/** One unit's line in the standings. `rank` is null when the unit is listed but not ranked; `why` says why not. */
export interface Standing {
  readonly unit: string;
  readonly points: Points;
  readonly rank: number | null;
  readonly why?: 'not-inspected' | 'group-too-small';
  /** Visits in the period whose site the unit keeps or whose findings it answers for. */
  readonly inspections: number;
  readonly reason: Reason;
}

/** The order of the units for one period, best first; units not ranked come last, in the order of the plan. */
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
