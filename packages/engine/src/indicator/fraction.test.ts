import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ceiling,
  compareFractions,
  divided,
  fraction,
  fractionOf,
  minus,
  plus,
  roundedTo,
  showFraction,
  sumOf,
  times,
} from './fraction.ts';

const any = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([over, under]) => fraction(over, under));

test.each([
  [0.1, '0.1'],
  [42.14, '42.14'],
  [-3.48, '-3.48'],
  [1_000_000_000, '1000000000'],
  [0.000001, '0.000001'],
])('%d is kept exactly', (written, shown) => {
  const read = fractionOf(written);
  expect(read && showFraction(read)).toBe(shown);
});

test.each([0.1234567, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, 0.1 + 0.2])('%d has more than six decimals', (written) => {
  expect(fractionOf(written)).toBeUndefined();
});

test('a tenth ten times is one', () => {
  const tenth = fractionOf(0.1);
  expect(tenth && sumOf(Array.from({ length: 10 }, () => tenth))).toEqual(fraction(1n));
});

test('rounded half away from zero, every decimal written', () => {
  expect([
    roundedTo(fraction(2n, 3n), 1),
    roundedTo(fraction(-1n, 4n), 1),
    roundedTo(fraction(96n), 1),
    roundedTo(fraction(5n, 2n), 0),
  ]).toEqual(['0.7', '-0.3', '96.0', '3']);
});

test('law: adding and taking away, multiplying and dividing undo each other', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(minus(plus(a, b), b)).toEqual(a);
      if (b.over !== 0n) expect(divided(times(a, b), b)).toEqual(a);
      expect(Math.sign(compareFractions(a, b))).toBe(-Math.sign(compareFractions(b, a)) + 0);
      expect(compareFractions(a, b) === 0).toBe(minus(a, b).over === 0n);
    }),
  );
});

test('law: the ceiling is the least whole number not below', () => {
  fc.assert(
    fc.property(any, (a) => {
      const top = ceiling(a);
      expect(compareFractions(fraction(top), a)).toBeGreaterThanOrEqual(0);
      expect(compareFractions(fraction(top - 1n), a)).toBeLessThan(0);
    }),
  );
});
