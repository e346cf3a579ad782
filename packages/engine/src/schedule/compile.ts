import { addDays, type Day } from '../calendar/day.ts';
import { readWithin, type Within } from '../calendar/within.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { type Outcome, outcome, type Params, type Problem, pointer, problem } from '../problem/problem.ts';
import { type Every, readEvery } from './every.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Schedule } from './schema.ts';
import { readSites, type SitePick } from './sites.ts';

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
  /** Phases in which it runs, in order of time. */
  readonly phases: readonly CompiledPhase[];
}

/** What the schedules may speak of: the sections left of them, compiled. */
export interface ScheduleScope {
  readonly phases: readonly CompiledPhase[];
  readonly sitesByClass: ReadonlyMap<string, readonly string[]>;
  /** Class of each checklist by its name. */
  readonly checklistClass: ReadonlyMap<string, string>;
  readonly calendar: WorkCalendar;
}

const wordsOf = (schedule: Schedule): Params => ({ holder: 'schedule', name: schedule.name, source: schedule.source });

/** The phases the schedule names, all of them when it names none; `undefined` when one of the names is unknown. */
const phasesOf = (schedule: Schedule, phases: readonly CompiledPhase[]): readonly CompiledPhase[] | undefined => {
  const known = schedule.phases?.every((name) => phases.some((phase) => phase.name === name)) ?? true;
  const chosen = phases.filter((phase) => schedule.phases?.includes(phase.name) ?? true);
  return known ? [...chosen].sort((a, b) => (a.from < b.from ? -1 : 1)) : undefined;
};

const examples: Readonly<Record<string, string>> = {
  every: 'week on monday at 15:00, month on day 15, month before day 25, quarter in last 5 workdays',
  within: '3 workdays, 5 days',
  sites: 'all, draw 3',
};

type Phrases = { readonly every: Every; readonly within: Within | null; readonly pick: SitePick };

const readPhrases = (schedule: Schedule, at: string): Outcome<Phrases> => {
  const read = { every: readEvery(schedule.every), within: schedule.within === undefined ? null : readWithin(schedule.within), sites: readSites(schedule.sites) };
  const { every, within, sites } = read;
  if (every && within !== undefined && sites) return outcome({ every, within, pick: sites }, []);
  const problems = (['every', 'within', 'sites'] as const)
    .filter((kind) => read[kind] === undefined)
    .map((kind) => problem('phrase.unreadable', pointer(at, kind), { ...wordsOf(schedule), kind, found: schedule[kind], examples: examples[kind] }));
  return { ok: false, problems };
};

/** The last day up to which a compiled schedule is tried: its end, or three years when it has none. */
const horizon = (phases: readonly CompiledPhase[]): Day => {
  const last = phases.at(-1);
  return last?.to ?? addDays(last?.from ?? '2000-01-01', 1100);
};

const problemsOf = (compiled: CompiledSchedule, scope: ScheduleScope, at: string): readonly Problem[] => {
  const { schedule, pick, sites, phases } = compiled;
  const tooLarge = pick.kind === 'draw' && pick.count > sites.length;
  const drawn = { ...wordsOf(schedule), count: pick.kind === 'draw' ? pick.count : 0, sites: sites.length, class: scope.checklistClass.get(schedule.checklist) };
  const never = phases.length > 0 && occurrencesOf(compiled, scope.calendar, horizon(phases)).length === 0;
  return [
    ...(tooLarge ? [problem('schedule.draw-too-large', pointer(at, 'sites'), drawn)] : []),
    ...(never ? [problem('schedule.no-day', pointer(at, 'every'), wordsOf(schedule))] : []),
  ];
};

/**
 * Reads the phrases of every schedule and lists its sites. A schedule that names an unknown checklist or phase is
 * left out without a word: the names are reported where names are checked.
 */
export const compileSchedules = (schedules: readonly Schedule[], scope: ScheduleScope, at: string): { readonly value: readonly CompiledSchedule[]; readonly problems: readonly Problem[] } => {
  const value: CompiledSchedule[] = [];
  const problems: Problem[] = [];
  schedules.forEach((schedule, i) => {
    const place = pointer(at, i);
    const read = readPhrases(schedule, place);
    problems.push(...read.problems);
    const sites = scope.sitesByClass.get(scope.checklistClass.get(schedule.checklist) ?? '');
    const phases = phasesOf(schedule, scope.phases);
    if (!read.ok || !sites || !phases) return;
    const compiled = { schedule, name: schedule.name, source: schedule.source ?? '', ...read.value, sites, phases };
    value.push(compiled);
    problems.push(...problemsOf(compiled, scope, place));
  });
  return { value, problems };
};
