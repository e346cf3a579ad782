import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const cases: readonly [string, readonly string[], string | undefined, string][] = [
  ['林草局', ['林业局', '水务局'], '林业局', 'one character differs'],
  ['城管局', ['城市管理局', '水务局'], '城市管理局', 'a short form of the full name'],
  ['fases', ['phases', 'places'], 'phases', 'a misspelt key'],
  ['小箐社区', ['小箐村', '小箐社区居委会'], '小箐社区居委会', 'the longer name with all its characters'],
  ['宣传部', ['水务局', '林业局'], undefined, 'nothing is near enough to ask about'],
  ['', ['水务局'], undefined, 'nothing was written'],
];

test.each(cases)('%s among %s is taken for %s: %s', (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected);
});
