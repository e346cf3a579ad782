import { describe, expect, it } from 'vitest';
import { planFile } from '../campaign/story.fixture.ts';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import { deadlineOf } from './clock.ts';
import { compileCalendar, withYear } from './compile.ts';
import { clockOf, dayOf, type Instant, instantAt } from './day.ts';
import type { PlanCalendar } from './schema.ts';
import { readYearTable } from './table.ts';
import { lastDay, readWithin, type Within } from './within.ts';
import { isProvisional, isWorkday } from './workdays.ts';
import { officialCalendar } from './years.ts';

const year2027 = {
  year: 2027,
  basis: '试拟的通知',
  off: ['2027-01-01 to 2027-01-03', '2027-02-05 to 2027-02-12'],
  work: ['2027-01-30', '2027-02-14'],
};
const calendarOf = (plan: PlanCalendar) => compileCalendar(plan, officialCalendar(), '/calendar').value;
const moment = (text: string): Instant => instantAt(text.slice(0, 10), text.slice(11));
const within = (phrase: string): Within => {
  const read = readWithin(phrase);
  if (!read) throw new Error(phrase);
  return read;
};
const ends = (phrase: string, start: string, plan: PlanCalendar, pauses: readonly (readonly [string, string])[] = []): string => {
  const running = { start: moment(start), pauses: pauses.map(([from, to]) => ({ from: moment(from), to: moment(to) })) };
  const { at, provisional } = deadlineOf(within(phrase), running, calendarOf(plan)) ?? { at: '', provisional: false };
  return `${dayOf(at)} ${clockOf(at)}${provisional ? ' ?' : ''}`;
};

const late = { hours: [{ open: '09:00-12:00 and 14:00-18:00' }] };
const seasons = {
  hours: [
    { from: '10-08', open: '09:00-12:00 and 13:00-17:00' },
    { from: '05-06', open: '09:00-12:00 and 15:00-18:00' },
  ],
};
const urgent = { urgent: '07:00-22:00' };

describe('the calendar of a plan', () => {
  it.each<[string, string, PlanCalendar, string, string]>([
    ['4 work hours', '2026-03-02 09:00', late, '2026-03-02 15:00', 'three in the morning, one from 14:00 on'],
    ['1.5 work hours', '2026-03-06 17:30', late, '2026-03-09 10:00', 'half an hour on Friday, the rest on Monday from nine'],
    ['1.5 workdays', '2026-03-02 09:00', late, '2026-03-04 14:30', 'half of Wednesday’s seven office hours'],
    ['4 work hours', '2026-07-01 09:00', seasons, '2026-07-01 16:00', 'summer hours, though written last'],
    ['4 work hours', '2026-02-02 09:00', seasons, '2026-02-02 14:00', 'the winter season goes on over New Year'],
    ['4 urgent work hours', '2026-03-06 20:00', urgent, '2026-03-07 09:00', 'two hours that evening, two on Saturday morning'],
    ['1 urgent workday', '2026-10-01 12:00', urgent, '2026-10-02 12:00', 'fifteen urgent hours make a day, holidays included'],
    ['1.5 urgent workdays', '2026-10-01 07:00', urgent, '2026-10-02 14:30', 'and half a day seven and a half'],
    ['24 hours', '2026-03-06 20:00', urgent, '2026-03-07 20:00', 'plain hours run round the clock'],
    ['5 workdays', '2027-02-04 10:00', { years: [year2027] }, '2027-02-18 23:59', 'the festival is known, a Sunday is worked in exchange'],
    ['5 workdays', '2027-02-04 10:00', {}, '2027-02-11 23:59 ?', 'and is not, without its notice'],
    ['5 workdays', '2028-02-04 10:00', { years: [year2027] }, '2028-02-11 23:59 ?', 'a year nobody wrote down stays provisional'],
  ])('%s from %s', (phrase, start, plan, due) => {
    expect(ends(phrase, start, plan)).toBe(due);
  });

  it('stands still in a pause, also in the urgent hours', () => {
    expect(ends('4 urgent work hours', '2026-03-06 20:00', urgent, [['2026-03-06 21:00', '2026-03-07 08:00']])).toBe('2026-03-07 11:00');
    expect(ends('1.5 work hours', '2026-03-02 11:00', late, [['2026-03-02 11:30', '2026-03-02 15:00']])).toBe('2026-03-02 16:00');
  });

  it('counts whole days of urgent hours for a notice', () => {
    expect(lastDay(calendarOf(urgent), within('20 urgent work hours'), '2026-03-06').day).toBe('2026-03-08');
    expect(lastDay(officialCalendar(), within('20 urgent work hours'), '2026-03-06').day).toBe('2026-03-07');
  });

  it('replaces a year the program knows, and says so', () => {
    const own = { year: 2026, basis: '县里的安排', off: ['2026-07-13 to 2026-07-15'], work: [] };
    const { value, problems } = compileCalendar({ years: [own] }, officialCalendar(), '/calendar');
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['calendar.year-known', 'hint']]);
    expect(['2026-07-13', '2026-10-01', '2026-10-10', '2025-10-01'].map((day) => isWorkday(value, day))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('reaches every section: a schedule, a notice and a milestone', () => {
    const compiled = (calendar: PlanCalendar | undefined): CompiledPlan => {
      const plan = compilePlan({ ...planFile(), ...(calendar ? { calendar } : {}) });
      if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
      return plan.value;
    };
    const off = { years: [{ year: 2026, basis: '县里的安排', off: ['2026-03-02'], work: [] }] };
    expect(isWorkday(compiled(off).calendar, '2026-03-02')).toBe(false);
    expect(compiled(undefined).calendar).toEqual(officialCalendar());
  });
});

describe('a year that is imported', () => {
  const file = { year: 2027, source: '试拟的通知', off: year2027.off, work: year2027.work };
  const table = readYearTable(file);
  if (!table.ok) throw new Error('unreadable');

  it('is written into the plan as its notice is', () => {
    expect(withYear(planFile(), table.value)).toMatchObject({ calendar: { years: [year2027] } });
  });

  it('takes the place of the same year, and leaves the others and the hours alone', () => {
    const before = {
      calendar: {
        ...late,
        years: [
          { ...year2027, off: ['2027-01-01'] },
          { ...year2027, year: 2025 },
        ],
      },
    };
    expect(withYear(before, table.value).calendar).toEqual({ ...late, years: [{ ...year2027, year: 2025 }, year2027] });
  });

  it('makes its year known', () => {
    const { calendar } = withYear({ calendar: {} }, table.value);
    expect(isProvisional(calendarOf(calendar), '2027-02-08')).toBe(false);
  });
});
