import { type Day, isDay } from '../calendar/day.ts';
import { addWorkdays, type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';

const millis = 86_400_000;

/** Days since 1970-01-01, or `undefined` when the text is not a day that exists. */
export const dayNumber = (text: string): number | undefined =>
  text.length === 10 && isDay(text) ? Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10)) / millis : undefined;

/** The day as text. */
export const dayText = (number: number): Day => new Date(number * millis).toISOString().slice(0, 10);

/** Workdays after `from` up to and including `to`; 0 when `to` is not later. Counts at most 40,000 days. */
export const workdaysFrom = (calendar: WorkCalendar, from: number, to: number): number =>
  workdaysBetween(calendar, dayText(from), dayText(to));

/** The `n`-th workday after the day. */
export const workdayAfter = (calendar: WorkCalendar, day: number, n: number): number =>
  dayNumber(addWorkdays(calendar, dayText(day), n).day) ?? day;
