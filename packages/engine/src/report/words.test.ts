import { expect, test } from 'vitest';
import { sayPeriod } from './words.ts';

test.each([
  ['2026-11', '2026年11月', 'November 2026'],
  ['2026-W05', '2026年第5周', 'week 5 of 2026'],
  ['2026-11T2', '2026年11月中旬', 'mid-November 2026'],
  ['2026-11T3', '2026年11月下旬', 'late November 2026'],
  ['2026-Q4', '2026年第4季度', 'Q4 2026'],
  ['2026-H1', '2026年上半年', 'first half of 2026'],
  ['2026', '2026年', '2026'],
  ['长期', '长期', '长期'],
])('%s is said %s and %s', (period, zh, en) => {
  expect([sayPeriod(period, 'zh'), sayPeriod(period, 'en')]).toEqual([zh, en]);
});
