import { expect, test } from 'vitest';
import { jumpFrom, sayFigure } from './figure.ts';

test('a rate shows both of its sides, a plain number its unit', () => {
  expect(sayFigure({ numerator: 280, denominator: 400 }, '%')).toBe('70.0 % (280/400)');
  expect(sayFigure({ numerator: 0, denominator: 0 }, '%')).toBe('— (0/0)');
  expect(sayFigure({ value: 12 }, '公里')).toBe('12 公里');
});

test('a number far from last time is asked about, a near one and a first one are not', () => {
  expect(jumpFrom({ value: 10 }, { value: 20 })).toBe(100);
  expect(jumpFrom({ value: 10 }, { value: 12 })).toBeUndefined();
  expect(jumpFrom(undefined, { value: 12 })).toBeUndefined();
  expect(jumpFrom({ value: 0 }, { value: 12 })).toBeUndefined();
  expect(jumpFrom({ numerator: 50, denominator: 100 }, { numerator: 30, denominator: 100 })).toBe(40);
});
