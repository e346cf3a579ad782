import { describe, expect, it } from 'vitest';
import type { Json } from '../draft/json.ts';
import { cellFor, pathOf, readCell, showTarget, yearsOf } from './targets.ts';

const leakage: Json = {
  name: '供水管网漏损率',
  baseline: { value: 11.2, day: '2022-12-31' },
  targets: [
    { target: 'at most 10', due: '2023' },
    { target: 'at most 9', due: '2025-12' },
    { target: 'at most 8', due: '2025', area: '城区' },
    { target: 'at least 7% above baseline', due: '2024' },
  ],
};

describe('a table of targets', () => {
  it('has a column for each year in which something is due', () => {
    expect(yearsOf([leakage, { name: '别的' }])).toEqual(['2023', '2024', '2025']);
  });
  it('shows the target of the whole; what a cell cannot hold it does not offer to change', () => {
    expect(cellFor(leakage, '2025')).toEqual({ index: 1, text: '≤ 9', fixed: false });
    expect(cellFor(leakage, '2024').fixed).toBe(true);
    expect(cellFor(leakage, '2026')).toEqual({ index: -1, text: '', fixed: false });
  });
  it.each([
    ['≥95', '', 'at least 95'],
    ['不高于 9.5%', '', 'at most 9.5'],
    ['8.5', 'at most 9', 'at most 8.5'],
    ['8.5', '', 'at least 8.5'],
    ['5～8', 'at most 9', '5 to 8'],
    ['≥1：3', '', 'at least 1:3'],
    ['=100', '', 'exactly 100'],
  ])('reads %s beside “%s” as %s', (typed, like, phrase) => {
    expect(readCell(typed, like)).toBe(phrase);
  });
  it.each(['很多', '大约9', '9分之1', ''])('does not guess at “%s”', (typed) => {
    expect(readCell(typed, 'at most 9')).toBeUndefined();
  });
  it('writes back what it shows', () => {
    for (const phrase of ['at least 95', 'at most 9.5', 'exactly 100', '5 to 8', 'at least 1:3'])
      expect(readCell(showTarget(phrase), '')).toBe(phrase);
  });
  it('draws the path from the baseline through the targets of the whole', () => {
    expect(pathOf(leakage).map(({ year, value }) => [year, value])).toEqual([
      [2022, 11.2],
      [2023, 10],
      [2025, 9],
    ]);
  });
});
