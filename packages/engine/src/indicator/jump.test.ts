import { describe, expect, test } from 'vitest';
import { jumpFrom, lastReading } from './jump.ts';
import type { Reading } from './reading.ts';

describe('a number is asked about', () => {
  test.each([
    ['when it doubles', { value: 10 }, { value: 20 }, 100],
    ['when it falls by more than thirty per cent', { numerator: 50, denominator: 100 }, { numerator: 30, denominator: 100 }, 40],
    ['when it turns from a loss into as much again', { value: -10 }, { value: 10 }, 200],
    ['just above thirty per cent', { value: 1000 }, { value: 1301 }, 30],
  ])('%s', (_, last, next, percent) => expect(jumpFrom(last, next)).toBe(percent));

  test.each([
    ['at thirty per cent exactly, though 0.1 and 0.13 are no whole numbers', { value: 0.1 }, { value: 0.13 }],
    ['when it is near', { value: 10 }, { value: 12 }],
    ['when it is the first', undefined, { value: 12 }],
    ['when there was nothing last time', { value: 0 }, { value: 12 }],
    ['when nothing is divided by nothing', { numerator: 5, denominator: 10 }, { numerator: 0, denominator: 0 }],
  ])('not %s', (_, last, next) => expect(jumpFrom(last, next)).toBeUndefined());
});

test('last time is the period before, of the same scope, and not one that was sent back', () => {
  const reading = (period: string, name: string, state: Reading['state']): Reading => ({
    id: `${period}·${name}`,
    indicator: '新改建公厕',
    scope: { kind: 'unit', name },
    period,
    figure: { value: 1 },
    state,
    steps: [],
  });
  const readings = [
    reading('2025-12', '东村', 'confirmed'),
    reading('2025-12', '西村', 'returned'),
    reading('2025-11', '西村', 'confirmed'),
  ];
  const before = (period: string, name: string) =>
    lastReading(readings, { indicator: '新改建公厕', period, scope: { kind: 'unit', name } })?.id;
  expect([before('2026-01', '东村'), before('2026-01', '西村'), before('2026-02', '东村')]).toEqual(['2025-12·东村', undefined, undefined]);
});
