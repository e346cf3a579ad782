import type { Instant } from '../calendar/day.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';

/** What messages are asked of: the campaign with its plan in force, now, and how far back. */
export interface Asking {
  readonly campaign: Campaign;
  readonly plan: CompiledPlan;
  readonly now: Instant;
  /** Messages older than this are told only while something is left to do about them. */
  readonly since: Instant;
}
