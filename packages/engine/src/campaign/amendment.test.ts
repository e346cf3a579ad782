import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan/schema.ts';
import { amendmentOf, campaignAfter } from './amendment.ts';
import { compiled, people, planFile, play } from './story.fixture.ts';

const days = { from: '2026-03-02', to: '2026-04-12' };
const first = compiled(planFile() as Plan);
const running = (): ReturnType<typeof play> => {
  const story = play([first]);
  story.given(people.office, '2026-03-01T01:00:00.000Z', { type: 'AdoptPlan', plan: first.hash });
  return story;
};
const amended = (change: (plan: Plan) => void) => {
  const plan = structuredClone(planFile()) as Plan;
  change(plan);
  const before = running().campaign();
  return amendmentOf(before, campaignAfter(before, compiled({ ...plan, note: '修订' }), '2026-03-02T01:00:00.000Z'), days);
};
const count = ({ kept, moved, cancelled, added }: ReturnType<typeof amendmentOf>) => [kept, moved.length, cancelled.length, added.length];
const [all] = count(amended(() => undefined));

describe('what an amendment does to the duties', () => {
  test('nothing, when nothing changed', () => {
    expect(all).toBeGreaterThan(0);
    expect(count(amended(() => undefined))).toEqual([all, 0, 0, 0]);
  });
  test('a schedule taken out cancels its duties and leaves the others', () => {
    const found = amended((plan) => void plan.schedule.splice(0, 1));
    expect(found.cancelled.length).toBeGreaterThan(0);
    expect(found.kept + found.cancelled.length).toBe(all);
    expect(found.moved.length + found.added.length).toBe(0);
  });
  test('a longer time to do it in moves the duties, none is lost', () => {
    const found = amended((plan) => {
      const [one] = plan.schedule;
      if (one) Object.assign(one, { within: '4 workdays' });
    });
    expect(found.moved.length).toBeGreaterThan(0);
    expect(found.cancelled).toEqual([]);
    expect(found.moved.every((duty) => duty.before.site === duty.after.site)).toBe(true);
  });
  test('to look ahead changes nothing: the campaign stays as it was', () => {
    const { campaign } = running();
    const before = structuredClone({ ...campaign(), versions: campaign().versions.length });
    campaignAfter(campaign(), compiled({ ...planFile(), note: '修订' }), '2026-03-02T01:00:00.000Z');
    expect({ ...campaign(), versions: campaign().versions.length }).toEqual(before);
  });
});
