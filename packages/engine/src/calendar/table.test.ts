import { describe, expect, it } from 'vitest';
import { say } from '../problem/say.ts';
import { readYearTable } from './table.ts';
import { isProvisional, isWorkday } from './workdays.ts';
import { officialCalendar, yearTables } from './years.ts';

const next = {
  year: 2027,
  source: '试拟的通知',
  off: ['2027-01-01 to 2027-01-03', '2027-02-05 to 2027-02-12'],
  work: ['2027-01-30', '2027-02-14'],
};

describe('the table of a coming year', () => {
  it('is read, and makes its year known', () => {
    const read = readYearTable(next);
    expect(read.problems).toEqual([]);
    const calendar = officialCalendar(read.ok ? [read.value] : []);
    expect(isProvisional(calendar, '2027-02-08')).toBe(false);
    expect(['2027-01-30', '2027-02-04', '2027-02-05', '2027-02-14', '2027-02-15'].map((day) => isWorkday(calendar, day))).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('of 2026, written out, is the one that comes with the program', () => {
    const table = yearTables.find(({ year }) => year === 2026);
    expect(readYearTable({ ...table })).toEqual({ ok: true, value: table, problems: [] });
  });

  it.each<[string, unknown, string, string]>([
    ['no object', [], 'shape.missing-key', '/year'],
    ['no year', { ...next, year: undefined }, 'shape.missing-key', '/year'],
    ['no holiday at all', { ...next, off: [] }, 'shape.missing-key', '/off'],
    ['no source', { ...next, source: '' }, 'shape.missing-key', '/source'],
    ['a key nobody knows', { ...next, holidays: [] }, 'shape.unknown-key', '/holidays'],
    ['a day that does not exist', { ...next, off: ['2027-02-29'] }, 'calendar.unreadable-days', '/off/0'],
    ['days the wrong way round', { ...next, off: ['2027-02-12 to 2027-02-05'] }, 'calendar.unreadable-days', '/off/0'],
    ['a day of another year', { ...next, off: ['2026-12-31 to 2027-01-03'] }, 'calendar.other-year', '/off/0'],
    ['a make-up day on a Wednesday', { ...next, work: ['2027-02-17'] }, 'calendar.not-weekend', '/work/0'],
    ['a day both off and worked', { ...next, work: ['2027-02-06'] }, 'calendar.off-and-work', '/work/0'],
  ])('with %s is refused in words', (_, raw, code, at) => {
    const { ok, problems } = readYearTable(raw);
    expect(ok).toBe(false);
    expect(problems.map((found) => [found.code, found.at])).toContainEqual([code, at]);
    for (const found of problems) expect(say(found, 'zh') + say(found, 'en')).not.toMatch(/undefined|NaN/);
  });
});
