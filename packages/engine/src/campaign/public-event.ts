import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';

/** Somebody outside reported something through a channel; `finding` is what it became. */
export interface ComplaintTaken {
  readonly type: 'ComplaintTaken';
  readonly complaint: string;
  readonly channel: string;
  readonly topic: string;
  /** A site of the register, or the place in words. */
  readonly site: string;
  readonly finding: string;
  /** The day it was taken in. */
  readonly day: Day;
  /** The day it was said, when that was another. */
  readonly reported?: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** A meeting decided that a unit does something by a day. `resolution` is `<meeting>·<day>·<running number>`. */
export interface ResolutionPassed {
  readonly type: 'ResolutionPassed';
  readonly resolution: string;
  readonly meeting: string;
  readonly day: Day;
  readonly text: string;
  readonly unit: string;
  /** Last day in time. */
  readonly due: Day;
  /** The units that were there; absent where nobody wrote them down. */
  readonly present?: readonly string[];
  /** How it was voted; absent where nobody voted. */
  readonly votes?: { readonly for: number; readonly against: number; readonly abstained: number };
}

/** What a meeting decided was carried out. */
export interface ResolutionFulfilled {
  readonly type: 'ResolutionFulfilled';
  readonly resolution: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** A bulletin for a period went out. `number` counts the issues of the report, from 1. */
export interface BulletinIssued {
  readonly type: 'BulletinIssued';
  readonly report: string;
  readonly period: Period;
  readonly number: number;
  readonly day: Day;
  readonly signedBy: string;
}
