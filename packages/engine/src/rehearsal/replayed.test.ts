import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiled } from '../campaign/story.fixture.ts';
import { examinePlan } from '../lint/check.ts';
import { replayWitness, witnessedCodes } from './replayed.ts';

const written = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../bad-plans/${name}.json`, import.meta.url), 'utf8'));
const examined = (name: string) => {
  const outcome = examinePlan(written(name));
  if (!outcome.ok) throw new Error(`${name} does not compile`);
  return outcome;
};

test.each(witnessedCodes)('%s: its case can be played, and shows what is claimed', (code) => {
  const { value, problems } = examined(code);
  const found = problems.filter((problem) => problem.code === code);
  expect(found.length).toBeGreaterThan(0);
  for (const problem of found) expect([problem.witness, replayWitness(value, problem)]).toEqual([problem.witness, true]);
});

interface Written {
  phases: { to: string }[];
  places: { sites: { units: string[] }[] };
  checklists: { items: { points: number }[] }[];
  schedule: { every: string }[];
  scoring: { rules: { most?: number }[] }[];
}

const heavy = (plan: Written): void => {
  for (const item of plan.checklists[0]?.items ?? []) item.points = 60;
  for (const rule of plan.scoring[0]?.rules ?? []) delete rule.most;
};

/** What makes the claim false; where nothing is said, the plan that has no fault at all does. */
const mending: Readonly<Record<string, (plan: Written) => void>> = {
  'schedule.input-slower-than-output': (plan) => Object.assign(plan.schedule[0] ?? {}, { every: 'month on day 20' }),
  'scoring.grade-unreachable': heavy,
  'scoring.unit-never-inspected': (plan) => Object.assign(plan.places.sites[0] ?? {}, { units: ['城管所'] }),
  'consequence.out-of-reach': heavy,
  'consequence.always': heavy,
  'consequence.beyond-plan': (plan) => Object.assign(plan.phases[1] ?? {}, { to: '2026-12-31' }),
};

test.each(witnessedCodes)('%s: once the plan is mended the same claim is seen to be false', (code) => {
  const problem = examined(code).problems.find((one) => one.code === code);
  const mend = mending[code];
  const plan = written(mend ? code : 'base');
  mend?.(plan as Written);
  expect(problem && replayWitness(compiled(plan), problem)).toBe(false);
});

test('every problem with a case is one whose case can be played', () => {
  for (const code of witnessedCodes)
    for (const problem of examined(code).problems) if (problem.witness) expect(witnessedCodes).toContain(problem.code);
});
