import { addDays, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledSchedule } from './compile.ts';
import { crewFor } from './crew.ts';
import { type Draw, drawsOf } from './draws.ts';
import type { Duty } from './duty.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';

/** A window can open a year before its planned day; a rule for a whole year looks to the end of that year. */
const reach = 800;

const byDueThenId = (a: Duty, b: Duty): number => {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

interface Visit {
  readonly site: string;
  readonly checklist: string;
}

const visitsOf = (schedule: CompiledSchedule, draw: Draw | undefined): readonly Visit[] => {
  if (!draw) return schedule.sites.map((site) => ({ site, checklist: schedule.schedule.checklist }));
  return draw.pools.flatMap(({ checklist, drawn }) => drawn.map((site) => ({ site, checklist })));
};

const dutiesAt = (schedule: CompiledSchedule, occurrence: Occurrence, asked: { readonly seed: string; readonly draw: Draw | undefined }): readonly Duty[] => {
  const id = `${schedule.name}·${occurrence.planned}`;
  const clock = 'clock' in schedule.every ? schedule.every.clock : null;
  return visitsOf(schedule, asked.draw).map(({ site, checklist }) => ({
    id: `${id}·${site}`,
    schedule: schedule.name,
    checklist,
    site,
    phase: occurrence.phase,
    ...crewFor(schedule, site, { seed: asked.seed, id }),
    planned: occurrence.planned,
    from: occurrence.from,
    due: occurrence.due,
    clock,
    provisional: occurrence.provisional,
  }));
};

const layOutOne = (schedule: CompiledSchedule, calendar: WorkCalendar, asked: { readonly from: Day; readonly to: Day; readonly seed: string }): readonly Duty[] => {
  const occurrences = occurrencesOf(schedule, calendar, addDays(asked.to, reach));
  const wanted = (occurrence: Occurrence): boolean => occurrence.from <= asked.to && occurrence.due >= asked.from;
  const draws = new Map(drawsOf(schedule, occurrences, { seed: asked.seed, wanted }).map((draw) => [draw.planned, draw]));
  return occurrences.filter(wanted).flatMap((occurrence) => dutiesAt(schedule, occurrence, { seed: asked.seed, draw: draws.get(occurrence.planned) }));
};

/**
 * Every duty that can be done on some day from `from` to `to`, both inclusive, sorted by due day, then id. The same
 * plan, calendar and seed give the same duties with the same ids on every machine, whatever window is asked for.
 */
export const layOut = (schedules: readonly CompiledSchedule[], calendar: WorkCalendar, from: Day, to: Day, seed: string): readonly Duty[] =>
  schedules.flatMap((schedule) => layOutOne(schedule, calendar, { from, to, seed })).sort(byDueThenId);
