import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { daysOf, kindOf, type PeriodKind, periodAfter, periodBefore, periodOf } from './period.ts';

const kinds: readonly PeriodKind[] = ['week', 'ten-days', 'month', 'quarter', 'half-year', 'year'];

describe('a period', () => {
  it.each<[PeriodKind, string, string, string, string]>([
    ['week', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['week', '2026-11-08', '2026-W45', '2026-11-02', '2026-11-08'],
    ['ten-days', '2026-11-10', '2026-11T1', '2026-11-01', '2026-11-10'],
    ['ten-days', '2026-11-11', '2026-11T2', '2026-11-11', '2026-11-20'],
    ['ten-days', '2026-12-31', '2026-12T3', '2026-12-21', '2026-12-31'],
    ['ten-days', '2028-02-29', '2028-02T3', '2028-02-21', '2028-02-29'],
    ['month', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-06', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-06-30', '2026-H1', '2026-01-01', '2026-06-30'],
    ['year', '2026-06-30', '2026', '2026-01-01', '2026-12-31'],
  ])('%s of %s is %s', (kind, day, key, ...[first, last]) => {
    expect(periodOf(kind, day)).toBe(key);
    expect(kindOf(key)).toBe(kind);
    expect(daysOf(key)).toEqual({ first, last });
  });

  it('holds the day it is of, and its neighbours lie against it', () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('2000-01-01', n));
    fc.assert(
      fc.property(fc.constantFrom(...kinds), anyDay, (kind, day) => {
        const period = periodOf(kind, day);
        const { first, last } = daysOf(period);
        expect(first <= day && day <= last).toBe(true);
        expect(daysOf(periodBefore(period)).last).toBe(addDays(first, -1));
        expect(daysOf(periodAfter(period)).first).toBe(addDays(last, 1));
        expect(periodBefore(period) < period && period < periodAfter(period)).toBe(true);
      }),
    );
  });

  it.each(['2026-11T4', '2026-13T1', '2026-W54', '2026-Q5', '2026-H3', '26', ''])('“%s” is none', (key) => {
    expect(kindOf(key)).toBeUndefined();
    expect(() => daysOf(key)).toThrow();
  });
});
