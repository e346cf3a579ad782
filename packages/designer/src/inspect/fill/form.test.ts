// @vitest-environment node
import { compilePlan, itemsAt, ownersOf, type Plan, whereOf } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import { duty, xiaoqing } from '../inspect.fixture.ts';
import { formWith, someDay } from './form.fixture.ts';
import { formOf } from './form.ts';

const compiled = (plan: Plan) => {
  const outcome = compilePlan(plan);
  if (!outcome.ok) throw new Error(outcome.problems.map((p) => p.code).join());
  return outcome.value;
};

describe('the form of a duty', () => {
  it('asks what the engine asks, and names the unit the engine will name, at every site of the plan', () => {
    const plan = xiaoqing();
    const whole = compiled(plan);
    let seen = 0;
    for (const list of plan.checklists)
      for (const site of plan.places.sites.filter((s) => s.class === list.for)) {
        const form = formOf(plan, { checklist: list.name, site: site.name }, someDay);
        const put = [...itemsAt(whole.checklists.get(list.name) as never, whereOf(whole, site.name, someDay)).values()];
        const here = whole.places.sites.get(site.name) as never;
        const owners = put.map((item) =>
          ownersOf(item, here, { organization: whole.organization, task: whole.tasks.get(item.item.task ?? '') }).join('、'),
        );
        expect(form?.questions.map((q) => q.item)).toEqual(put);
        expect(form?.questions.map((q) => q.unit)).toEqual(owners);
        seen += put.length;
      }
    expect(seen).toBeGreaterThan(100);
  });

  it('puts the questions of one task under one heading, and the plan’s own headings first', () => {
    const form = formWith([
      { name: '一' },
      { name: '二' },
      { name: '三', task: '市场经营专项整治' },
      { name: '四', section: '门头' },
      { name: '五', section: '门头', task: '市场经营专项整治' },
    ]);
    expect(form.sections.map((s) => [s.name, s.questions.length])).toEqual([
      ['镇容秩序专项整治', 2],
      ['市场经营专项整治', 1],
      ['门头', 2],
    ]);
    expect(form.questions.map((q) => q.number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('asks only what belongs to the phase of the day', () => {
    const items = [{ name: '一' }, { name: '二', phases: ['集中整治阶段'] }];
    const plan = xiaoqing();
    const list = { ...plan.checklists[0], items: items.map((i) => ({ task: '镇容秩序专项整治', points: 1, ...i })) };
    const changed = { ...plan, checklists: [list] } as Plan;
    const on = (day: string) => formOf(changed, duty(), day)?.questions.map((q) => q.name);
    expect(on('2026-11-20')).toEqual(['一', '二']);
    expect(on('2026-11-21')).toEqual(['一']);
  });

  it('is none when the plan knows neither the checklist nor the site', () => {
    expect(formOf(xiaoqing(), duty({ checklist: '旧检查表' }), someDay)).toBeUndefined();
    expect(formOf(xiaoqing(), duty({ site: '已拆除的门店' }), someDay)).toBeUndefined();
  });
});
