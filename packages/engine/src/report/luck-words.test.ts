import { expect, test } from 'vitest';
import type { Luck } from '../ranking/luck.ts';
import { sayLuck } from './luck-words.ts';

const unit = (name: string, rank: number, [same, last, overtaken]: readonly [number, number, number | null]) => ({
  unit: name,
  group: '',
  rank,
  same,
  last,
  overtaken,
});

const luck = (overtaken: number): Luck => ({
  draws: 1000,
  groups: [{ group: '', first: 730, last: 990 }],
  units: [unit('东村', 1, [730, 0, overtaken]), unit('西村', 2, [600, 120, 20]), unit('城管所', 3, [990, 990, null])],
});

test('an order is told in tenths, and neighbours that cannot be told apart are named', () => {
  expect(sayLuck(luck(420), 'zh')).toEqual([
    '若换一批检查重来，十次约有七次仍是东村第一，十次里十次仍是城管所末位。',
    '分不出先后的：东村与西村十次约有四次换位。',
  ]);
  expect(sayLuck(luck(420), 'en')[1]).toBe('Hard to tell apart: 东村 and 西村 change places about 4 times in 10.');
});

test('neighbours that seldom change places are called fairly certain', () => {
  expect(sayLuck(luck(60), 'zh')[1]).toBe('相邻单位的先后都较为确定。');
  expect(sayLuck(luck(60), 'en')[1]).toBe('The order of neighbours is fairly certain.');
});

const villages = ['东村', '西村', '南村', '北村'];

test('units tied for first or for last are spoken of together, and no one of them is called the first', () => {
  const tied: Luck = {
    draws: 1000,
    groups: [{ group: '', first: 980, last: 900 }],
    units: [
      ...villages.map((name, i) => unit(name, 1, [300 + i * 100, 0, 20])),
      unit('城管所', 5, [500, 510, 20]),
      unit('环卫所', 5, [500, 490, null]),
    ],
  };
  expect(sayLuck(tied, 'zh')).toEqual([
    '若换一批检查重来，并列第一的 4 个单位（东村、西村、南村等）十次里十次仍有单位居第一，单看一个单位，最多的北村十次约有六次，最少的东村十次约有三次；并列末位的 2 个单位（城管所、环卫所）十次约有九次仍有单位居末位，单看一个单位都是十次约有五次。',
    '相邻单位的先后都较为确定。',
  ]);
  expect(sayLuck(tied, 'en')[0]).toBe(
    'Were the inspections drawn again, one or more of the 4 units tied for first (东村, 西村, 南村 and 1 more) would be first nearly always: taken singly, from 北村 about 6 times in 10 to 东村 about 3 times in 10; and one or more of the 2 units tied for last (城管所, 环卫所) would be last about 9 times in 10: taken singly, each about 5 times in 10.',
  );
});

test('where all are tied there is no order to trust, and none is called certain', () => {
  const level: Luck = {
    draws: 1000,
    groups: [{ group: '', first: 1000, last: 1000 }],
    units: villages.map((name, i) => unit(name, 1, [400, 400, i < 3 ? 300 : null])),
  };
  expect(sayLuck(level, 'zh')).toEqual(['4 个单位全部并列，本期没有先后。']);
  expect(sayLuck(level, 'en')).toEqual(['All 4 units are tied: there is no order this time.']);
});
