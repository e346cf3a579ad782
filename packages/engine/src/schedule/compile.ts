import type { Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { Area, Site } from '../place/schema.ts';
import { type Problem, pointer } from '../problem/problem.ts';
import { scheduleProblems } from './check.ts';
import { type Pool, poolsOf } from './pools.ts';
import { keepersOf, type Register } from './register.ts';
import type { Schedule } from './schema.ts';
import { readSites, type SitePick } from './sites.ts';
import { readTimes, type Timed } from './timed.ts';
import { unreadable } from './unreadable.ts';

/** A schedule with its phrases read and its sites listed in the order of the plan. */
export interface CompiledSchedule extends Timed {
  readonly schedule: Schedule;
  readonly name: string;
  readonly source: string;
  readonly pick: SitePick;
  /** Names of all sites of the checklist's class; in a draw by class, of all strata. */
  readonly sites: readonly string[];
  /** What is drawn from; empty when all sites are visited. */
  readonly pools: readonly Pool[];
  /** Units whose inspectors may go: one, or those of a group. */
  readonly by: readonly string[];
  readonly along: { readonly from: readonly string[]; readonly draw: number } | null;
  /** Units that keep each site, who may not judge it. */
  readonly keepers: ReadonlyMap<string, readonly string[]>;
}

/** What the schedules may speak of: the sections left of them, compiled. */
export interface ScheduleScope {
  readonly phases: readonly CompiledPhase[];
  readonly sitesByClass: ReadonlyMap<string, readonly string[]>;
  /** Class of each checklist by its name. */
  readonly checklistClass: ReadonlyMap<string, string>;
  readonly calendar: WorkCalendar;
  /** The day the plan was issued, when it says so. */
  readonly issued?: Day | undefined;
  /** The sites and areas by name, for grades, zones and keepers. */
  readonly sites?: ReadonlyMap<string, Site>;
  readonly areas?: ReadonlyMap<string, Area>;
  /** Units of each party by its name; a name that is missing stands for itself. */
  readonly parties?: ReadonlyMap<string, readonly string[]>;
}

/** The class of the schedule's checklist; `undefined` when it names a checklist or class that is not there. */
const kindOf = (schedule: Schedule, scope: ScheduleScope): string | undefined => {
  const strata = schedule.strata ?? [];
  const checklists = [schedule.checklist, ...strata.flatMap((stratum) => stratum.checklist ?? [])];
  const kind = scope.checklistClass.get(schedule.checklist);
  const classes = [kind, ...strata.flatMap((stratum) => stratum.class ?? [])];
  const known =
    checklists.every((name) => scope.checklistClass.has(name)) &&
    classes.every((name) => name !== undefined && scope.sitesByClass.has(name));
  return known ? kind : undefined;
};

const unitsOf = (scope: ScheduleScope, parties: readonly string[]): readonly string[] => [
  ...new Set(parties.flatMap((name) => scope.parties?.get(name) ?? [name])),
];

type Ground = ScheduleScope & { readonly register: Register; readonly keepers: CompiledSchedule['keepers'] };

const compileOne = (schedule: Schedule, timed: Timed & { readonly pick: SitePick }, scope: Ground): CompiledSchedule | undefined => {
  const kind = kindOf(schedule, scope);
  if (kind === undefined) return undefined;
  const pools = timed.pick.kind === 'all' ? [] : poolsOf(schedule, timed.pick, { kind, register: scope.register });
  const byClass = timed.pick.kind === 'draw' && timed.pick.by === 'class';
  return {
    ...timed,
    schedule,
    name: schedule.name,
    source: schedule.source ?? '',
    sites: byClass ? [...new Set(pools.flatMap((pool) => pool.sites))] : (scope.sitesByClass.get(kind) ?? []),
    pools,
    by: unitsOf(scope, [schedule.by]),
    along: schedule.along ? { from: unitsOf(scope, schedule.along.from), draw: schedule.along.draw } : null,
    keepers: scope.keepers,
  };
};

/**
 * Reads the phrases of every schedule, lists its sites and makes the pools it draws from. A schedule that names an
 * unknown checklist, class or phase is left out without a word: names are reported where names are checked.
 */
export const compileSchedules = (
  schedules: readonly Schedule[],
  scope: ScheduleScope,
  at: string,
): { readonly value: readonly CompiledSchedule[]; readonly problems: readonly Problem[] } => {
  const register: Register = { sitesByClass: scope.sitesByClass, sites: scope.sites ?? new Map(), areas: scope.areas ?? new Map() };
  const keepers = new Map([...register.sites.keys()].map((name) => [name, keepersOf(register, name)]));
  const value: CompiledSchedule[] = [];
  const problems: Problem[] = [];
  schedules.forEach((schedule, i) => {
    const place = pointer(at, i);
    const { timed, unreadable: phrases } = readTimes(schedule, scope.phases);
    const pick = readSites(schedule.sites);
    problems.push(...phrases.map((kind) => unreadable('schedule', schedule, { kind, found: schedule[kind], at: place })));
    if (!pick) problems.push(unreadable('schedule', schedule, { kind: 'sites', found: schedule.sites, at: place }));
    const compiled = timed && pick && compileOne(schedule, { ...timed, pick }, { ...scope, register, keepers });
    if (!compiled) return;
    value.push(compiled);
    problems.push(...scheduleProblems(compiled, scope, place));
  });
  return { value, problems };
};
