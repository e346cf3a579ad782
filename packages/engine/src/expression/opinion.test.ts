import { expect, test, vi } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import type { CompiledRules } from './compiled.ts';
import { groups, inputs } from './expression.fixture.ts';
import { Machine } from './machine.ts';
import { secondOpinion } from './opinion.ts';
import { compileRules } from './rules.ts';

const scope = { inputs, groups, calendar: officialCalendar() };
const compiledOf = (rules: Readonly<Record<string, unknown>>): CompiledRules => {
  const compiled = compileRules(
    scope,
    Object.entries(rules).map(([name, logic]) => ({ name, logic, at: `/rules/${name}` })),
  );
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
};

const every = {
  '扣分.甲': { max: [-10, { '*': [-0.1, { var: 'a.count' }] }] },
  总分: { '+': [100, { var: '扣分.甲' }, { '*': [0.35, { var: 'a.rate' }] }] },
  等次: { if: [{ '>=': [{ var: '总分' }, 125.5] }, '优', '差'] },
  率: { if: [{ '>': [{ var: 'a.count' }, 0] }, { round: [{ '/': [{ var: '处数' }, { var: 'a.count' }] }, 3, 'half-even'] }] },
  有率: { known: { var: '率' } },
  或率: { default: [{ var: '率' }, 1] },
  达标: { '>=': [{ '/': [{ var: '处数' }, 20] }, 0.95] },
  早: { min: [{ var: 'a.due' }, { var: 'a.done' }] },
  工作日: { workdays: [{ var: 'a.due' }, { 'add-workdays': [{ var: 'a.due' }, { var: '处数' }] }] },
  天: { days: [{ var: 'a.due' }, { 'add-days': [{ var: 'a.done' }, -3] }] },
  连续: { streak: [{ var: 'a.scores' }, { '<': [{ var: '' }, 60] }] },
  名次: { rank: [{ var: 'a.rate' }, { var: 'a.scores' }] },
  个数: { count: [{ var: 'a.rows' }, { in: [{ var: '等级' }, ['优', '良']] }] },
  合计: { sum: [{ var: 'a.rows' }, { '*': [0.1, { var: '数量' }] }] },
  好: { belongs: [{ var: 'a.grade' }, '好的'] },
  缺: { missing: ['a.count', '率'] },
  大: { '*': [9007199254740991, { var: '处数' }, { var: '处数' }] },
  大减: { '-': [{ var: '大' }, 0.5] },
};

test('both evaluators agree on every operator, decimals and large numbers included', { timeout: 120_000 }, () => {
  const { problems, compared, exactOnly } = secondOpinion(compiledOf(every), { cases: 400, seed: 5 });
  expect(problems).toEqual([]);
  expect(compared).toBe(400 * Object.keys(every).length);
  expect(exactOnly).toBeGreaterThan(0);
});

test('a disagreement is reported once for the rule, with answers that show it', () => {
  const compiled = compiledOf({ 一: { '+': [{ var: 'a.count' }, 1] }, 二: { '>': [{ var: 'a.count' }, 50] }, 三: { var: '一' } });
  const real = Machine.prototype.result;
  const spy = vi.spyOn(Machine.prototype, 'result').mockImplementation(function (this: Machine, name: string) {
    const result = real.call(this, name);
    return name === '二' && result.state === 'value' && this.value('a.count') === 51 ? { state: 'value', value: false } : result;
  });
  const { problems } = secondOpinion(compiled, { cases: 300 });
  spy.mockRestore();
  expect(problems).toMatchObject([
    { code: 'rule.second-opinion', at: '/rules/二', severity: 'error', params: { rule: '二', theirs: 'true' } },
  ]);
  expect(problems[0]?.params.answers).toContain('"a.count":51');
});
