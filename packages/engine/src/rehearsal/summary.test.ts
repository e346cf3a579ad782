import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { compiled, planFile } from '../campaign/story.fixture.ts';
import { rehearse } from './rehearse.ts';
import { summaryOf } from './summary.ts';

const xiaoqing = compiled(JSON.parse(readFileSync(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as unknown);
const summary = summaryOf(rehearse(xiaoqing, { from: xiaoqing.from, to: addDays(xiaoqing.from, 150), seed: 1 }));

test('every visit is somebody’s load in some week', () => {
  const visits = summary.load.reduce((sum, week) => sum + week.visits, 0);
  const { due, done, late, missed } = summary.duties;
  expect([visits >= done + late, done + late + missed]).toEqual([true, due]);
  expect(summary.load.every(({ visits: all, mostInADay }) => mostInADay <= all && mostInADay <= 12)).toBe(true);
});

test('a unit’s middle score lies between its lowest and its highest, and somebody is last each time', () => {
  expect(summary.scores.length).toBeGreaterThan(0);
  expect(summary.scores.every(({ lowest, middle, highest }) => lowest <= middle && middle <= highest)).toBe(true);
  expect(summary.scores.some(({ last }) => last > 0)).toBe(true);
});

test('each consequence of the plan is listed, with how often it was called for', () => {
  expect(summary.consequences.map(({ consequence }) => consequence)).toEqual(xiaoqing.plan.consequences.map(({ name }) => name));
  for (const { called, signed, declined, first } of summary.consequences) {
    expect(signed + declined).toBeLessThanOrEqual(called);
    expect(first === null).toBe(called === 0);
  }
});

test('nothing is refused when the plan is sound', () => {
  expect(summary.refused).toEqual([]);
});

test('a unit that must see more sites on one day than its people can is named with the day', () => {
  const raw = planFile() as { places: { sites: object[] }; schedule: object[] };
  const sites = Array.from({ length: 40 }, (_, i) => ({ name: `店${i + 1}`, class: '门店', units: ['东村'] }));
  const plan = compiled({
    ...raw,
    places: { ...raw.places, sites },
    schedule: [{ ...raw.schedule[0], within: undefined }].map((one) => JSON.parse(JSON.stringify(one)) as object),
  });
  const { crowded, duties } = summaryOf(
    rehearse(plan, { from: plan.from, to: addDays(plan.from, 30), seed: 1, habits: { missedVisits: 0, lateVisits: 0 } }),
  );
  expect(crowded[0]).toMatchObject({ unit: '整治办', day: '2026-03-02', visits: 40, possible: 24 });
  expect(duties.late).toBeGreaterThan(0);
});
