/** A calendar day in China as text, `YYYY-MM-DD`. Days compare as text. It has no hour and no zone. */
export type Day = string;

/** A moment as ISO 8601 text in UTC with milliseconds, e.g. `2026-11-06T02:30:00.000Z`. Instants compare as text. */
export type Instant = string;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millis = 86_400_000;
const shanghai = 8 * 3_600_000;

const at = (day: Day): number => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10));

/** Days already put into words, by their number: writing one costs ten times as much as finding it again. */
const texts = new Map<number, Day>();

const text = (time: number): Day => {
  const number = Math.floor(time / millis);
  const known = texts.get(number);
  if (known !== undefined) return known;
  const written = new Date(number * millis).toISOString().slice(0, 10);
  texts.set(number, written);
  return written;
};

/** True for a day that exists: `2026-02-29` and `2026-13-01` do not. Years 1900 to 2999. */
export const isDay = (value: string): boolean => {
  const parts = shape.exec(value);
  return parts !== null && value >= '1900' && value < '3000' && text(at(value)) === value;
};

/** The day `n` days later (earlier when negative). */
export const addDays = (day: Day, n: number): Day => text(at(day) + n * millis);

/** Days from `a` to `b`; 0 when they are the same day, negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((at(b) - at(a)) / millis);

/** Day of the week, Monday 1 to Sunday 7. */
export const weekday = (day: Day): number => ((new Date(at(day)).getUTCDay() + 6) % 7) + 1;

/** True for a day, a month `YYYY-MM` or a year `YYYY` that exists. */
export const isCoarseDay = (value: string): boolean =>
  isDay(value) || isDay(`${value}-01`) || (/^\d{4}$/.test(value) && isDay(`${value}-01-01`));

/** The first day of a day, month or year as the document writes it. */
export const firstDayOf = (written: string): Day => `${written}${'-01-01'.slice(written.length === 4 ? 0 : written.length === 7 ? 3 : 6)}`;

/** The last day of a day, month or year as the document writes it. */
export const lastDayOf = (written: string): Day => {
  if (written.length === 4) return `${written}-12-31`;
  if (written.length > 7) return written;
  const next = written.endsWith('-12')
    ? `${Number(written.slice(0, 4)) + 1}-01-01`
    : `${written.slice(0, 5)}${String(Number(written.slice(5)) + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
};

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The earlier of two days. */
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** The day in China (UTC+8, no summer time) on which the instant falls. */
export const dayOf = (instant: Instant): Day => text(Date.parse(instant) + shanghai);

/** The wall clock in China at the instant, `HH:mm`. */
export const clockOf = (instant: Instant): string => new Date(Date.parse(instant) + shanghai).toISOString().slice(11, 16);

/** The instant at which the wall clock in China shows `HH:mm` on the day. */
export const instantAt = (day: Day, clock = '00:00'): Instant =>
  new Date(at(day) + (+clock.slice(0, 2) * 60 + +clock.slice(3, 5)) * 60_000 - shanghai).toISOString();

/** True for an instant as this engine writes it. */
export const isInstant = (value: string): boolean => {
  const time = Date.parse(value);
  return Number.isFinite(time) && new Date(time).toISOString() === value;
};
