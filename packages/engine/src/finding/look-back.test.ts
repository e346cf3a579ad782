import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { drawLookBack, takeOf } from './look-back.ts';
import type { LookBack } from './schema.ts';

const closed = (unit: string, count: number) => Array.from({ length: count }, (_, i) => ({ finding: `${unit}-${i + 1}`, unit }));

describe('a look-back', () => {
  it.each<[LookBack, number, number, string]>([
    [{ every: 'month', share: 10 }, 1, 1, 'a tenth of one is one'],
    [{ every: 'month', share: 10 }, 10, 1, 'exactly a tenth'],
    [{ every: 'month', share: 10 }, 11, 2, 'rounded up'],
    [{ every: 'month', share: 100 }, 7, 7, 'all of them'],
    [{ every: 'month', draw: 3 }, 2, 2, 'no more than there are'],
    [{ every: 'month', draw: 3 }, 0, 0, 'none of none'],
  ])('%j takes of %i closed findings %i: %s', (rule, count, taken) => {
    expect(takeOf(rule, count)).toBe(taken);
  });
});

test('law: each unit has its share drawn, nothing twice, nothing that was not closed, and the order of the list does not matter', () => {
  const counts = fc.record({ 甲: fc.nat(30), 乙: fc.nat(30), 丙: fc.nat(30) });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 100 }), fc.string(), (count, share, seed) => {
      const all = Object.entries(count).flatMap(([unit, n]) => closed(unit, n));
      const rule = { every: 'month', share } as const;
      const drawn = drawLookBack(rule, all, { seed, draw: '回头看·2026-03' });
      expect(drawLookBack(rule, all.toReversed(), { seed, draw: '回头看·2026-03' })).toEqual(drawn);
      expect(new Set(drawn).size).toBe(drawn.length);
      for (const [unit, n] of Object.entries(count))
        expect(drawn.filter((id) => id.startsWith(`${unit}-`)).length).toBe(Math.ceil((n * share) / 100));
    }),
    { numRuns: 200 },
  );
});
