import { expect, test } from 'vitest';
import { compiled, planFile } from '../campaign/story.fixture.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { say } from '../problem/say.ts';
import { firstYear, lintByRehearsal, seenAgain } from './lint.ts';
import { rehearse } from './rehearse.ts';

interface Written {
  places: { sites: object[] };
  checklists: { items: { points: number; most?: number }[] }[];
  schedule: { within?: string }[];
  scoring: { rules: { most?: number }[]; floor: number }[];
  consequences: { name: string; when: object }[];
  waivers?: object[];
}

const planWith = (change: (plan: Written) => void): CompiledPlan => {
  const plan = planFile() as unknown as Written;
  change(plan);
  return compiled(plan);
};

const many = (plan: Written): void => {
  plan.places.sites = Array.from({ length: 40 }, (_, i) => ({ name: `店${i + 1}`, class: '门店', units: [i % 2 ? '东村' : '西村'] }));
  delete plan.schedule[0]?.within;
};

const cases: readonly (readonly [string, (plan: Written) => void])[] = [
  ['rehearsal.crowded', many],
  ['rehearsal.never-called', (plan) => Object.assign(plan.consequences[1] ?? {}, { when: { ranking: '月排名', below: 10 } })],
  ['rehearsal.always-called', (plan) => Object.assign(plan.consequences[1] ?? {}, { when: { ranking: '月排名', atLeast: 1 } })],
  [
    'rehearsal.no-difference',
    (plan) => {
      for (const item of plan.checklists[0]?.items ?? []) Object.assign(item, { points: 0, most: undefined });
      plan.scoring[0]?.rules.splice(1);
    },
  ],
  [
    'rehearsal.at-floor',
    (plan) => {
      many(plan);
      for (const item of plan.checklists[0]?.items ?? []) Object.assign(item, { points: 60, most: undefined });
    },
  ],
];

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test.each(cases)('%s: is found, told in words, and seen again when its seed is lived through once more', (code, change) => {
  const plan = planWith((raw) => {
    change(raw);
    Object.assign(raw, json(raw));
  });
  const found = lintByRehearsal(plan, { seeds: [7] }).filter((problem) => problem.code === code);
  const again = rehearse(plan, { ...firstYear(plan), seed: 7 });
  expect(found.length).toBeGreaterThan(0);
  for (const problem of found) {
    expect(seenAgain(again, problem)).toBe(true);
    expect(`${say(problem, 'zh')} ${say(problem, 'en')}`).not.toMatch(/undefined|NaN/);
  }
});

test('the plan without a fault shows none of them, whatever the seed', () => {
  expect(lintByRehearsal(compiled(planFile()), { seeds: ['甲', '乙'] }).filter(({ severity }) => severity === 'warning')).toEqual([]);
});

test('what the plan says about leaving it is kept', () => {
  const plan = planWith((raw) => {
    many(raw);
    raw.waivers = [{ code: 'rehearsal.crowded', reason: '检查日从各村抽调人手' }];
  });
  expect(lintByRehearsal(plan, { seeds: [7] }).map(({ code, waived }) => [code, waived])).toContainEqual([
    'rehearsal.crowded',
    '检查日从各村抽调人手',
  ]);
});
