import type { Day, Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Answer } from '../checklist/answer.ts';
import type { Standings } from '../ranking/standings.ts';
import type { Actor } from './actor.ts';
import type { DrawRepeated, DrawSeeded } from './draw-event.ts';
import type {
  FindingClosed,
  FindingMoved,
  FindingOpened,
  LookBackDrawn,
  NoticeIssued,
  RectificationReplied,
  RectificationReturned,
} from './finding-event.ts';
import type { CampaignClosed, PlanAdopted, PlanReviewed, ReviewAsked } from './plan-event.ts';
import type { BulletinIssued, ComplaintTaken, ResolutionFulfilled, ResolutionPassed } from './public-event.ts';
import type { ReadingConfirmed, ReadingReported, ReadingReturned } from './reading-event.ts';
import type { RecordChosen, RecordReturned, RecordsDismissed } from './record-event.ts';
import type { TilesArranged } from './tile-event.ts';

export type * from './draw-event.ts';
export type * from './finding-event.ts';
export type * from './plan-event.ts';
export type * from './public-event.ts';
export type * from './reading-event.ts';
export type * from './record-event.ts';

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
  /** The record sent back that this is the next round of, and which round it is, from 2. */
  readonly amends?: string;
  readonly round?: number;
  /** Who brought it in from the file a phone saved, when it did not come from the phone itself. */
  readonly carriedBy?: string;
  /** The unit of the duty, when who filled it no longer inspected for that unit as the record came: a person decides whether it counts. */
  readonly left?: string;
  /** For other content kept under a known id and chosen by a person: that id, and who handed the content in when. */
  readonly copyOf?: string;
  readonly handedIn?: { readonly at: Instant; readonly by: Pick<Actor, 'account' | 'name' | 'unit'> };
}

/** The same submission id arrived with other content; the second is kept beside the first, nothing is overwritten. */
export interface ConflictKept {
  readonly type: 'ConflictKept';
  readonly submission: string;
  readonly contentHash: string;
  readonly filledAt: Instant;
  readonly answers: Readonly<Record<string, Answer>>;
  /** What the second content was filled for; absent in older logs. */
  readonly plan?: string;
  readonly duty?: string;
}

/** A milestone was reached on this day. */
export interface MilestoneReached {
  readonly type: 'MilestoneReached';
  readonly milestone: string;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** A unit said how far a task or a milestone has come. */
export interface ProgressReported {
  readonly type: 'ProgressReported';
  /** `<task or milestone>·<name>·<unit>·<running number>`. */
  readonly progress: string;
  readonly kind: 'task' | 'milestone';
  /** Name of the task or milestone. */
  readonly about: string;
  readonly unit: string;
  /** Whole per cent, 100 when done. */
  readonly percent: number;
  readonly day: Day;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Somebody else confirmed reported progress. */
export interface ProgressConfirmed {
  readonly type: 'ProgressConfirmed';
  readonly progress: string;
  readonly day: Day;
  readonly text: string;
}

/** Somebody else returned reported progress: it does not count. */
export interface ProgressReturned {
  readonly type: 'ProgressReturned';
  readonly progress: string;
  readonly day: Day;
  readonly text: string;
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
  /** Findings it says should not count; absent when it names none. */
  readonly findings?: readonly string[];
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
  | ReviewAsked
  | PlanReviewed
  | PlanAdopted
  | CampaignClosed
  | DrawSeeded
  | DrawRepeated
  | ChecklistSubmitted
  | ConflictKept
  | RecordChosen
  | RecordsDismissed
  | RecordReturned
  | FindingOpened
  | NoticeIssued
  | RectificationReplied
  | FindingClosed
  | RectificationReturned
  | FindingMoved
  | LookBackDrawn
  | MilestoneReached
  | ReadingReported
  | ReadingConfirmed
  | ReadingReturned
  | ProgressReported
  | ProgressConfirmed
  | ProgressReturned
  | StandingsPublished
  | ConsequenceSigned
  | ConsequenceDeclined
  | AppealOpened
  | AppealDecided
  | StandingsCorrected
  | ComplaintTaken
  | ResolutionPassed
  | ResolutionFulfilled
  | BulletinIssued
  | TilesArranged;

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
