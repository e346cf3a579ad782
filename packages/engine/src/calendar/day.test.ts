import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, isDay } from './day.ts';

test('days follow each other as the calendar has them, leap years and turns of the century included', () => {
  const first = Date.UTC(1900, 0, 1);
  let day = '1900-01-01';
  for (let n = 0; n < 401_767; n++) {
    if (n % 97 === 0 || day.slice(5) === '02-28') expect(day).toBe(new Date(first + n * 86_400_000).toISOString().slice(0, 10));
    day = addDays(day, 1);
  }
  expect(day).toBe('3000-01-01');
});

test('going there and back again leads to the same day', () => {
  const known = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2990-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(known, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
      fc.pre(addDays(day, n) >= '1900-01-01' && addDays(day, n) < '3000');
      expect([addDays(addDays(day, n), -n), daysBetween(day, addDays(day, n)), isDay(addDays(day, n))]).toEqual([day, n, true]);
    }),
  );
});
