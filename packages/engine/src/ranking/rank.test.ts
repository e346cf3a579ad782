import { expect, test } from 'vitest';
import type { CompiledRanking } from './compile.ts';
import { rank, type Scored } from './rank.ts';
import type { Ranking } from './schema.ts';

const ranking = (change: Partial<Ranking> = {}, unchecked: 'ranked' | 'unranked' = 'unranked'): CompiledRanking => ({
  ranking: { name: '月排名', sheet: '月评分', order: 'highest-first', ties: 'share', ...change },
  sheet: {
    sheet: { name: '月评分', every: 'month', units: '各镇', base: 100, floor: 0, cap: 100, rules: [], unchecked },
    units: [],
    base: 100_000,
    floor: 0,
    cap: 100_000,
    rules: [],
    parts: [],
    over: null,
    rounding: 'half-up',
    grades: [],
    source: '',
  },
  groups: [],
  source: '',
});

const scored = (unit: string, points: number, inspections = 1): Scored => ({
  unit,
  inspections,
  reason: { kind: 'total', name: '月评分', source: '', points, parts: [] },
});

const four = [scored('甲', 90_000), scored('乙', 95_000), scored('丙', 90_000), scored('丁', 80_000)];
const places = (compiled: CompiledRanking, units: readonly Scored[]) => rank(compiled, units).map((row) => `${row.unit}${row.rank ?? '–'}`);

test.each([
  ['equal points share a place and leave a gap', ranking(), four, ['乙1', '甲2', '丙2', '丁4']],
  ['or leave none', ranking({ ties: 'dense' }), four, ['乙1', '甲2', '丙2', '丁3']],
  ['lower can be better', ranking({ order: 'lowest-first' }), four, ['丁1', '甲2', '丙2', '乙4']],
  ['who was not inspected is listed last without a place', ranking(), [scored('甲', 100_000, 0), scored('乙', 60_000)], ['乙1', '甲–']],
  ['unless the plan ranks him', ranking({}, 'ranked'), [scored('甲', 100_000, 0), scored('乙', 60_000)], ['甲1', '乙2']],
  ['a group too small has no places', ranking({ smallest: 3 }), [scored('甲', 100_000), scored('乙', 60_000)], ['甲–', '乙–']],
  ['nobody gives an empty list', ranking(), [], []],
])('%s', (_, compiled, units, expected) => {
  expect(places(compiled, units)).toEqual(expected);
});

test('places do not depend on the order of the units', () => {
  const byUnit = (units: readonly Scored[]) => Object.fromEntries(rank(ranking(), units).map((row) => [row.unit, row.rank]));
  expect(byUnit([...four].reverse())).toEqual(byUnit(four));
});

test('why a unit has no place is said', () => {
  expect(rank(ranking({ smallest: 3 }), [scored('甲', 1), scored('乙', 2, 0)]).map((row) => row.why)).toEqual([
    'group-too-small',
    'not-inspected',
  ]);
});
