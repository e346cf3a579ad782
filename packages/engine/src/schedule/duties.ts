import { addDays, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledSchedule } from './compile.ts';
import { crewFor, isFixedCrew } from './crew.ts';
import type { Draw } from './drawn.ts';
import { drawsOf } from './draws.ts';
import type { Duty } from './duty.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { lotOf, type Seeding } from './seeding.ts';

/**
 * How far ahead, in days, a day can be planned whose window is open: a window can open a year before, and a rule for a
 * whole year looks to the end of that year. What is done once, or once in each phase, can be open for the whole phase.
 */
const reachOf = ({ every }: CompiledSchedule): number =>
  every.kind === 'once' || ('stretch' in every && every.stretch === 'phase') ? 40_000 : 800;

/** Ids, names and sites are ordered by code unit, the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface Visit {
  readonly site: string;
  readonly checklist: string;
}

/** The duties of one occurrence, sorted by site. All their ids begin with `prefix`. */
interface Batch {
  readonly due: Day;
  readonly prefix: string;
  readonly duties: readonly Duty[];
}

const bySite = (visits: readonly Visit[]): readonly Visit[] => [...visits].sort((a, b) => byText(a.site, b.site));

const drawnVisits = (draw: Draw): readonly Visit[] =>
  bySite(draw.pools.flatMap(({ checklist, drawn }) => drawn.map((site) => ({ site, checklist }))));

/** Where nothing is drawn, nothing rests on a lot. */
const noLot = { id: '', seed: '' };

const batchOf = (
  schedule: CompiledSchedule,
  occurrence: Occurrence,
  asked: { readonly lot: { readonly id: string; readonly seed: string }; readonly visits: readonly Visit[] },
): Batch => {
  const prefix = `${schedule.name}·${occurrence.planned}·`;
  const clock = 'clock' in schedule.every ? schedule.every.clock : null;
  const fixed = isFixedCrew(schedule) ? crewFor(schedule, '', asked.lot) : undefined;
  const { planned, phase, from, due, provisional } = occurrence;
  const duties = asked.visits.map(({ site, checklist }): Duty => {
    const { by, along } = fixed ?? crewFor(schedule, site, asked.lot);
    return { id: prefix + site, schedule: schedule.name, checklist, site, phase, by, along, planned, from, due, clock, provisional };
  });
  return { due, prefix, duties };
};

const layOutOne = (
  schedule: CompiledSchedule,
  calendar: WorkCalendar,
  asked: { readonly from: Day; readonly to: Day; readonly seeding: Seeding },
): readonly Batch[] => {
  const occurrences = occurrencesOf(schedule, calendar, addDays(asked.to, reachOf(schedule)));
  const wanted = (occurrence: Occurrence): boolean => occurrence.from <= asked.to && occurrence.due >= asked.from;
  const draws = new Map(drawsOf(schedule, occurrences, { seeding: asked.seeding, wanted }).map((draw) => [draw.planned, draw]));
  const all = schedule.pick.kind === 'all' ? bySite(schedule.sites.map((site) => ({ site, checklist: schedule.schedule.checklist }))) : [];
  const fixed = isFixedCrew(schedule);
  return occurrences.filter(wanted).map((occurrence) => {
    const draw = draws.get(occurrence.planned);
    const lot =
      draw ?? (fixed ? noLot : lotOf(asked.seeding, { schedule: schedule.name, every: schedule.every, planned: occurrence.planned }));
    return batchOf(schedule, occurrence, { lot, visits: draw ? drawnVisits(draw) : all });
  });
};

/** True when the ids of one schedule could stand between those of another, so that their batches cannot be laid end to end. */
const mayMix = (schedules: readonly CompiledSchedule[]): boolean => {
  const names = schedules.map(({ name }) => name).sort(byText);
  return names.some((name, i) => i > 0 && (name === names[i - 1] || name.startsWith(`${names[i - 1]}·`)));
};

/**
 * Every duty that can be done on some day from `from` to `to`, both inclusive, sorted by due day, then id. The same
 * plan, calendar and seed give the same duties with the same ids on every machine, whatever window is asked for.
 */
export const layOut = (
  schedules: readonly CompiledSchedule[],
  calendar: WorkCalendar,
  ...[from, to, seeding]: readonly [from: Day, to: Day, seeding: Seeding]
): readonly Duty[] => {
  const batches = schedules.flatMap((schedule) => layOutOne(schedule, calendar, { from, to, seeding }));
  batches.sort((a, b) => byText(a.due, b.due) || byText(a.prefix, b.prefix));
  const duties: Duty[] = [];
  for (const batch of batches) for (const duty of batch.duties) duties.push(duty);
  return mayMix(schedules) ? duties.sort((a, b) => byText(a.due, b.due) || byText(a.id, b.id)) : duties;
};
