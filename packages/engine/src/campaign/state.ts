import type { Day, Instant } from '../calendar/day.ts';
import type { Finding } from '../finding/finding.ts';
import type { Reading } from '../indicator/reading.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Standings } from '../ranking/standings.ts';
import type { ChecklistSubmitted, ResultChanged } from './event.ts';

/** A stored visit. */
export interface Submission extends Omit<ChecklistSubmitted, 'type'> {
  readonly at: Instant;
  readonly by: { readonly account: string; readonly name: string; readonly unit: string };
  readonly findings: readonly string[];
  /** Contents that arrived later under the same id. */
  readonly conflicts: readonly {
    readonly contentHash: string;
    readonly at: Instant;
    readonly filledAt: Instant;
    readonly answers: ChecklistSubmitted['answers'];
  }[];
}

/** A plan in force and from which day. */
export interface Version {
  readonly plan: CompiledPlan;
  readonly version: number;
  readonly from: Day;
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
  readonly decision: { readonly at: Instant; readonly by: string; readonly text: string } | null;
}

/** How a proposed consequence was decided. */
export interface Decision {
  readonly state: 'signed' | 'declined';
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
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
  readonly submissions: Map<string, Submission>;
  /** Submissions of each duty, in order of arrival. */
  readonly byDuty: Map<string, string[]>;
  readonly findings: Map<string, Finding>;
  readonly milestones: Map<string, Reached>;
  /** Readings of indicators by their id. */
  readonly readings: Map<string, Reading>;
  /** Published standings by `<ranking>·<period>`. */
  readonly standings: Map<string, Published>;
  readonly decisions: Map<string, Decision>;
  readonly appeals: Map<string, Appeal>;
  notices: number;
}
