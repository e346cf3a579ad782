import { isWholeDays, readWithin, type Within } from '../calendar/within.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { type Every, readEvery } from './every.ts';
import type { HolidayRule, Stay } from './schema.ts';

/** Anything that falls due again and again, with its phrases read. */
export interface Timed {
  readonly every: Every;
  readonly within: Within | null;
  readonly holidays: HolidayRule;
  /** Period a moved day must not leave, besides its phases; null for none. */
  readonly stay: Stay | null;
  /** True when two planned days that holidays move to the same day become one. */
  readonly merge: boolean;
  /** True when the clause names its phases. */
  readonly named: boolean;
  /** Phases in which it runs, in order of time. */
  readonly phases: readonly CompiledPhase[];
}

/** What a clause says of its times, as written. */
export interface TimedClause {
  readonly every: string;
  readonly within?: string;
  readonly holidays: HolidayRule;
  readonly stay?: Stay;
  readonly clash?: 'both' | 'merge';
  readonly phases?: readonly string[];
}

/** The phases a clause names, all of them when it names none, in order of time; `undefined` when a name is unknown. */
const phasesOf = (clause: TimedClause, phases: readonly CompiledPhase[]): readonly CompiledPhase[] | undefined => {
  const known = clause.phases?.every((name) => phases.some((phase) => phase.name === name)) ?? true;
  const chosen = phases.filter((phase) => clause.phases?.includes(phase.name) ?? true);
  return known ? [...chosen].sort((a, b) => (a.from < b.from ? -1 : 1)) : undefined;
};

/**
 * Reads the times of a clause. `unreadable` names the keys whose phrase cannot be read; a time allowed must be in
 * whole days. `timed` is missing when something is unreadable or a phase is unknown.
 */
export const readTimes = (
  clause: TimedClause,
  phases: readonly CompiledPhase[],
): { readonly timed?: Timed; readonly unreadable: readonly ('every' | 'within')[] } => {
  const every = readEvery(clause.every);
  const within = clause.within === undefined ? null : readWithin(clause.within);
  const known = phasesOf(clause, phases);
  const sound = within === null || (within !== undefined && isWholeDays(within));
  const unreadable = [...(every ? [] : (['every'] as const)), ...(sound ? [] : (['within'] as const))];
  if (!every || within === undefined || !sound || !known) return { unreadable };
  return {
    timed: {
      every,
      within,
      holidays: clause.holidays,
      stay: clause.stay ?? null,
      merge: clause.clash === 'merge',
      named: clause.phases !== undefined,
      phases: known,
    },
    unreadable,
  };
};
