import { addDays, type Day, weekday } from './day.ts';

/**
 * Kinds of periods a campaign counts in. A week runs Monday to Sunday and belongs to the year of its Thursday.
 * `ten-days` is 旬: the 1st to 10th, the 11th to 20th, the 21st to the end of a month.
 */
export type PeriodKind = 'week' | 'ten-days' | 'month' | 'quarter' | 'half-year' | 'year';

/** A period by its key: `2026-W45`, `2026-11T2`, `2026-11`, `2026-Q4`, `2026-H2` or `2026`. Keys of one kind sort in time order. */
export type Period = string;

const two = (n: number): string => String(n).padStart(2, '0');
const monthOf = (day: Day): number => +day.slice(5, 7);
const lastOfMonth = (year: string, month: number): Day => addDays(month === 12 ? `${+year + 1}-01-01` : `${year}-${two(month + 1)}-01`, -1);

/** The week key of a day (ISO 8601). */
const weekOf = (day: Day): Period => {
  const thursday = addDays(day, 4 - weekday(day));
  const first = `${thursday.slice(0, 4)}-01-01`;
  const index = Math.floor((Date.parse(thursday) - Date.parse(first)) / 604_800_000) + 1;
  return `${thursday.slice(0, 4)}-W${two(index)}`;
};

/** The period of this kind in which the day falls. */
export const periodOf = (kind: PeriodKind, day: Day): Period => {
  const year = day.slice(0, 4);
  switch (kind) {
    case 'week':
      return weekOf(day);
    case 'ten-days':
      return `${day.slice(0, 7)}T${Math.min(Math.ceil(+day.slice(8) / 10), 3)}`;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(monthOf(day) / 3)}`;
    case 'half-year':
      return `${year}-H${Math.ceil(monthOf(day) / 6)}`;
    case 'year':
      return year;
  }
};

/** The kind of a period key, or `undefined` when the text is no period. */
export const kindOf = (period: Period): PeriodKind | undefined => {
  if (/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(period)) return 'week';
  if (/^\d{4}-(0[1-9]|1[0-2])T[1-3]$/.test(period)) return 'ten-days';
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return 'month';
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter';
  if (/^\d{4}-H[12]$/.test(period)) return 'half-year';
  return /^\d{4}$/.test(period) ? 'year' : undefined;
};

/** First and last day of a period, both inclusive. Throws on a text that is no period. */
export const daysOf = (period: Period): { readonly first: Day; readonly last: Day } => {
  const year = period.slice(0, 4);
  switch (kindOf(period)) {
    case 'week': {
      const fourth = `${year}-01-04`;
      const first = addDays(fourth, 1 - weekday(fourth) + (+period.slice(6) - 1) * 7);
      return { first, last: addDays(first, 6) };
    }
    case 'ten-days': {
      const month = period.slice(0, 7);
      const tens = +period.slice(8) - 1;
      return { first: `${month}-${tens}1`, last: tens === 2 ? lastOfMonth(year, +month.slice(5)) : `${month}-${tens + 1}0` };
    }
    case 'month':
      return { first: `${period}-01`, last: lastOfMonth(year, +period.slice(5)) };
    case 'quarter':
      return { first: `${year}-${two(+period.slice(6) * 3 - 2)}-01`, last: lastOfMonth(year, +period.slice(6) * 3) };
    case 'half-year':
      return { first: `${year}-${two(+period.slice(6) * 6 - 5)}-01`, last: lastOfMonth(year, +period.slice(6) * 6) };
    case 'year':
      return { first: `${year}-01-01`, last: `${year}-12-31` };
    default:
      throw new Error(`not a period: ${period}`);
  }
};

/** The period just before this one. */
export const periodBefore = (period: Period): Period => {
  const kind = kindOf(period);
  if (!kind) throw new Error(`not a period: ${period}`);
  return periodOf(kind, addDays(daysOf(period).first, -1));
};

/** The period just after this one. */
export const periodAfter = (period: Period): Period => {
  const kind = kindOf(period);
  if (!kind) throw new Error(`not a period: ${period}`);
  return periodOf(kind, addDays(daysOf(period).last, 1));
};
