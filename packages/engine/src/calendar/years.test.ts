import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from './day.ts';
import { isProvisional, isWorkday, rollTo, workdaysBetween } from './workdays.ts';
import { officialCalendar, yearTables } from './years.ts';

const calendar = officialCalendar();

describe('the year tables', () => {
  it.each(yearTables.map((table) => table.year))('agree with an independent table on every day of %i', (year) => {
    const first = `${year}-01-01`;
    const differing = Array.from({ length: daysBetween(first, `${year}-12-31`) + 1 }, (_, n) => addDays(first, n)).filter(
      (day) => isWorkday(calendar, day) !== chineseDays.isWorkday(day),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('give %i its number of workdays: %i', (year, workdays) => {
    expect(workdaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(workdays);
  });

  it('roll both Mondays of the Spring Festival of 2026 to Tuesday the 24th', () => {
    expect(rollTo(calendar, '2026-02-16', 1)).toEqual({ day: '2026-02-24', provisional: false });
    expect(rollTo(calendar, '2026-02-23', 1)).toEqual({ day: '2026-02-24', provisional: false });
  });

  it('never let a make-up day be off, and put every day into its own year', () => {
    for (const { year, off, work } of yearTables) {
      expect(off.filter((day) => work.includes(day))).toEqual([]);
      expect([...off, ...work].filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
    }
  });

  it('say that 2027 is not known, and learn it from a later table', () => {
    expect(isProvisional(calendar, '2027-01-04')).toBe(true);
    const later = officialCalendar([{ year: 2027, off: ['2027-01-04'], work: [], source: '试' }]);
    expect(isProvisional(later, '2027-01-04')).toBe(false);
    expect(isWorkday(later, '2027-01-04')).toBe(false);
  });
});
