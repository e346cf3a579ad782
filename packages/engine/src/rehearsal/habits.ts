/**
 * How people behave in a rehearsal. Shares lie between 0 and 1. These are assumptions about people, not rules of a
 * plan: whoever rehearses may replace any of them.
 */
export interface Habits {
  /** People who go out for each inspecting unit. */
  readonly inspectors: number;
  /** Visits one of them can make in a day. */
  readonly visitsADay: number;
  /** Duties done after their due day, and duties never done. */
  readonly lateVisits: number;
  readonly missedVisits: number;
  /** Visits that reach the office some days later, because the phone had no network. */
  readonly heldVisits: number;
  /** Items that fail on the first day at the most careful and at the most careless unit. */
  readonly failingLeast: number;
  readonly failingMost: number;
  /** How much of the failing is gone after a year. */
  readonly improvement: number;
  /** Findings answered a day or two after the notice, after the due day, and never. */
  readonly earlyReplies: number;
  readonly lateReplies: number;
  readonly missedReplies: number;
  /** Replies that are returned with a reason. */
  readonly returned: number;
  /** Numbers reported late, never, and wrong at first. */
  readonly lateReadings: number;
  readonly missedReadings: number;
  readonly wrongReadings: number;
  /** How far indicators come, as a part of the way asked, from the slowest to the fastest. */
  readonly paceLeast: number;
  readonly paceMost: number;
  /** Milestones reached late and never. */
  readonly lateMilestones: number;
  readonly missedMilestones: number;
  /** Proposed sanctions a leader declines. */
  readonly declined: number;
  /** Units in the last third of a ranking that appeal, and appeals that are upheld. */
  readonly appeals: number;
  readonly upheld: number;
}

/** An ordinary county: most things in time, some late, a few never. */
export const ordinaryHabits: Habits = {
  inspectors: 2,
  visitsADay: 12,
  lateVisits: 0.04,
  missedVisits: 0.03,
  heldVisits: 0.03,
  failingLeast: 0.04,
  failingMost: 0.28,
  improvement: 0.5,
  earlyReplies: 0.55,
  lateReplies: 0.12,
  missedReplies: 0.04,
  returned: 0.14,
  lateReadings: 0.08,
  missedReadings: 0.03,
  wrongReadings: 0.06,
  paceLeast: 0.85,
  paceMost: 1.12,
  lateMilestones: 0.12,
  missedMilestones: 0.04,
  declined: 0.2,
  appeals: 0.06,
  upheld: 0.4,
};
