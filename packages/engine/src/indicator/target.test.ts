import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFractions, type Fraction, fractionOf, showFraction } from './fraction.ts';
import { sayTargetPhrase } from './say.ts';
import cases from './target.cases.json' with { type: 'json' };
import { boundsOf, isBare, meets, readTarget } from './target.ts';

interface Case {
  readonly target: string;
  readonly unit?: string;
  readonly baseline?: number;
  readonly zh?: string;
  readonly en?: string;
  readonly low?: string | null;
  readonly high?: string | null;
  readonly bare?: boolean;
  readonly because?: string;
}
const all: readonly Case[] = cases;
const exact = (n: number): Fraction => {
  const read = fractionOf(n);
  if (!read) throw new Error(String(n));
  return read;
};

describe('a target phrase', () => {
  it.each(all.filter((row) => row.zh))(
    '“$target” is said $zh and bounds $low to $high',
    ({ target, unit = '', baseline, zh, en, low, high }) => {
      const phrase = readTarget(target);
      if (!phrase) throw new Error('unreadable');
      expect([sayTargetPhrase(phrase, unit, 'zh'), sayTargetPhrase(phrase, unit, 'en')]).toEqual([zh, en]);
      const bounds = boundsOf(phrase, baseline === undefined ? undefined : exact(baseline));
      const shown = (bound: Fraction | null | undefined) => (bound ? showFraction(bound) : null);
      expect(bounds ? [shown(bounds.low), shown(bounds.high)] : [undefined, undefined]).toEqual([low, high]);
    },
  );

  it.each(all.filter((row) => !row.zh))('“$target” cannot be read: $because', ({ target, bare = false }) => {
    expect(readTarget(target)).toBeUndefined();
    expect(isBare(target)).toBe(bare);
  });
});

describe('law', () => {
  const decimal = fc.integer({ min: 0, max: 10 ** 9 }).map((millionths) => millionths / 1_000_000);
  const comparator = fc.constantFrom('at least', 'at most', 'exactly');

  it('a rate meets a target exactly when the cross products say so', () => {
    fc.assert(
      fc.property(
        comparator,
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.bigInt({ min: 0n, max: 10n ** 8n }),
        (how, over, under, millionths) => {
          const phrase = readTarget(`${how} ${Number(millionths) / 1_000_000}`);
          const bounds = phrase && boundsOf(phrase, undefined);
          if (!bounds) throw new Error('unreadable');
          const [left, right] = [over * 100n * 1_000_000n, millionths * under];
          const plain = how === 'at least' ? left >= right : how === 'at most' ? left <= right : left === right;
          expect(meets({ over: over * 100n, under }, bounds)).toBe(plain);
        },
      ),
    );
  });

  it('a rise of nothing and a fall of nothing bound on opposite sides of the baseline', () => {
    fc.assert(
      fc.property(decimal, decimal, (baseline, amount) => {
        const bounds = (phrase: string) => {
          const read = readTarget(phrase);
          return read && boundsOf(read, exact(baseline));
        };
        const [rise, fall] = [bounds(`at least ${amount} above baseline`), bounds(`at least ${amount} below baseline`)];
        expect(rise?.high).toBeNull();
        expect(fall?.low).toBeNull();
        if (rise?.low && fall?.high) expect(compareFractions(rise.low, fall.high)).toBe(amount === 0 ? 0 : 1);
      }),
    );
  });
});
