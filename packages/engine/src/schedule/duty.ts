import type { Day } from '../calendar/day.ts';

/**
 * One inspection that is due: a checklist at a site, between two days. Its id is built from the schedule, the
 * planned day and the site, so every machine that knows the plan gives the same duty the same id.
 */
export interface Duty {
  /** `<schedule>·<planned day>·<site>`; the planned day is the one before any rolling. */
  readonly id: string;
  readonly schedule: string;
  readonly checklist: string;
  readonly site: string;
  readonly phase: string;
  /** Unit whose inspectors go. */
  readonly by: string;
  /** Units drawn to go along; empty when the schedule draws none. */
  readonly along: readonly string[];
  /** The day the schedule names, before a holiday moved it. */
  readonly planned: Day;
  /** First day on which it can be done. */
  readonly from: Day;
  /** Last day on which it is in time, inclusive. */
  readonly due: Day;
  /** Wall clock in China, `HH:mm`, by which it is to be done on the due day; null for the whole day. */
  readonly clock: string | null;
  /** True when a day lies in a year whose holiday notice is not out: it may still move. */
  readonly provisional: boolean;
}
