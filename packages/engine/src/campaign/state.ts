import type { Day, Instant } from '../calendar/day.ts';
import type { Finding } from '../finding/finding.ts';
import type { Reading } from '../indicator/reading.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Standings } from '../ranking/standings.ts';
import type {
  BulletinIssued,
  CampaignClosed,
  ChecklistSubmitted,
  ComplaintTaken,
  LookBackDrawn,
  PlanReviewed,
  ProgressReported,
  RecordReturned,
  ResolutionPassed,
  ResultChanged,
  ReviewAsked,
} from './event.ts';
import type { Tile } from './tile-event.ts';

/** Who did something, as far as it is written down. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
}

/** A stored visit. */
export interface Submission extends Omit<ChecklistSubmitted, 'type' | 'handedIn'> {
  readonly at: Instant;
  readonly by: Person;
  readonly findings: readonly string[];
  /** Contents that arrived later under the same id. */
  readonly conflicts: readonly {
    readonly contentHash: string;
    readonly at: Instant;
    readonly filledAt: Instant;
    readonly answers: ChecklistSubmitted['answers'];
    /** Absent in older logs. */
    readonly plan?: string;
    readonly duty?: string;
    readonly by?: Person;
  }[];
  /** The times it was sent back, oldest first; absent when it never was. */
  readonly returns?: readonly Returned[];
}

/** A time a record was sent back. `answered` is the record of the next round, null while it is awaited. */
export interface Returned extends Pick<RecordReturned, 'remarks' | 'text' | 'day'> {
  readonly at: Instant;
  readonly by: string;
  readonly answered: string | null;
}

/** A person's choice among the records of a duty; an empty `record` says that none counts. */
export interface Choice {
  readonly record: string;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** A draft somebody asked to have looked at, and what another person said to it; `verdict` is null while it waits. */
export interface Review extends Omit<ReviewAsked, 'type' | 'review' | 'text'> {
  readonly id: string;
  /** How many versions there were when it was asked for: a review holds for the next one alone. */
  readonly after: number;
  readonly asked: { readonly at: Instant; readonly by: Person; readonly text: string };
  readonly verdict: (Pick<PlanReviewed, 'passed' | 'day' | 'text' | 'remarks'> & { readonly at: Instant; readonly by: Person }) | null;
}

/** A plan in force and from which day. */
export interface Version {
  readonly plan: CompiledPlan;
  readonly version: number;
  readonly from: Day;
  readonly at: Instant;
  readonly by: string;
  /** The review that let it pass; absent in logs older than reviews. */
  readonly review?: Review;
}

/** The end of a campaign: its last day, who closed it and why. */
export interface ClosedCampaign extends Omit<CampaignClosed, 'type'> {
  readonly at: Instant;
  readonly by: string;
}

/** The seed of the campaign's draws, and the first version whose draws rest on it. */
export interface Seeded {
  readonly seed: string;
  readonly commitment: string;
  readonly since: number;
}

/** A draw made again: which issue it became, why, when and by whom. */
export interface Repeated {
  readonly issue: number;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** A milestone that was reached. */
export interface Reached {
  readonly milestone: string;
  readonly day: Day;
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly photos: readonly string[];
}

/** Progress of a task or a milestone as reported, and what somebody else said to it. */
export interface Progress extends Omit<ProgressReported, 'type' | 'progress'> {
  readonly id: string;
  readonly at: Instant;
  readonly by: { readonly account: string; readonly name: string; readonly unit: string };
  readonly state: 'reported' | 'confirmed' | 'returned';
  readonly verdict: { readonly at: Instant; readonly day: Day; readonly by: string; readonly text: string } | null;
}

/** Standings that became a fact, with who published them and when. */
export interface Published {
  readonly standings: Standings;
  readonly at: Instant;
  readonly by: string;
  /** 1 for the first issue; a correction is the next. */
  readonly issue: number;
  /** Why it was issued anew; empty for the first. */
  readonly reason: string;
  readonly changes: readonly ResultChanged[];
  /** The issues before this one, oldest first. */
  readonly earlier: readonly Published[];
}

/** An appeal of a unit against its result in a published period. */
export interface Appeal {
  readonly id: string;
  readonly ranking: string;
  readonly period: string;
  readonly unit: string;
  readonly state: 'open' | 'upheld' | 'rejected';
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly photos: readonly string[];
  /** Findings it says should not count; absent when it names none. Once it is upheld they count in no score. */
  readonly findings?: readonly string[];
  readonly decision: { readonly at: Instant; readonly by: string; readonly text: string } | null;
}

/** A look-back as it was drawn, when and by whom. */
export interface DrawnLookBack extends Omit<LookBackDrawn, 'type'> {
  readonly at: Instant;
  readonly by: string;
}

/** How a proposed consequence was decided. */
export interface Decision {
  readonly state: 'signed' | 'declined';
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** What a meeting decided, and whether it was carried out. */
export interface Resolution extends Omit<ResolutionPassed, 'type' | 'resolution'> {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly done: {
    readonly day: Day;
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
    readonly photos: readonly string[];
  } | null;
}

/** A bulletin that went out. Replayed up to `seq`, the log gives exactly what it said. */
export interface IssuedBulletin extends Omit<BulletinIssued, 'type'> {
  readonly at: Instant;
  readonly by: string;
  readonly seq: number;
}

/** The visits of one day. `stamp` is another object whenever something about one of them changed. */
export interface VisitDay {
  readonly visits: Set<string>;
  stamp: object;
}

/**
 * What follows from a plan and its log so far. Computed by `evolve`, never edited. The maps keep the order of the
 * log. A campaign belongs to whoever replays it: `evolve` changes it in place.
 */
export interface Campaign {
  /** Position of the last event taken in; 0 for an empty log. */
  seq: number;
  /** Plans in force so far, oldest first; empty before the first adoption. */
  readonly versions: Version[];
  /** Reviews of drafts by their id, oldest first. */
  readonly reviews: Map<string, Review>;
  /** Null while the campaign runs. */
  closed: ClosedCampaign | null;
  /** Null before a plan was adopted, and in logs older than published seeds. */
  seeded: Seeded | null;
  /** Draws made again, by `<schedule>·<period>`, in order. */
  readonly repeats: Map<string, readonly Repeated[]>;
  readonly submissions: Map<string, Submission>;
  /** Submissions by the day of the visit. */
  readonly days: Map<Day, VisitDay>;
  /** Submissions of each duty, in order of arrival. */
  readonly byDuty: Map<string, string[]>;
  /** Choices among the records of a duty, oldest first. */
  readonly choices: Map<string, readonly Choice[]>;
  readonly findings: Map<string, Finding>;
  /** Findings of records that do not count any more, as they were; they come back when their record is chosen again. */
  readonly withdrawn: Map<string, Finding>;
  readonly milestones: Map<string, Reached>;
  /** Reported progress by its id. */
  readonly progress: Map<string, Progress>;
  /** Readings of indicators by their id. */
  readonly readings: Map<string, Reading>;
  /** Published standings by `<ranking>·<period>`. */
  readonly standings: Map<string, Published>;
  readonly decisions: Map<string, Decision>;
  readonly appeals: Map<string, Appeal>;
  /** What the public reported, by its id. */
  readonly complaints: Map<string, ComplaintTaken>;
  readonly resolutions: Map<string, Resolution>;
  /** Bulletins by `<report>·<period>`. */
  readonly bulletins: Map<string, IssuedBulletin>;
  /** Look-backs drawn, by period. */
  readonly lookBacks: Map<string, DrawnLookBack>;
  /** The layout of the schematic map of units; empty while nobody has laid it out. */
  tiles: readonly Tile[];
  /** Findings in the order in which they were closed; one that was reopened and closed again stands twice. */
  readonly closings: string[];
  notices: number;
}
