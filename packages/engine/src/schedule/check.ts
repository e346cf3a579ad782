import { addDays, type Day } from '../calendar/day.ts';
import { daysOf, periodOf } from '../calendar/period.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { clauseOf, type Params, type Problem, problem } from '../problem/problem.ts';
import type { CompiledSchedule, ScheduleScope } from './compile.ts';
import { type Occurrence, occurrencesOf, upsetsOf } from './occurrences.ts';
import { phaseOf } from './planned.ts';
import type { Cover, DrawRule } from './sites.ts';
import type { Timed } from './timed.ts';

/** The last day up to which a schedule is tried: its end, or three years on when it has none. */
const horizon = (phases: readonly CompiledPhase[]): Day => {
  const last = phases.at(-1);
  return last?.to ?? addDays(last?.from ?? '2000-01-01', 1100);
};

/** Fewest draws in a period that lies wholly in the phases and in the days tried; undefined when none does. */
const fewestDraws = (
  occurrences: readonly Occurrence[],
  cover: Cover,
  days: { readonly first: Day; readonly last: Day },
): number | undefined => {
  const counts = new Map<string, number>();
  for (const { planned } of occurrences) counts.set(periodOf(cover, planned), (counts.get(periodOf(cover, planned)) ?? 0) + 1);
  const whole = [...counts].filter(([period]) => daysOf(period).first >= days.first && daysOf(period).last <= days.last);
  return whole.length === 0 ? undefined : Math.min(...whole.map(([, count]) => count));
};

const drawProblems = (compiled: CompiledSchedule, rule: DrawRule, occurrences: readonly Occurrence[]): readonly Problem[] => {
  const words = clauseOf('schedule', compiled.schedule);
  const first = compiled.phases[0]?.from ?? '';
  const fewest = rule.cover === null ? undefined : fewestDraws(occurrences, rule.cover, { first, last: horizon(compiled.phases) });
  return compiled.pools.flatMap(({ name, take, sites }): readonly Problem[] => {
    const params: Params = { ...words, class: name, count: take, sites: sites.length };
    if (take > sites.length) return [problem('schedule.draw-too-large', '/sites', params)];
    const needed = take * (rule.apart + 1);
    return [
      ...(needed > sites.length ? [problem('draw.too-few-to-rest', '/sites', { ...params, apart: rule.apart, needed })] : []),
      ...(fewest !== undefined && fewest * take < sites.length
        ? [problem('draw.cover-impossible', '/sites', { ...params, draws: fewest, most: fewest * take, cover: rule.cover ?? '' })]
        : []),
    ];
  });
};

const ruleProblems = (compiled: CompiledSchedule, rule: DrawRule, scope: ScheduleScope): readonly Problem[] => {
  const words = clauseOf('schedule', compiled.schedule);
  const strata = compiled.schedule.strata?.length ?? 0;
  const placed = new Set(compiled.pools.flatMap((pool) => pool.sites));
  const homeless = rule.by === 'class' || !scope.sites ? [] : compiled.sites.filter((site) => !placed.has(site));
  return [
    ...(rule.of !== null && rule.of !== compiled.sites.length
      ? [problem('draw.count-differs', '/sites', { ...words, stated: rule.of, sites: compiled.sites.length })]
      : []),
    ...(rule.by === 'class' && strata === 0 ? [problem('draw.strata-missing', '/sites', words)] : []),
    ...(rule.by !== 'class' && strata > 0 ? [problem('draw.strata-unused', '/strata', { ...words, found: compiled.schedule.sites })] : []),
    ...(homeless.length > 0 ? [problem('draw.no-area', '/sites', { ...words, count: homeless.length, site: homeless[0] })] : []),
  ];
};

/** A site for which every unit that may go would have to stand back; only when the unit is drawn from a group. */
const crewProblems = (compiled: CompiledSchedule): readonly Problem[] => {
  const { by, along, keepers, schedule } = compiled;
  const words = clauseOf('schedule', schedule);
  const barred = by.length > 1 ? compiled.sites.find((site) => by.every((unit) => keepers.get(site)?.includes(unit))) : undefined;
  const mayGo = (units: readonly string[], site: string): readonly string[] => units.filter((unit) => !keepers.get(site)?.includes(unit));
  /** Whoever goes as inspector cannot go along as well: one fewer when he may be one of them. */
  const free = (site: string): number => {
    const others = mayGo(along?.from ?? [], site);
    const inspectors = by.length > 1 ? mayGo(by, site) : by;
    return others.length - (inspectors.some((unit) => others.includes(unit)) ? 1 : 0);
  };
  const lonely = along ? compiled.sites.find((site) => free(site) < along.draw) : undefined;
  return [
    ...(barred === undefined ? [] : [problem('draw.nobody-may-go', '/by', { ...words, site: barred, by: schedule.by })]),
    ...(along && lonely !== undefined
      ? [problem('draw.too-few-along', '/along', { ...words, site: lonely, count: along.draw, free: free(lonely) })]
      : []),
  ];
};

/** The phases something runs in, with their days, as a message names them. */
const phasesIn = (phases: readonly CompiledPhase[]): Params => {
  const named = (to: string): string => phases.map((phase) => `${phase.name}（${phase.from}–${phase.to ?? to}）`).join('、');
  return { phases: named('长期'), phasesEn: named('long-term') };
};

/**
 * What is wrong with the days of anything that comes round: none at all, all over before the plan was issued, several
 * moved to one, some dropped, some outside the phases, some in a year whose notice is not out. A long-term phase always
 * comes to such a year: not said.
 */
export const timeProblems = (
  timed: Timed,
  scope: { readonly words: Params; readonly calendar: WorkCalendar; readonly issued?: Day | undefined; readonly at: string },
): readonly Problem[] => {
  const { words, calendar, issued, at } = scope;
  if (timed.phases.length === 0) return [];
  const { days, last, collisions, dropped, unknownYear } = upsetsOf(timed, calendar, horizon(timed.phases));
  if (days === 0) return [problem('schedule.no-day', `${at}/every`, { ...words, ...phasesIn(timed.phases) })];
  if (last !== null && issued !== undefined && last < issued)
    return [
      problem('schedule.phase-over', `${at}/${timed.named ? 'phases' : 'every'}`, { ...words, ...phasesIn(timed.phases), last, issued }),
    ];
  const stray = timed.every.kind === 'once' ? timed.every.days.filter((day) => !phaseOf(timed.phases, day)) : [];
  const met = timed.merge ? [] : collisions.slice(0, 20);
  const lost = timed.holidays === 'skip' ? [] : dropped.slice(0, 20);
  const ends = timed.phases.at(-1)?.to !== null;
  return [
    ...stray.map((day) => problem('schedule.day-outside', `${at}/every`, { ...words, day })),
    ...met.map(({ day, planned }) => problem('schedule.collision', `${at}/holidays`, { ...words, day, planned: planned.join('、') })),
    ...lost.map((planned) => problem('schedule.dropped', `${at}/holidays`, { ...words, planned })),
    ...(ends && unknownYear !== null ? [problem('calendar.provisional', `${at}/every`, { ...words, year: unknownYear })] : []),
  ];
};

/** Everything wrong with a schedule whose phrases can be read: draws that cannot be, days that never come, clashes. */
export const scheduleProblems = (compiled: CompiledSchedule, scope: ScheduleScope, at: string): readonly Problem[] => {
  const { pick } = compiled;
  const covers = pick.kind === 'draw' && pick.cover !== null;
  const occurrences = covers ? occurrencesOf(compiled, scope.calendar, horizon(compiled.phases)) : [];
  return [
    ...timeProblems(compiled, { words: clauseOf('schedule', compiled.schedule), calendar: scope.calendar, issued: scope.issued, at: '' }),
    ...(pick.kind === 'all' ? [] : [...ruleProblems(compiled, pick, scope), ...drawProblems(compiled, pick, occurrences)]),
    ...crewProblems(compiled),
  ].map((found) => ({ ...found, at: at + found.at }));
};
