import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Figure, Scope } from '../indicator/reading.ts';

/** A number of an indicator was reported for a period, or reported anew. */
export interface ReadingReported {
  readonly type: 'ReadingReported';
  /** `<indicator>·<period>`, with `·<kind>·<name>` behind it for a scope. */
  readonly reading: string;
  readonly indicator: string;
  readonly scope: Scope;
  readonly period: Period;
  readonly figure: Figure;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Somebody else confirmed a reading. */
export interface ReadingConfirmed {
  readonly type: 'ReadingConfirmed';
  readonly reading: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Somebody else returned a reading: it does not count until it is reported anew. */
export interface ReadingReturned {
  readonly type: 'ReadingReturned';
  readonly reading: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}
