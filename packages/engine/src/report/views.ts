import type { Day, Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Actor } from '../campaign/actor.ts';
import type { ResultChanged } from '../campaign/event.ts';
import type { PossibleMove } from '../campaign/move.ts';
import type { Choice, Person, Reached, Returned, Submission } from '../campaign/state.ts';
import type { Tile } from '../campaign/tile-event.ts';
import type { Proposal } from '../consequence/proposal.ts';
import type { Finding, StageClock } from '../finding/finding.ts';
import type { Figure, Reading, Scope } from '../indicator/reading.ts';
import type { IndicatorState } from '../indicator/status.ts';
import type { Standings } from '../ranking/standings.ts';
import type { Duty } from '../schedule/duty.ts';

/** Where a duty stands on a day. `late` was done after its due day; `missed` is past due and not done. */
export type DutyState = 'upcoming' | 'open' | 'done' | 'late' | 'missed';

/** A duty and what became of it. */
export interface DutyView extends Duty {
  readonly state: DutyState;
  /** The submission that counts, else the first to arrive; null while there is none. */
  readonly submission: string | null;
  /** Only while its record is sent back and the next round is awaited: what to look at again, and the plan to do it by. */
  readonly returned?: Returned & { readonly submission: string; readonly round: number; readonly plan: string };
}

/** Duties as a list shows them: the newest of those wanted, and how many there are. */
export interface DutyList {
  readonly today: Day;
  /** The last due first. */
  readonly duties: readonly DutyView[];
  /** How many are wanted, and how many there would be in any state. */
  readonly found: number;
  readonly all: number;
  readonly counts: Readonly<Record<DutyState, number>>;
}

/** The duties due in one week, counted by what became of them. */
export interface DutyWeek {
  readonly week: Period;
  readonly first: Day;
  readonly last: Day;
  readonly total: number;
  readonly counts: Readonly<Record<DutyState, number>>;
}

/** One record of a duty beside the others: a submission, or other content kept under its id. */
export interface RecordView {
  /** The name to choose it by. */
  readonly record: string;
  readonly submission: string;
  readonly by: Person;
  readonly at: Instant;
  readonly filledAt: Instant;
  readonly day: Day | null;
  readonly plan: string;
  /** Which version of the plan it was filled by, and the newest version on the day it came. */
  readonly version: number;
  readonly versionThen: number;
  readonly counts: boolean;
  /** True for content under the id of another record, and when another account handed that in. */
  readonly copy: boolean;
  readonly otherAccount: boolean;
  readonly clockDoubted: boolean;
  /** The unit for which who filled it no longer inspected as it came; null when he did. */
  readonly left: string | null;
  /** Who brought it in from a phone's file; null when it came from the phone. */
  readonly carriedBy: string | null;
  readonly round: number;
  readonly amends: string | null;
  readonly returns: readonly Returned[];
  readonly answers: Submission['answers'];
  /** Published results of its day that had been published before it came, as `<ranking>·<period>`. */
  readonly afterPublished: readonly string[];
}

/** The records of one duty, for a person to choose from. `open` while a choice is wanted. */
export interface RecordsView {
  readonly duty: string;
  readonly schedule: string;
  readonly checklist: string;
  readonly site: string;
  readonly state: 'open' | 'decided' | 'returned' | 'late';
  readonly records: readonly RecordView[];
  readonly choices: readonly Choice[];
}

/** A finding as of a day. `left` is workdays until the due day, negative when past. */
export interface FindingView extends Finding {
  readonly overdue: boolean;
  readonly left: number;
  /** Stages whose time ran out, and the clock that runs now; only under a plan with a flow of its own. */
  readonly late?: readonly string[];
  readonly clock?: StageClock | null;
  /** True for a closed finding drawn for a look-back and not yet looked at. */
  readonly drawn?: boolean;
}

/** A finding on one person's desk. */
export interface FindingDesk extends FindingView {
  /** What this person may do with it now; empty where the plan has no flow of its own. */
  readonly moves: readonly PossibleMove[];
  /** Its number among the findings written off (销号); 0 while it is not closed. */
  readonly writtenOff: number;
  readonly drawn: boolean;
}

/** A visit with the findings that stand on it, and those it opened that were withdrawn since another record counts. */
export interface SubmissionView extends Submission {
  readonly opened: readonly FindingView[];
  readonly withdrawn: readonly Finding[];
}

/** A phase on the line of time. `to` is null for a long-term phase. */
export interface PhaseView {
  readonly name: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly state: 'past' | 'current' | 'future';
  /** Days until its last day, counting today as 0; null when it has none or is not current. */
  readonly left: number | null;
  readonly milestones: readonly MilestoneView[];
}

/** A milestone as of a day. */
export interface MilestoneView {
  readonly name: string;
  readonly by: Day;
  readonly source: string;
  readonly state: 'reached' | 'reached-late' | 'overdue' | 'due-soon' | 'ahead';
  readonly reached: Reached | null;
}

/** Findings of one unit, counted by state. */
export interface UnitFindings {
  readonly unit: string;
  readonly rectifying: number;
  readonly replied: number;
  readonly closed: number;
  readonly overdue: number;
  /** Waiting to be dispatched, and with the clock stopped; left out when there are none. */
  readonly pending?: number;
  readonly suspended?: number;
}

/** The standings of a period as they stand: a published fact, or what they would be if published now. */
export interface StandingsView {
  readonly standings: Standings;
  readonly published: boolean;
  /** Instant and name of who published; empty while not published. */
  readonly publishedAt: string;
  readonly publishedBy: string;
  /** True when the period is over and the standings can be published. */
  readonly over: boolean;
  /** 1 for the first issue, the next for each correction; 0 while not published. */
  readonly issue: number;
  /** Why it was issued anew, and whose results that changed; empty for a first issue. */
  readonly reason: string;
  readonly changes: readonly ResultChanged[];
  /** The issues before this one, oldest first. */
  readonly earlier: readonly { readonly issue: number; readonly at: Instant; readonly by: string; readonly reason: string }[];
}

/** A period that can be looked at, newest first. */
export interface PeriodView {
  readonly ranking: string;
  readonly period: Period;
  readonly published: boolean;
  readonly over: boolean;
}

/** What the leading group sees first: are we on time, who is behind, why, what must I decide. */
export interface Board {
  readonly title: string;
  readonly day: Day;
  readonly version: number;
  readonly phases: readonly PhaseView[];
  readonly duties: { readonly due: number; readonly done: number; readonly late: number; readonly missed: number; readonly open: number };
  readonly findings: {
    readonly rectifying: number;
    readonly replied: number;
    readonly closed: number;
    readonly overdue: number;
    readonly oldest: number;
    readonly pending?: number;
    readonly suspended?: number;
  };
  readonly units: readonly UnitFindings[];
  /** Findings not closed, by age in days: up to 3, up to 7, up to 15, older. */
  readonly ages: readonly { readonly upTo: number | null; readonly count: number }[];
  readonly periods: readonly PeriodView[];
  /** The newest published standings of each ranking, else those of the running period; reasons go as far as the rules. */
  readonly standings: readonly StandingsView[];
  readonly proposals: readonly Proposal[];
  /** Where the office laid the tiles of the units; empty while it has not. */
  readonly tiles: readonly Tile[];
}

/** A measured value: as people read it, and what was divided by what. Numbers are decimal texts of at most six decimals. */
export interface ValueView {
  /** A rate with one decimal or as many as its target needs; an amount exactly. Without its unit. */
  readonly shown: string;
  /** Null for a plain amount. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** As of which day. */
  readonly day: Day;
  /** False while a number in it waits for somebody else to confirm it. */
  readonly confirmed: boolean;
}

/** One target of an indicator as of a day, in one year (for “each year”), for its scope or for one unit. */
export interface TargetView {
  /** Position of the target in the plan. */
  readonly index: number;
  readonly year: string | null;
  readonly scope: Scope;
  readonly binding: 'binding' | 'expected' | 'stretch';
  readonly source: string;
  /** The values that meet it; null where there is no bound. */
  readonly low: string | null;
  readonly high: string | null;
  readonly due: Day | null;
  readonly state: IndicatorState;
  /** What the state rests on; null without data. */
  readonly value: ValueView | null;
  /** Where the straight line to the target is on the day of the value, and what today's line comes to on the due day. */
  readonly expected: string | null;
  readonly forecast: string | null;
  /** First day on which that line meets the target. */
  readonly reaches: Day | null;
  readonly start: { readonly day: Day; readonly value: string } | null;
  /** Every value known, oldest first; null where nothing was divided by nothing. */
  readonly course: readonly { readonly day: Day; readonly value: string | null; readonly confirmed: boolean }[];
  /** Units that have not reported the newest period that others have. */
  readonly missing: readonly string[];
  /** Of a number that several units report: what each brings into the value, which is their sum; null for one that has reported nothing. */
  readonly brought: readonly { readonly unit: string; readonly value: ValueView | null }[];
  /** The units that have a share, or have to reach it each alone. */
  readonly parts: readonly TargetView[];
}

/** A number that is still to be reported. */
export interface AwaitedReading {
  readonly scope: Scope;
  readonly period: Period;
  readonly by: readonly string[];
  /** Last day in time; null when the plan does not say. */
  readonly due: Day | null;
  readonly overdue: boolean;
}

/** A reported number; `jump` while it waits to be confirmed and lies far from last time: what was reported then, and how far in per cent. */
export interface ReadingView extends Reading {
  readonly jump?: { readonly period: Period; readonly figure: Figure; readonly percent: number };
}

/** An indicator as of a day, with every number it rests on. */
export interface IndicatorView {
  readonly name: string;
  readonly unit: string;
  readonly binding: 'binding' | 'expected' | 'stretch';
  readonly source: string;
  readonly task: string | null;
  readonly from: 'reported' | 'computed' | 'nowhere';
  readonly targets: readonly TargetView[];
  /** In the order of the log. */
  readonly readings: readonly ReadingView[];
  /** Periods that are over and have no number yet, oldest first. */
  readonly awaited: readonly AwaitedReading[];
}

/** Who is signed in and what they may open. */
export interface SessionView {
  readonly account: { readonly id: string; readonly login: string; readonly name: string; readonly admin: boolean };
  readonly campaigns: readonly { readonly id: string; readonly title: string; readonly actor: Actor }[];
  /** Who is really there, while somebody looks in the place of the account (以此人身份查看); absent otherwise. Nothing can be done then. */
  readonly seenBy?: string;
  /** Today in China, by the server's clock. */
  readonly today: Day;
  /** True on the demo county: the sign-in page lists its accounts. */
  readonly demo: boolean;
}

/** A phone the office let in. */
export interface DeviceView {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeen: string;
  readonly agent: string;
}
