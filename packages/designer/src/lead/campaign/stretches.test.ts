import { addDays, daysBetween } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { longest, stretches } from './stretches.ts';

test('a span the server lays out at once stays whole', () => {
  expect(stretches('2026-09-01', '2026-09-01')).toEqual([['2026-09-01', '2026-09-01']]);
  expect(stretches('2025-03-01', addDays('2025-03-01', longest))).toHaveLength(1);
});

test('three years are cut so that no day is left out and none is in two', () => {
  const parts = stretches('2025-03-01', '2028-02-29');
  expect(parts[0]?.[0]).toBe('2025-03-01');
  expect(parts.at(-1)?.[1]).toBe('2028-02-29');
  for (const [i, [first, last]] of parts.entries()) {
    expect(daysBetween(first, last)).toBeLessThanOrEqual(longest);
    if (i > 0) expect(first).toBe(addDays(parts[i - 1]?.[1] ?? '', 1));
  }
});
