import type { Pause } from '../calendar/clock.ts';
import { type Day, dayOf, type Instant } from '../calendar/day.ts';
import type { Deed, StageKind } from './flow-schema.ts';

/** Where a finding stands, in general words: with whom the work lies, or how it ended. */
export type FindingState = StageKind;

/** One step in the life of a finding, in the order of the log. */
export interface FindingStep {
  readonly kind: 'opened' | 'noticed' | 'replied' | 'returned' | 'closed' | 'moved';
  readonly at: Instant;
  readonly day: Day;
  readonly by: { readonly account: string; readonly name: string; readonly unit: string };
  readonly text: string;
  readonly photos: readonly string[];
  /** The move of the plan's flow that was made; absent where the plan has no flow of its own. */
  readonly move?: string;
  readonly does?: Deed;
  /** The stage it led to, and the unit that answered before it. */
  readonly stage?: string;
  readonly unit?: string;
  /** The day a move named: when a suspended finding is looked at again. */
  readonly until?: Day;
}

/** The time a unit had in one stage: its last moment, and when the stage was left. `due` is null while it stands still. */
export interface StageClock {
  readonly stage: string;
  readonly is: StageKind;
  readonly unit: string;
  readonly start: Instant;
  readonly due: Instant | null;
  readonly provisional: boolean;
  readonly done: Instant | null;
  /** Additions granted, as the plan writes them. */
  readonly added: readonly string[];
}

/** Where a finding stands in the flow of its plan. */
export interface FindingCourse {
  /** Hash of the plan whose flow it follows for good. */
  readonly plan: string;
  readonly stage: string;
  /** Stages to go back to, the last first; empty unless it was taken aside. */
  readonly asides: readonly string[];
  /** Class of case and edition of the code list; empty where none was named. */
  readonly class: string;
  readonly edition: string;
  readonly clocks: readonly StageClock[];
  readonly pauses: readonly Pause[];
  /** The day on which a suspended finding is looked at again. */
  readonly review: Day | null;
  /** The finding this one repeats; empty for none. */
  readonly of: string;
}

/** A failed item on its way to being put right. */
export interface Finding {
  readonly id: string;
  readonly submission: string;
  readonly site: string;
  readonly checklist: string;
  readonly item: string;
  readonly task: string;
  readonly unit: string;
  readonly opened: Day;
  readonly count: number;
  readonly state: FindingState;
  /** Notice id and running number. */
  readonly notice: string;
  readonly number: number;
  /** Last day on which a reply is in time. */
  readonly due: Day;
  /** Day of the reply that led to closing, or of the last one; null before the first. */
  readonly replied: Day | null;
  readonly closed: Day | null;
  readonly returns: number;
  readonly steps: readonly FindingStep[];
  /** Only under a plan with a flow of its own. */
  readonly course?: FindingCourse;
}

/** True for a finding that counts: neither void nor the repetition of another. */
export const counts = ({ state }: Pick<Finding, 'state'>): boolean => state !== 'void' && state !== 'duplicate';

/** True while something is left to do about it. */
export const isOpen = ({ state }: Pick<Finding, 'state'>): boolean => state !== 'closed' && state !== 'void' && state !== 'duplicate';

/**
 * True for a clock that ran out: left after its last moment, or still running after it. `at` may be a moment, or a
 * day, which is judged by its beginning: what is due in the course of a day is not late on that day.
 */
export const ranOut = (clock: StageClock, at: Day | Instant): boolean => {
  if (clock.due === null) return false;
  if (clock.done !== null) return clock.done > clock.due;
  return at.length > 10 ? at > clock.due : at > dayOf(clock.due);
};

/** The clocks of putting right that ran out, by the units that had the finding then. */
export const lateClocks = (finding: Finding, at: Day | Instant): readonly StageClock[] =>
  (finding.course?.clocks ?? []).filter((clock) => clock.is === 'rectifying' && ranOut(clock, at));

/**
 * True when the unit has not replied in time as of the day: no reply yet and the due day is past, or a late one. In a
 * flow of the plan's own: when a clock of putting right ran out.
 */
export const isOverdue = (finding: Finding, at: Day | Instant): boolean => {
  if (finding.course) return lateClocks(finding, at).length > 0;
  const day = at.length > 10 ? dayOf(at) : at;
  return finding.state === 'rectifying' ? day > finding.due : finding.replied !== null && finding.replied > finding.due;
};

/** Stages whose clock ran out, whoever had to act. */
export const lateStages = (finding: Finding, at: Day | Instant): readonly string[] => [
  ...new Set((finding.course?.clocks ?? []).filter((clock) => ranOut(clock, at)).map(({ stage }) => stage)),
];

/** How often a deed was done to a finding. Replies, returns and closings before there were flows count as well. */
export const timesDone = (finding: Pick<Finding, 'steps'>, deed: Deed): number => {
  const kinds: Partial<Record<Deed, FindingStep['kind']>> = { reply: 'replied', rework: 'returned', close: 'closed' };
  return finding.steps.filter(({ does, kind }) => (does === undefined ? kind === kinds[deed] : does === deed)).length;
};
