import type { Day } from '../calendar/day.ts';
import type { Within } from '../calendar/within.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledChecklist } from '../checklist/compile.ts';
import type { CompiledConsequence } from '../consequence/compile.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { Site } from '../place/schema.ts';
import type { CompiledRanking } from '../ranking/compile.ts';
import type { CompiledTask } from '../responsibility/compile.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import type { CompiledSheet } from '../scoring/compile.ts';
import type { Plan } from './schema.ts';

/**
 * A plan whose every name is resolved and every phrase read. It is frozen by convention: nothing changes it. Code
 * that holds one never asks whether something exists.
 */
export interface CompiledPlan {
  readonly plan: Plan;
  /** SHA-256 of the canonical text, in hex. */
  readonly hash: string;
  readonly calendar: WorkCalendar;
  /** Current unit name by name, alias and former name. */
  readonly units: ReadonlyMap<string, string>;
  /** Units of a party by its name: a unit stands for itself, a group for its units. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly phases: readonly CompiledPhase[];
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly checklists: ReadonlyMap<string, CompiledChecklist>;
  readonly schedules: readonly CompiledSchedule[];
  readonly notice: { readonly name: string; readonly within: Within; readonly replyPhoto: boolean; readonly source: string };
  readonly sheets: ReadonlyMap<string, CompiledSheet>;
  readonly rankings: ReadonlyMap<string, CompiledRanking>;
  readonly consequences: readonly CompiledConsequence[];
  /** First day of the first phase. */
  readonly from: Day;
}
