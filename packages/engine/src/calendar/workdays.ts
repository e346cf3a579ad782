import { addDays, type Day, weekday } from './day.ts';
import { type OfficeHours, ordinaryHours, roundTheClock, type Season } from './hours.ts';

/**
 * The days off and the make-up workdays of one year, as the yearly holiday notice names them. `source` says which
 * notice. A year that is not in the calendar is *provisional*: Monday to Friday are taken for workdays, and every
 * answer that rests on it says so.
 */
export interface YearTable {
  readonly year: number;
  readonly off: readonly Day[];
  readonly work: readonly Day[];
  readonly source: string;
}

/** A day together with whether it rests on a year whose notice is not out. */
export interface Reckoned {
  readonly day: Day;
  readonly provisional: boolean;
}

/** The official working calendar, made from year tables. */
export interface WorkCalendar {
  /** Years covered by a notice. */
  readonly years: ReadonlySet<string>;
  readonly off: ReadonlySet<Day>;
  readonly work: ReadonlySet<Day>;
  readonly hours: OfficeHours;
  /** The hours of every day in which urgent clocks run, holidays included. */
  readonly urgent: Season['spans'];
}

/** Builds the calendar; a later table for the same year replaces an earlier one. */
export const workCalendar = (tables: readonly YearTable[], hours: OfficeHours = ordinaryHours): WorkCalendar => {
  const latest = new Map(tables.map((table) => [String(table.year), table]));
  return {
    years: new Set(latest.keys()),
    off: new Set([...latest.values()].flatMap((table) => table.off)),
    work: new Set([...latest.values()].flatMap((table) => table.work)),
    hours,
    urgent: roundTheClock,
  };
};

/** A calendar with the tables of some years added; a table for a year it knows takes the place of what it knew. */
export const withYears = (calendar: WorkCalendar, tables: readonly YearTable[]): WorkCalendar => {
  const added = workCalendar(tables);
  const kept = (days: ReadonlySet<Day>): readonly Day[] => [...days].filter((day) => !added.years.has(day.slice(0, 4)));
  return {
    ...calendar,
    years: new Set([...calendar.years, ...added.years]),
    off: new Set([...kept(calendar.off), ...added.off]),
    work: new Set([...kept(calendar.work), ...added.work]),
  };
};

/** True when no holiday notice covers the year of the day. */
export const isProvisional = (calendar: WorkCalendar, day: Day): boolean => !calendar.years.has(day.slice(0, 4));

/** True for a workday: a make-up day, or Monday to Friday that is not off. */
export const isWorkday = (calendar: WorkCalendar, day: Day): boolean =>
  calendar.work.has(day) || (weekday(day) <= 5 && !calendar.off.has(day));

/** The first workday on or after the day (`step` 1), or on or before it (`step` -1). */
export const rollTo = (calendar: WorkCalendar, day: Day, step: 1 | -1): Reckoned => {
  let provisional = isProvisional(calendar, day);
  let at = day;
  while (!isWorkday(calendar, at)) {
    at = addDays(at, step);
    provisional ||= isProvisional(calendar, at);
  }
  return { day: at, provisional };
};

/** The `n`-th workday after the day, which itself does not count. `n` 0 is the day itself. */
export const addWorkdays = (calendar: WorkCalendar, day: Day, n: number): Reckoned => {
  let at: Reckoned = { day, provisional: isProvisional(calendar, day) };
  for (let left = n; left > 0; left--) {
    const next = rollTo(calendar, addDays(at.day, 1), 1);
    at = { day: next.day, provisional: at.provisional || next.provisional };
  }
  return at;
};

/** Workdays after `from` up to and including `to`; 0 when `to` is not later. */
export const workdaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count++;
  return count;
};
