import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './clock.cases.json' with { type: 'json' };
import { deadlineOf, stageDeadlines } from './clock.ts';
import { clockOf, dayOf, type Instant, instantAt } from './day.ts';
import { readHours } from './hours.ts';
import { lastDay, readWithin, sayWithin, type Within } from './within.ts';
import { workCalendar } from './workdays.ts';
import { officialCalendar, yearTables } from './years.ts';

interface Case {
  readonly within: string;
  readonly start: string;
  readonly due: string | null;
  readonly because: string;
  readonly provisional?: boolean;
  readonly pauses?: readonly (readonly (string | null)[])[];
}
const all = cases as readonly Case[];

const moment = (text: string): Instant => instantAt(text.slice(0, 10), text.slice(11));
const words = (instant: Instant): string => `${dayOf(instant)} ${clockOf(instant)}`;
const read = (phrase: string): Within => {
  const within = readWithin(phrase);
  if (!within) throw new Error(phrase);
  return within;
};

describe('a deadline', () => {
  it.each(all)('$within from $start is $due: $because', ({ within, start, pauses = [], due, provisional = false }) => {
    const running = {
      start: moment(start),
      pauses: pauses.map(([from, to]) => ({ from: moment(from ?? ''), to: to ? moment(to) : null })),
    };
    const deadline = deadlineOf(read(within), running, officialCalendar());
    expect(deadline && words(deadline.at)).toBe(due);
    if (deadline) expect(deadline.provisional).toBe(provisional);
  });

  it('follows the office hours of the season', () => {
    const [winter, summer] = [readHours('09:00-12:00 and 13:00-17:00'), readHours('09:00-12:00 and 15:00-18:00')];
    if (!winter || !summer) throw new Error('unreadable hours');
    const calendar = workCalendar(yearTables, [
      { from: '05-06', spans: summer },
      { from: '10-08', spans: winter },
    ]);
    const after = (start: string): string => words(deadlineOf(read('4 work hours'), { start: moment(start) }, calendar)?.at ?? '');
    expect([after('2026-03-02 09:00'), after('2026-07-01 09:00'), after('2026-11-02 09:00')]).toEqual([
      '2026-03-02 14:00',
      '2026-07-01 16:00',
      '2026-11-02 14:00',
    ]);
  });

  it('of stages runs from the end of the stage before, known or expected', () => {
    const stages = [
      { name: '围护', within: read('2 urgent work hours') },
      { name: '修复', within: read('3 workdays') },
      { name: '恢复', within: read('1 workday') },
    ];
    const laid = stageDeadlines(stages, { start: moment('2026-11-06 09:00'), finished: [moment('2026-11-06 10:10')] }, officialCalendar());
    expect(laid.map(({ stage, from, deadline }) => [stage, from && words(from), deadline && words(deadline.at)])).toEqual([
      ['围护', '2026-11-06 09:00', '2026-11-06 11:00'],
      ['修复', '2026-11-06 10:10', '2026-11-11 23:59'],
      ['恢复', '2026-11-11 23:59', '2026-11-12 23:59'],
    ]);
  });
});

describe('stages that stood still', () => {
  it('each stop in the pause they are in, and the next begins when the one before is expected to end', () => {
    const stages = [
      { name: '围护', within: read('2 urgent work hours') },
      { name: '修复', within: read('1.5 workdays') },
    ];
    const pauses = [
      { from: moment('2026-11-06 10:00'), to: moment('2026-11-06 13:00') },
      { from: moment('2026-11-09 09:00'), to: moment('2026-11-09 17:00') },
    ];
    const laid = stageDeadlines(stages, { start: moment('2026-11-06 09:00'), pauses, finished: [] }, officialCalendar());
    expect(laid.map(({ stage, deadline }) => [stage, deadline && words(deadline.at)])).toEqual([
      ['围护', '2026-11-06 14:00'],
      ['修复', '2026-11-11 12:00'],
    ]);
  });

  it('have no end while the clock stands, nor have those after them', () => {
    const stages = [
      { name: '围护', within: read('2 urgent work hours') },
      { name: '修复', within: read('3 workdays') },
    ];
    const running = { start: moment('2026-11-06 09:00'), pauses: [{ from: moment('2026-11-06 10:00'), to: null }], finished: [] };
    expect(stageDeadlines(stages, running, officialCalendar())).toEqual([
      { stage: '围护', from: moment('2026-11-06 09:00'), deadline: null },
      { stage: '修复', from: null, deadline: null },
    ]);
  });
});

describe('a part of a day', () => {
  const end = (pause: readonly [string, string | null]) =>
    deadlineOf(
      read('1.5 workdays'),
      { start: moment('2026-11-04 09:00'), pauses: [{ from: moment(pause[0]), to: pause[1] && moment(pause[1]) }] },
      officialCalendar(),
    )?.at;

  it('that is over stays over when the clock stands still later on that day', () => {
    const over = deadlineOf(read('1.5 workdays'), { start: moment('2026-11-04 09:00') }, officialCalendar())?.at;
    expect(over?.slice(0, 10)).toBe('2026-11-06');
    expect(end(['2026-11-06 16:00', '2026-11-06 17:00'])).toBe(over);
    expect(end(['2026-11-06 16:00', null])).toBe(over);
  });

  it('moves to the next workday when the clock stands still before it is over', () => {
    expect(end(['2026-11-06 08:40', '2026-11-06 09:00'])?.slice(0, 10)).toBe('2026-11-09');
  });
});

describe('the laws of the clocks', () => {
  const units = ['days', 'workdays', 'hours', 'work hours', 'urgent work hours', 'urgent workdays'] as const;
  const anyWithin = fc.record({ amount: fc.integer({ min: 0, max: 800 }).map((n) => n / 100), unit: fc.constantFrom(...units) });
  const anyMoment = fc
    .integer({ min: 0, max: 2 * 365 * 96 })
    .map((n) => new Date(Date.parse('2024-01-01T00:00:00.000Z') + n * 900_000).toISOString());
  const anyPause = fc.tuple(anyMoment, fc.integer({ min: 1, max: 400 })).map(([from, n]) => ({
    from,
    to: new Date(Date.parse(from) + n * 900_000).toISOString(),
  }));
  const calendar = officialCalendar();

  it('more time never ends earlier, and never before it begins', () => {
    fc.assert(
      fc.property(anyWithin, anyMoment, fc.integer({ min: 1, max: 300 }), (within, start, more) => {
        const end = deadlineOf(within, { start }, calendar)?.at ?? '';
        expect(end >= start).toBe(true);
        expect((deadlineOf({ ...within, amount: within.amount + more / 100 }, { start }, calendar)?.at ?? '') >= end).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('a pause never brings the end forward, and one after the end changes nothing', () => {
    fc.assert(
      fc.property(anyWithin, anyMoment, fc.array(anyPause, { maxLength: 3 }), (within, start, pauses) => {
        const end = deadlineOf(within, { start }, calendar)?.at ?? '';
        expect((deadlineOf(within, { start, pauses }, calendar)?.at ?? '') >= end).toBe(true);
        const after = pauses.filter(({ from }) => from > end);
        expect(deadlineOf(within, { start, pauses: after }, calendar)?.at).toBe(end);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a time allowed', () => {
  it.each([
    ['3 workdays', '3个工作日内', 'within 3 workdays'],
    ['1 workday', '1个工作日内', 'within 1 workday'],
    ['1.5 work hours', '1.5个工作时内', 'within 1.5 work hours'],
    ['3 urgent work hours', '3个紧急工作时内', 'within 3 urgent work hours'],
    ['0 days', '当天', 'the same day'],
  ])('“%s” is said %s', (phrase, zh, en) => {
    expect([sayWithin(read(phrase), 'zh'), sayWithin(read(phrase), 'en')]).toEqual([zh, en]);
  });

  it.each(['3', '3 weeks', '-1 days', '1.555 work hours', '3 hour work', '3  days', 'urgent work hours', '3 work days', '1000 days'])(
    '“%s” cannot be read',
    (phrase) => {
      expect(readWithin(phrase)).toBeUndefined();
    },
  );

  it.each([
    ['2.5 workdays', '2026-11-06', '2026-11-11'],
    ['8 work hours', '2026-11-06', '2026-11-09'],
    ['9 work hours', '2026-11-06', '2026-11-10'],
    ['3 urgent work hours', '2026-11-06', '2026-11-07'],
    ['24 hours', '2026-11-06', '2026-11-07'],
    ['3 workdays', '2026-11-06', '2026-11-11'],
  ])('of %s after the day %s ends on %s', (phrase, from, last) => {
    expect(lastDay(officialCalendar(), read(phrase), from)).toEqual({ day: last, provisional: false });
  });
});

describe('office hours', () => {
  it.each(['08:00-12:00, 14:00-18:00', '12:00-08:00', '08:00-12:00 and 11:00-18:00', '8:00-12:00', '', '08:00-24:01'])(
    '“%s” cannot be read',
    (phrase) => {
      expect(readHours(phrase)).toBeUndefined();
    },
  );

  it('may run until midnight', () => {
    expect(readHours('08:00-12:00 and 20:00-24:00')).toEqual([
      [480, 720],
      [1200, 1440],
    ]);
  });
});
