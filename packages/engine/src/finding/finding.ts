import type { Day, Instant } from '../calendar/day.ts';

/** Where a finding stands: the unit is working on it, it waits for somebody else to look, or it is written off. */
export type FindingState = 'rectifying' | 'replied' | 'closed';

/** One step in the life of a finding, in the order of the log. */
export interface FindingStep {
  readonly kind: 'opened' | 'noticed' | 'replied' | 'returned' | 'closed';
  readonly at: Instant;
  readonly day: Day;
  readonly by: { readonly account: string; readonly name: string; readonly unit: string };
  readonly text: string;
  readonly photos: readonly string[];
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
}

/** True when the unit has not replied in time as of the day: no reply yet and the due day is past, or a late one. */
export const isOverdue = (finding: Finding, day: Day): boolean =>
  finding.state === 'rectifying' ? day > finding.due : finding.replied !== null && finding.replied > finding.due;
