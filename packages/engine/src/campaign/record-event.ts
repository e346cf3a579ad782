import type { Day } from '../calendar/day.ts';

/**
 * Of the records of a duty another one counts from now on: a person chose it, or (without a reason) its next round
 * answered what was sent back. Findings of the others are withdrawn, unless the same item failed on the same visit.
 */
export interface RecordChosen {
  readonly type: 'RecordChosen';
  readonly duty: string;
  readonly record: string;
  /** The other records of the duty. They stay on record and count for nothing. */
  readonly against: readonly string[];
  readonly reason: string;
  readonly kept: readonly string[];
  readonly withdrawn: readonly string[];
  readonly restored: readonly string[];
}

/** None of the records of a duty counts, and a person left it so, with a reason. */
export interface RecordsDismissed {
  readonly type: 'RecordsDismissed';
  readonly duty: string;
  readonly reason: string;
}

/** The office sent a record back with remarks by question. It goes on counting until the next round is there. */
export interface RecordReturned {
  readonly type: 'RecordReturned';
  readonly submission: string;
  readonly remarks: Readonly<Record<string, string>>;
  readonly text: string;
  readonly day: Day;
}
