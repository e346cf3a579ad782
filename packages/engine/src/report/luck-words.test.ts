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
