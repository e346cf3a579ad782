import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { weekday } from '../calendar/day.ts';
import { dutiesOf } from '../campaign/duties.ts';
import { checkPlan } from '../lint/check.ts';
import { compilePlan } from './compile.ts';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8'));
const first = read('first-plan.json');

test('the whole plan at the top of the plan format has no problem, not even a hint', () => {
  expect(checkPlan(first)).toEqual([]);
});

test('with the clauses no example has it is still right', () => {
  expect(checkPlan({ ...first, ...read('more-clauses.json') }).filter(({ severity }) => severity !== 'hint')).toEqual([]);
});

test('it sends somebody out every Wednesday that is a workday', () => {
  const plan = compilePlan(first);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const days = new Set(dutiesOf(plan.value, '2026-03-02', '2026-03-31').map(({ from }) => from));
  expect([...days].sort()).toEqual(['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25']);
  expect([...days].every((day) => weekday(day) === 3)).toBe(true);
});
