import type { Day, Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Answer } from '../checklist/answer.ts';
import type { Figure, Scope } from '../indicator/reading.ts';
import type { Standings } from '../ranking/standings.ts';
import type { Actor } from './actor.ts';

/** A plan came into force. `version` counts from 1. */
export interface PlanAdopted {
  readonly type: 'PlanAdopted';
  readonly plan: string;
  readonly version: number;
  readonly title: string;
  /** First day on which it holds. */
  readonly from: Day;
}

/** A checklist was filled at a site. `day` is the day of the visit, which decides the period it counts in. */
export interface ChecklistSubmitted {
  readonly type: 'ChecklistSubmitted';
  readonly submission: string;
  readonly contentHash: string;
  readonly plan: string;
  readonly duty: string;
  readonly schedule: string;
  readonly checklist: string;
  readonly site: string;
  readonly day: Day;
  readonly filledAt: Instant;
  /** True when the phone's clock named an impossible moment and the day of arrival was taken instead. */
  readonly clockDoubted: boolean;
  /** False when the duty had been done before: the record is kept, but opens no findings and moves no score. */
  readonly counts: boolean;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** The same submission id arrived with other content; the second is kept beside the first, nothing is overwritten. */
export interface ConflictKept {
  readonly type: 'ConflictKept';
  readonly submission: string;
  readonly contentHash: string;
  readonly filledAt: Instant;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** A failed item became a finding for the unit that answers for it. */
export interface FindingOpened {
  readonly type: 'FindingOpened';
  /** `<submission>/<index of the item>`. */
  readonly finding: string;
  readonly submission: string;
  readonly site: string;
  readonly checklist: string;
  readonly item: string;
  readonly task: string;
  readonly unit: string;
  readonly day: Day;
  /** Spots found; 1 for an item that is not counted. */
  readonly count: number;
  readonly text: string;
  readonly photos: readonly string[];
}

/** A notice went to a unit with the findings of one visit. */
export interface NoticeIssued {
  readonly type: 'NoticeIssued';
  /** `<submission>/<unit>`. */
  readonly notice: string;
  /** Running number within the campaign, from 1. */
  readonly number: number;
  readonly unit: string;
  readonly site: string;
  readonly findings: readonly string[];
  readonly issued: Day;
  /** Last day on which a reply is in time. */
  readonly due: Day;
  /** True when the due day lies in a year whose holiday notice is not out. */
  readonly provisional: boolean;
}

/** The unit replied that it put the finding right. */
export interface RectificationReplied {
  readonly type: 'RectificationReplied';
  readonly finding: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Somebody else looked and closed the finding. */
export interface FindingClosed {
  readonly type: 'FindingClosed';
  readonly finding: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Somebody else looked and the finding is not put right: it goes back to the unit; the deadline stays. */
export interface RectificationReturned {
  readonly type: 'RectificationReturned';
  readonly finding: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** A milestone was reached on this day. */
export interface MilestoneReached {
  readonly type: 'MilestoneReached';
  readonly milestone: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

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

/** The standings of a period became a fact, exactly as given. */
export interface StandingsPublished {
  readonly type: 'StandingsPublished';
  readonly ranking: string;
  readonly period: Period;
  readonly standings: Standings;
}

/** A named person signed a proposed consequence. */
export interface ConsequenceSigned {
  readonly type: 'ConsequenceSigned';
  readonly consequence: string;
}

/** A named person declined a proposed consequence. */
export interface ConsequenceDeclined {
  readonly type: 'ConsequenceDeclined';
  readonly consequence: string;
  readonly reason: string;
}

/** A unit objected to its result in a published period. `appeal` is `<ranking>·<period>·<unit>·<running number>`. */
export interface AppealOpened {
  readonly type: 'AppealOpened';
  readonly appeal: string;
  readonly ranking: string;
  readonly period: Period;
  readonly unit: string;
  readonly text: string;
  readonly photos: readonly string[];
}

/** An appeal was decided. */
export interface AppealDecided {
  readonly type: 'AppealDecided';
  readonly appeal: string;
  readonly upheld: boolean;
  readonly text: string;
}

/** One unit's result before and after a correction. */
export interface ResultChanged {
  readonly unit: string;
  readonly before: { readonly points: number; readonly rank: number | null };
  readonly after: { readonly points: number; readonly rank: number | null };
}

/** The standings of a period were issued anew; the earlier issue stays a fact. `issue` counts from 2. */
export interface StandingsCorrected {
  readonly type: 'StandingsCorrected';
  readonly ranking: string;
  readonly period: Period;
  readonly issue: number;
  readonly reason: string;
  readonly standings: Standings;
  readonly changes: readonly ResultChanged[];
}

/** What happened, without who and when. */
export type Fact =
  | PlanAdopted
  | ChecklistSubmitted
  | ConflictKept
  | FindingOpened
  | NoticeIssued
  | RectificationReplied
  | FindingClosed
  | RectificationReturned
  | MilestoneReached
  | ReadingReported
  | ReadingConfirmed
  | ReadingReturned
  | StandingsPublished
  | ConsequenceSigned
  | ConsequenceDeclined
  | AppealOpened
  | AppealDecided
  | StandingsCorrected;

/** One line of the log: a fact, who caused it and when the server took it. The log only grows. */
export interface Event {
  /** Position in the log, from 1 without gaps. */
  readonly seq: number;
  /** Id of the command that caused it; several facts may share one. */
  readonly cause: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly fact: Fact;
}
