import { expect, test } from 'vitest';
import { between, chance } from './chance.ts';
import { decimalOf, numberOf, roundDivide, roundDivideBig, roundings, showDecimal } from './decimal.ts';

test.each([
  [0.1, { units: 1, decimals: 1 }],
  [-0.25, { units: -25, decimals: 2 }],
  [94.5, { units: 945, decimals: 1 }],
  [1e-7, { units: 1, decimals: 7 }],
  [1.5e-7, { units: 15, decimals: 8 }],
  [-0, { units: 0, decimals: 0 }],
  [9007199254740991, { units: 9007199254740991, decimals: 0 }],
  [900719925474099.1, { units: 9007199254740991, decimals: 1 }],
])('%d is read as it is written', (value, decimal) => expect(decimalOf(value, 12)).toEqual(decimal));

test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, 2 ** 53, 1 / 3, 1e-13, 0.1 + 0.2])('%d is no decimal of a rule', (value) => {
  expect(decimalOf(value, 12)).toBeUndefined();
});

test('every decimal written is read back', () => {
  const random = chance(2);
  for (let i = 0; i < 20_000; i++) {
    const decimals = between(random, 0, 9);
    const units = between(random, -(2 ** 40), 2 ** 40);
    const value = numberOf(units, decimals);
    const read = decimalOf(value, 12);
    expect(read && showDecimal(read.units, read.decimals)).toBe(showDecimal(units, decimals));
    expect(showDecimal(units, decimals)).toBe(String(value).includes('e') ? showDecimal(units, decimals) : String(value));
  }
});

test('both ways of dividing round alike', () => {
  const random = chance(4);
  for (let i = 0; i < 20_000; i++) {
    const [over, under] = [between(random, -500, 500), between(random, 1, 40) * (random() < 0.5 ? 1 : -1)];
    for (const rounding of roundings)
      expect(roundDivide(over, under, rounding)).toBe(Number(roundDivideBig(BigInt(over), BigInt(under), rounding)));
  }
  expect(roundings.map((rounding) => [5, 15, -5, 4].map((over) => roundDivide(over, 10, rounding)))).toEqual([
    [1, 2, -1, 0],
    [0, 2, 0, 0],
    [0, 1, 0, 0],
    [1, 2, -1, 1],
  ]);
});
