import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareFractions, fraction, fractionOf } from './fraction.ts';
import { showRate } from './show.ts';
import { meets } from './target.ts';

const none = { low: null, high: null };
const least = (n: number) => ({ low: fractionOf(n) ?? null, high: null });

test.each([
  [19_069n, 19_861n, none, '96.0', 'the closing rate of a county'],
  [19_069n, 19_861n, least(96), '96.0', 'met, and looks met'],
  [19_069n, 19_861n, least(96.1), '96.0', 'not met, and does not look met'],
  [9996n, 10_000n, least(100), '99.96', 'one decimal would make it whole'],
  [99_999_999n, 100_000_000n, least(100), '99.999999', 'as many decimals as it takes'],
  [1n, 3n, none, '33.3', 'a third'],
  [0n, 7n, none, '0.0', 'none of seven'],
  [7n, 7n, least(100), '100.0', 'all of seven'],
])('%d of %d is shown %#: %s %s', (over, under, bounds, shown) => {
  expect(showRate(fraction(over * 100n, under), bounds)).toBe(shown);
});

test('law: what is shown lies within half of its last decimal, and on the true side of the target', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10_000n }),
      fc.bigInt({ min: 1n, max: 10_000n }),
      fc.integer({ min: 0, max: 1000 }),
      (over, under, tenths) => {
        const value = fraction(over * 100n, under);
        const bounds = least(tenths / 10);
        const shown = showRate(value, bounds);
        const read = fractionOf(Number(shown));
        if (!read) throw new Error(shown);
        const step = 10n ** BigInt(shown.split('.')[1]?.length ?? 0);
        const off = fraction(value.over * read.under - read.over * value.under, value.under * read.under);
        expect(compareFractions(fraction(off.over < 0n ? -off.over : off.over, off.under), fraction(1n, 2n * step))).toBeLessThanOrEqual(0);
        expect(meets(read, bounds)).toBe(meets(value, bounds));
      },
    ),
  );
});
