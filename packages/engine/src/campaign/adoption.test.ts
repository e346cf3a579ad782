import { expect, test, vi } from 'vitest';
import { Machine } from '../expression/machine.ts';
import type { Plan } from '../plan/schema.ts';
import { compiled, people, planFile, play } from './story.fixture.ts';

/** The story's plan, whose second question is asked only when the first failed. */
const conditional = () => {
  const plan = structuredClone(planFile()) as Plan;
  const [first, second] = (plan.checklists[0] as Plan['checklists'][number]).items;
  Object.assign(second as object, { asked: { '!': [{ var: first?.name }] } });
  return compiled(plan);
};

const adopt = (plan: ReturnType<typeof conditional>) =>
  play([plan]).given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });

test('a plan with a condition both evaluators agree on is adopted', () => {
  expect(adopt(conditional())).toMatchObject({ ok: true, value: [{ type: 'PlanAdopted' }, { type: 'DrawSeeded' }] });
});

test('a rule on which the second evaluator comes to another result stops the adoption and is named', () => {
  const plan = conditional();
  const spy = vi.spyOn(Machine.prototype, 'result').mockReturnValue({ state: 'value', value: true });
  const outcome = adopt(plan);
  spy.mockRestore();
  expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'rule.second-opinion', severity: 'error' }] });
});
