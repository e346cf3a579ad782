import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';

/** One draw by name: the `issue`-th for a period of a schedule. */
export interface DrawName {
  readonly schedule: string;
  readonly period: string;
  /** 1 for the first, one more each time it is made again. */
  readonly issue: number;
}

/** What was drawn from one pool. */
export interface PoolDraw {
  readonly pool: string;
  readonly checklist: string;
  readonly take: number;
  /** Sites left out because one of the last draws took them. */
  readonly leftOut: readonly string[];
  /** How many of those not yet visited in the period had to be drawn first, so that each is visited at least once. */
  readonly mustTake: number;
  /** In the order of the draw. */
  readonly drawn: readonly string[];
}

/** One draw of a schedule for a period: from every pool in turn. */
export interface Draw extends DrawName {
  /** `<schedule>·<period>`; `<schedule>·<planned day>` in a log without a seed of its own. */
  readonly id: string;
  /** Its own seed, from which alone its numbers are made. */
  readonly seed: string;
  readonly planned: Day;
  /** First and last day on which what was drawn can be done. */
  readonly from: Day;
  readonly due: Day;
  /** Period in which every site must be visited, and how many draws it has left after this one; null without the rule. */
  readonly cover: Period | null;
  readonly drawsLeft: number;
  readonly pools: readonly PoolDraw[];
  /** Why it was made again; empty for a first draw. */
  readonly reason: string;
  /** The draws it took the place of, oldest first. */
  readonly earlier: readonly Draw[];
}
