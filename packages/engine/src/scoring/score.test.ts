import { expect, test } from 'vitest';
import type { CompiledSheet } from './compile.ts';
import type { Happening } from './mechanism.ts';
import { score } from './score.ts';
import type { ScoringRule } from './schema.ts';

const sheet = (rules: readonly [ScoringRule['kind'], Happening['each'], number | null, number | null][], bounds = { base: 100, floor: 0, cap: 100 }): CompiledSheet => ({
  sheet: { name: '月评分', every: 'month', units: '各镇', ...bounds, rules: [], unchecked: 'unranked' },
  units: [],
  base: bounds.base * 1000,
  floor: bounds.floor * 1000,
  cap: bounds.cap * 1000,
  rules: rules.map(([kind, each, points, most], i) => ({ rule: { name: `规则${i + 1}`, kind, each }, points, most, source: '六（一）' })),
  source: '六',
});

const failed = (cost: number): Happening => ({
  each: 'failed-item',
  unit: '甲',
  name: '门前干净',
  source: '三（一）',
  cost,
  cause: { kind: 'answer', submission: 's', item: '门前干净', finding: 's/0', site: '一号店', day: '2026-03-02', count: 1 },
});
const overdue: Happening = { ...failed(0), each: 'overdue-rectification', cost: null };
const early: Happening = { ...failed(0), each: 'early-rectification', cost: null };

test.each([
  ['nothing happened: the base', sheet([['deduct', 'failed-item', null, null]]), [], 100_000],
  ['a failed item costs what the checklist says', sheet([['deduct', 'failed-item', null, null]]), [failed(1500)], 98_500],
  ['or what the rule says', sheet([['deduct', 'failed-item', 2000, null]]), [failed(1500)], 98_000],
  ['a tenth taken a thousand times is exactly a hundred', sheet([['deduct', 'failed-item', null, null]]), Array.from({ length: 1000 }, () => failed(100)), 0],
  ['a rule takes its most and no more', sheet([['deduct', 'overdue-rectification', 2000, 3000]]), [overdue, overdue], 97_000],
  ['a rule counts only its own occasions', sheet([['deduct', 'overdue-rectification', 2000, null]]), [failed(1500)], 100_000],
  ['the floor holds', sheet([['deduct', 'failed-item', null, null]], { base: 100, floor: 60, cap: 100 }), [failed(70_000)], 60_000],
  ['a bonus lifts above the base up to the cap', sheet([['bonus', 'early-rectification', 3000, null]], { base: 100, floor: 0, cap: 105 }), [early, early], 105_000],
])('%s', (_, compiled, happened, points) => {
  const reason = score(compiled, happened);
  expect(reason.points).toBe(points);
  expect(reason.parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
});

test('a cut is said, with what it gives back', () => {
  const reason = score(sheet([['deduct', 'overdue-rectification', 2000, 3000]]), [overdue, overdue]);
  expect(reason.parts[1]?.parts.at(-1)).toMatchObject({ kind: 'limit', name: '规则1', points: 1000 });
});
