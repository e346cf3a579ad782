import type { Within } from '../calendar/within.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { Every } from './every.ts';
import type { Schedule } from './schema.ts';

/** Which sites a schedule visits each time: all of its class, or so many drawn. */
export type SitePick = { readonly kind: 'all' } | { readonly kind: 'draw'; readonly count: number };

/** A schedule with its phrases read and its sites listed in the order of the plan. */
export interface CompiledSchedule {
  readonly schedule: Schedule;
  readonly name: string;
  readonly source: string;
  readonly every: Every;
  readonly within: Within | null;
  readonly pick: SitePick;
  /** Names of all sites of the checklist's class. */
  readonly sites: readonly string[];
  /** Phases in which it runs. */
  readonly phases: readonly CompiledPhase[];
}
