import type { Day } from '../calendar/day.ts';
import { officialCalendar } from '../calendar/years.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { Area, Site } from '../place/schema.ts';
import type { Problem } from '../problem/problem.ts';
import { type CompiledSchedule, compileSchedules, type ScheduleScope } from './compile.ts';
import type { Schedule } from './schema.ts';
import { readTimes, type Timed, type TimedClause } from './timed.ts';

/** A phase of a test, `to` null for a long-term one. */
export const phase = (name: string, from: Day, to: Day | null): CompiledPhase =>
  ({ name, index: 0, from, to, source: '', milestones: [], phase: { name, from, to: to ?? 'long-term' } }) as unknown as CompiledPhase;

/** The times of a clause, or a failed test. */
export const timedOf = (clause: Omit<TimedClause, 'phases'>, phases: readonly CompiledPhase[]): Timed => {
  const { timed, unreadable } = readTimes(clause, phases);
  if (!timed) throw new Error(`unreadable: ${unreadable.join()} ${clause.every}`);
  return timed;
};

/** Sites of a test: `<class> <area> <keeper>` each, named by class and number. */
export const sitesOf = (...rows: readonly (Omit<Site, 'units'> & { readonly units?: string[] })[]): ReadonlyMap<string, Site> =>
  new Map(rows.map((row) => [row.name, { units: [], ...row }]));

/** So many sites of a class, named `<class>1`, `<class>2`, …, each kept by a unit of the same number. */
export const manySites = (kind: string, count: number): readonly (Omit<Site, 'units'> & { units: string[] })[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${kind}${i + 1}`, class: kind, units: [`单位${i + 1}`] }));

/** Everything a schedule of a test speaks of, made from its sites. Each class has a checklist `<class>检查表`. */
export const scopeOf = (
  sites: ReadonlyMap<string, Site>,
  rest: Partial<ScheduleScope> & { readonly areaList?: readonly Area[] } = {},
): ScheduleScope => {
  const sitesByClass = new Map<string, string[]>();
  for (const site of sites.values()) sitesByClass.set(site.class, [...(sitesByClass.get(site.class) ?? []), site.name]);
  return {
    phases: [phase('全年', '2026-01-01', '2026-12-31')],
    sitesByClass,
    checklistClass: new Map([...sitesByClass.keys()].map((kind) => [`${kind}检查表`, kind])),
    calendar: officialCalendar(),
    sites,
    areas: new Map((rest.areaList ?? []).map((area) => [area.name, area])),
    ...rest,
  };
};

/** A schedule with what a test does not say filled in: 门店检查表, weekly on Monday, rolled forward, by 整治办. */
export const scheduleOf = (given: Partial<Schedule>): Schedule => ({
  name: '检查',
  checklist: '门店检查表',
  every: 'week on monday',
  holidays: 'forward',
  sites: 'all',
  by: '整治办',
  ...given,
});

/** One schedule compiled, with what is wrong with it. */
export const compiledOf = (
  given: Partial<Schedule>,
  scope: ScheduleScope,
): { readonly compiled: CompiledSchedule; readonly problems: readonly Problem[] } => {
  const { value, problems } = compileSchedules([scheduleOf(given)], scope, '/schedule');
  const [compiled] = value;
  if (!compiled) throw new Error(`not compiled: ${JSON.stringify(problems)}`);
  return { compiled, problems };
};
