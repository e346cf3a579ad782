import { addDays, type Day, isWorkday, type officialCalendar, weekday } from '@xiuhua/engine';
import type { UpcomingDate } from '../desk/upcoming.ts';

/** How a day stands in the calendar of a schedule. */
export type DayMark = 'due' | 'rolled' | 'left' | 'none';

/** A day of a month: whether people work on it though it is a weekend, or rest though it is not. */
export interface MonthDay {
  readonly day: Day;
  readonly mark: DayMark;
  readonly off: boolean;
  /** A make-up workday at a weekend, or a holiday during the week. */
  readonly special: boolean;
}

/** A month with its days; `blanks` stand before its first, so that weeks begin on Monday. */
export interface Month {
  readonly month: string;
  readonly blanks: number;
  readonly days: readonly MonthDay[];
}

const daysOfMonth = (month: string): readonly Day[] => {
  const days: Day[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
};

/** The months in which dates fall, in order, each day with what it is to the schedule and to the official calendar. */
export const monthsOf = (dates: readonly UpcomingDate[], calendar: ReturnType<typeof officialCalendar>): readonly Month[] => {
  const due = new Map(dates.map((date) => [date.day, date]));
  const left = new Set(dates.filter(({ day, planned }) => day !== planned).map(({ planned }) => planned));
  const months = [...new Set(dates.flatMap(({ day, planned }) => [planned.slice(0, 7), day.slice(0, 7)]))].sort();
  return months.map((month) => ({
    month,
    blanks: weekday(`${month}-01`) - 1,
    days: daysOfMonth(month).map((day) => {
      const date = due.get(day);
      const off = !isWorkday(calendar, day);
      const mark = date ? (date.planned === day ? 'due' : 'rolled') : left.has(day) ? 'left' : 'none';
      return { day, mark, off, special: off === weekday(day) <= 5 };
    }),
  }));
};
