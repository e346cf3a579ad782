import { addDays, type Day, dayOf, type Instant, instantAt } from './day.ts';
import { hoursOn } from './hours.ts';
import { isWorkday, type WorkCalendar } from './workdays.ts';

/** Longer than any holiday: after so many days without office hours the moment itself is taken. */
const most = 60;

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The moment the office opens on a day, whether it is a workday or not; 08:00 where no hours are laid down. */
export const openingOf = (calendar: WorkCalendar, day: Day): Instant => instantAt(day, clock(hoursOn(calendar.hours, day)[0]?.[0] ?? 480));

/**
 * The first moment from this one on that lies in office hours: the moment itself, or the next opening. Outside of them
 * nobody is disturbed. The end of a stretch of hours is not in it.
 */
export const nextOfficeMoment = (calendar: WorkCalendar, at: Instant): Instant => {
  let day = dayOf(at);
  for (let n = 0; n < most; n++, day = addDays(day, 1)) {
    if (!isWorkday(calendar, day)) continue;
    for (const [from, to] of hoursOn(calendar.hours, day)) {
      const opens = instantAt(day, clock(from));
      if (at < opens) return opens;
      const closes = to === 1440 ? instantAt(addDays(day, 1)) : instantAt(day, clock(to));
      if (at < closes) return at;
    }
  }
  return at;
};
