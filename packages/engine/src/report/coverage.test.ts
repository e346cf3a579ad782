import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CapabilityMatrix, coverageOf } from './coverage.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const matrix = read('docs/coverage.json') as CapabilityMatrix;

const example = (name: string) => {
  if (!existsSync(new URL(`examples/${name}/plan.json`, root))) return undefined;
  const lines = readFileSync(new URL(`examples/${name}/log.jsonl`, root), 'utf8')
    .trim()
    .split('\n');
  return {
    plan: read(`examples/${name}/plan.json`),
    events: new Set(lines.map((line) => (JSON.parse(line) as { fact: { type: string } }).fact.type)),
  };
};

test('every capability a text states is tied to a clause of its example', () => {
  const { cells, untied } = coverageOf(matrix, example);
  expect(untied).toEqual([]);
  expect(cells.filter(({ need }) => need === 'stated')).toHaveLength(140);
  expect(cells.every(({ words }) => words !== null && words.length > 1)).toBe(true);
});

test('a clause that is gone, an event that never happens and a cell without a place are named', () => {
  const one = (cell: object) =>
    coverageOf({ plans: { A: 'a' }, capabilities: [{ name: 'x', zh: '甲', cells: { A: { need: 'stated', ...cell } } }] }, () => ({
      plan: { phases: [{ name: '一' }] },
      events: new Set(['PlanAdopted']),
    })).untied.map(({ fault }) => fault);
  expect(one({ at: '/phases/一' })).toEqual([]);
  expect(one({ at: '/phases/0' })).toEqual([]);
  expect(one({ at: '/phases/二' })).toEqual(['no-clause']);
  expect(one({ at: '/phases/一', event: 'FindingOpened' })).toEqual(['no-event']);
  expect(one({})).toEqual(['no-place']);
});
