import { addDays, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledSchedule } from './compile.ts';
import { drawFrom, drawNumber } from './draw.ts';
import type { Duty } from './duty.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';

/** Longest time by which a thing can open before its planned day: a year, and a holiday around it. */
const reach = 400;

const byDueThenId = (a: Duty, b: Duty): number => {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

const sitesOf = (schedule: CompiledSchedule, planned: Day, seed: string): readonly string[] => {
  const { pick, sites, name } = schedule;
  if (pick.kind === 'all') return sites;
  return drawFrom(sites, pick.count, (turn) => drawNumber(seed, `${name}·${planned}`, '', turn));
};

const dutiesAt = (schedule: CompiledSchedule, occurrence: Occurrence, seed: string): readonly Duty[] =>
  sitesOf(schedule, occurrence.planned, seed).map((site) => ({
    id: `${schedule.name}·${occurrence.planned}·${site}`,
    schedule: schedule.name,
    checklist: schedule.schedule.checklist,
    site,
    phase: occurrence.phase,
    by: schedule.schedule.by,
    along: [],
    planned: occurrence.planned,
    from: occurrence.from,
    due: occurrence.due,
    clock: 'clock' in schedule.every ? schedule.every.clock : null,
    provisional: occurrence.provisional,
  }));

/**
 * Every duty that can be done on some day from `from` to `to`, both inclusive, sorted by due day, then id. The same
 * plan, calendar and seed give the same duties with the same ids on every machine, whatever window is asked for.
 */
export const layOut = (schedules: readonly CompiledSchedule[], calendar: WorkCalendar, from: Day, to: Day, seed: string): readonly Duty[] =>
  schedules
    .flatMap((schedule) =>
      occurrencesOf(schedule, calendar, addDays(to, reach))
        .filter((occurrence) => occurrence.from <= to && occurrence.due >= from)
        .flatMap((occurrence) => dutiesAt(schedule, occurrence, seed)),
    )
    .sort(byDueThenId);
