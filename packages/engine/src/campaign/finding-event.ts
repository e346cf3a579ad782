import type { Day, Instant } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Deed, StageKind } from '../finding/flow-schema.ts';
import type { Closed } from '../finding/look-back.ts';

/** The clock of a stage as it runs after an event. `due` is null while it stands still. */
export interface Clock {
  readonly start: Instant;
  readonly due: Instant | null;
  readonly provisional: boolean;
  /** Additions granted, as the plan writes them. */
  readonly added: readonly string[];
}

/** Where a finding begins in the flow of its plan, and the class of case it is filed under (empty for none). */
export interface Opening {
  readonly plan: string;
  readonly stage: string;
  readonly is: StageKind;
  readonly class: string;
  readonly edition: string;
  readonly clock: Clock | null;
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
  /** Where it begins, when its plan has a flow of its own. */
  readonly course?: Opening;
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

/**
 * A finding was moved along the flow of its plan. Everything that follows is said: stage, unit, clock; so no later
 * plan or calendar changes what was.
 */
export interface FindingMoved {
  readonly type: 'FindingMoved';
  readonly finding: string;
  readonly move: string;
  readonly does?: Deed;
  /** The stage it led to, what that means, and the stages to go back to from there, the last first. */
  readonly to: string;
  readonly is: StageKind;
  readonly asides: readonly string[];
  /** The unit that answers from now on. */
  readonly unit: string;
  readonly day: Day;
  /** Null for a stage without a time limit. */
  readonly clock: Clock | null;
  /** The day on which that clock ends; while it ends on none, the one before. */
  readonly dueDay: Day;
  readonly text: string;
  readonly photos: readonly string[];
  /** When a suspended finding is looked at again. */
  readonly until?: Day;
  /** The finding that this one repeats. */
  readonly of?: string;
}

/** The look-back of a period was drawn, from the findings closed in it, with a seed nobody knew before. */
export interface LookBackDrawn {
  readonly type: 'LookBackDrawn';
  readonly period: Period;
  readonly day: Day;
  readonly plan: string;
  readonly seed: string;
  readonly closed: readonly Closed[];
  readonly drawn: readonly string[];
}
