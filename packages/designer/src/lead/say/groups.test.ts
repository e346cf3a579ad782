import type { Standing } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { groupsOf, lastRanked } from './groups.ts';

const row = (unit: string, group: string, rank: number | null) => ({ unit, group, rank }) as Standing;

const rows = [
  row('甲镇', '各镇', 1),
  row('乙镇', '各镇', 2),
  row('丙镇', '各镇', 3),
  row('住建局', '部门', 1),
  row('交通局', '部门', 2),
  row('丁镇', '各镇', null),
];

test('units are compared within their group, in the order of the standings', () => {
  expect(groupsOf(rows).map(({ group, rows: members }) => [group, members.map((one) => one.unit)])).toEqual([
    ['各镇', ['甲镇', '乙镇', '丙镇', '丁镇']],
    ['部门', ['住建局', '交通局']],
  ]);
});

test('the last is the last one ranked in the largest group, never one without a rank', () => {
  expect(lastRanked(rows)?.unit).toBe('丙镇');
  expect(lastRanked([row('丁镇', '', null)])).toBeUndefined();
});
