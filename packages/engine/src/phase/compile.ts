import type { Day } from '../calendar/day.ts';
import type { Milestone, Phase } from './schema.ts';

/** A phase with its days read. `to` is null for a long-term phase. */
export interface CompiledPhase {
  readonly name: string;
  readonly index: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly phase: Phase;
  readonly milestones: readonly Milestone[];
}
