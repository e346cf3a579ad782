import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan/schema.ts';
import { amendmentOf } from './amendment.ts';
import { compiled, planFile } from './story.fixture.ts';

const days = { from: '2026-03-02', to: '2026-04-12' };
const before = compiled(planFile() as Plan);
const amended = (change: (plan: Plan) => void) => {
  const plan = structuredClone(planFile()) as Plan;
  change(plan);
  return amendmentOf(before, compiled(plan), days);
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
      const [first] = plan.schedule;
      if (first) Object.assign(first, { within: '4 workdays' });
    });
    expect(found.moved.length).toBeGreaterThan(0);
    expect(found.cancelled).toEqual([]);
    expect(found.moved.every((duty) => duty.before.site === duty.after.site)).toBe(true);
  });
});
