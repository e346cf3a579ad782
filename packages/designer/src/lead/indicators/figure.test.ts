import { expect, test } from 'vitest';
import { sayFigure } from './figure.ts';

test('a rate shows both of its sides, a plain number its unit', () => {
  expect(sayFigure({ numerator: 280, denominator: 400 }, '%')).toBe('70.0 % (280/400)');
  expect(sayFigure({ numerator: 0, denominator: 0 }, '%')).toBe('— (0/0)');
  expect(sayFigure({ value: 12 }, '公里')).toBe('12 公里');
});
