import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { problem } from '../problem/problem.ts';
import { say } from '../problem/say.ts';
import cases from './check.cases.json' with { type: 'json' };
import { groups, inputs } from './expression.fixture.ts';
import { checkRule, checkRules } from './rules.ts';
import { numberType } from './type.ts';

const scope = { inputs, groups, calendar: officialCalendar() };
const codes = (logic: unknown) => checkRule(scope, { name: '规则', logic, at: '' }).map((found) => found.code);
const nest = (depth: number): unknown => {
  let logic: unknown = { var: 'a.yes' };
  for (let i = 0; i < depth; i++) logic = { '!': [logic] };
  return logic;
};

describe('a rule with a mistake is told where it is and what was meant', () => {
  test.each(cases)('$name', ({ rule, code, at, near }) => {
    expect(checkRule(scope, { name: '规则', logic: rule, at: '/rules/0' })).toMatchObject([
      { code, at, ...(near ? { params: { near } } : {}) },
    ]);
  });
});

test('every problem is a whole sentence in both languages', () => {
  for (const { rule } of cases) {
    for (const found of checkRule(scope, { name: '规则', logic: rule, at: '' })) {
      expect(say(found, 'zh')).toMatch(/[。？]$/);
      for (const language of ['zh', 'en'] as const) expect(say(found, language)).not.toMatch(/undefined|NaN|null”? is/);
    }
  }
  const [{ code, params } = { code: '', params: {} }] = checkRule(scope, { name: '规则', logic: { '>': [{ var: '处束' }, 3] }, at: '' });
  expect([code, params]).toEqual(['rule.unknown-name', { name: '处束', near: '处数' }]);
  expect(say(problem('rule.unknown-name', '', params), 'zh')).toBe('规则引用的“处束”不存在。是否为“处数”？');
  expect(say(problem('rule.over-limit', '', { rule: '得分', limit: 100_000 }), 'zh')).toBe(
    '规则超限：“得分”运算量超过100000步，这一项不计，其余照常。',
  );
});

test('all problems of a rule are reported at once', () => {
  expect(codes({ and: [{ '>': [{ var: '处束' }, 1] }, { adn: [] }, { '+': ['1'] }] })).toEqual([
    'rule.unknown-name',
    'rule.unknown-operator',
    'rule.wrong-type',
  ]);
});

test('of a rule with thousands of mistakes the first hundred are told', () => {
  expect(codes(Array(2_000).fill({ var: '处束' }))).toEqual(Array(100).fill('rule.unknown-name'));
});

describe('limits', () => {
  test('63 operators inside each other are fine, 64 with a name at the bottom are too deep', () => {
    expect(codes(nest(63))).toEqual([]);
    expect(codes(nest(64))).toEqual(['rule.too-deep']);
    expect(codes(nest(20_000))).toEqual(['rule.too-deep']);
  });

  test('a rule has at most 5,000 parts and 65,536 characters', () => {
    expect(codes({ '+': Array(4_000).fill(1) })).toEqual([]);
    expect(codes({ '+': Array(5_000).fill(1) })).toEqual(['rule.too-many-parts']);
    expect(codes({ '+': Array(50_000_000) })).toEqual(['rule.too-many-parts']);
    expect(codes({ in: ['x', 'x'.repeat(70_000)] })).toEqual(['rule.too-large']);
    expect(codes({ in: ['x', 'x'.repeat(16 * 2 ** 20)] })).toEqual(['rule.too-large']);
  });

  test('a rule that holds itself is too deep', () => {
    const logic: Record<string, unknown[]> = { '!': [] };
    logic['!']?.push(logic);
    expect(codes(logic)).toEqual(['rule.too-deep']);
  });

  test('what is no JSON is no rule', () => {
    for (const logic of [undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('x'), 1n])
      expect(codes(logic)).toEqual(['rule.bad-literal']);
    expect(codes(JSON.parse('{"__proto__": [1]}'))).toEqual(['rule.forbidden-name']);
  });
});

test('a divisor is safe where a branch has excluded zero', () => {
  const rate = (under: unknown) => ({ round: [{ '/': [1, under] }, 2, 'half-up'] });
  const count = { var: 'a.count' };
  const change = { var: 'a.change' };
  expect(codes({ if: [{ '>': [count, 0] }, rate(count), 0] })).toEqual([]);
  expect(codes({ if: [{ '==': [count, 0] }, 0, rate(count)] })).toEqual([]);
  expect(codes({ if: [{ '==': [count, 1] }, 0, rate(count)] })).toEqual(['rule.division-by-zero']);
  expect(codes({ if: [{ '!=': [change, 0] }, rate(change), 0] })).toEqual([]);
  expect(codes({ if: [{ '!': [{ '<=': [count, 0] }] }, rate(count), 0] })).toEqual([]);
  expect(codes({ and: [{ '>': [count, 0] }, { '>=': [{ '/': [3, count] }, 0.5] }] })).toEqual([]);
  expect(codes({ if: [{ '>': [{ '+': [count, change] }, 0] }, rate({ '+': [count, change] }), 0] })).toEqual([]);
});

test('a rule that can take too many steps is known before it runs', () => {
  const list = Array.from({ length: 300 }, (_, i) => i);
  const rule = { name: '规则', logic: { sum: [list, { sum: [list, 1] }] }, at: '/0' };
  expect(checkRule(scope, rule)).toMatchObject([
    { code: 'rule.may-exceed', severity: 'warning', params: { rule: '规则', limit: 100_000 } },
  ]);
  expect(codes({ sum: [list, { '+': [{ var: '' }, 1] }] })).toEqual([]);
});

test('the bounds of a list operator follow from its list', () => {
  const scores = { var: 'a.scores' };
  expect(codes({ '<': [{ sum: scores }, -119.9] })).toEqual([]);
  expect(codes({ '<': [{ sum: scores }, -120] })).toEqual(['rule.never-holds']);
  expect(codes({ '>': [{ count: [scores, true] }, 11] })).toEqual([]);
  expect(codes({ '>': [{ count: scores }, 12] })).toEqual(['rule.never-holds']);
  expect(codes({ '==': [{ rank: [1, scores] }, 13] })).toEqual([]);
  expect(codes({ '==': [{ rank: [1, scores] }, 0] })).toEqual(['rule.never-holds']);
  const gathered = { reduce: [scores, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 5] };
  expect(codes({ '>': [gathered, 1204.9] })).toEqual([]);
  expect(codes({ '>': [gathered, 1205] })).toEqual(['rule.never-holds']);
});

test('rules read only what stands before them, and names are taken once', () => {
  const rules = [
    { name: '甲', logic: { '+': [{ var: '乙' }, 1] }, at: '/0' },
    { name: '乙', logic: 1, at: '/1' },
    { name: '乙', logic: 2, at: '/2' },
    { name: 'a.count', logic: 2, at: '/3' },
  ];
  expect(checkRules(scope, rules)).toMatchObject([
    { code: 'rule.reads-later', at: '/0/+/0', params: { rule: '甲', name: '乙' } },
    { code: 'rule.name-taken', at: '/2' },
    { code: 'rule.name-taken', at: '/3' },
  ]);
});

test('a rule that decides whether something is asked is yes or no, and exists', () => {
  const asking = (askedWhen: string) => ({ inputs: [{ name: '数', type: numberType(0, 0, 9), askedWhen }] });
  expect(checkRules(asking('问不问'), [{ name: '问不问', logic: 1, at: '/0' }])).toMatchObject([{ code: 'rule.wrong-result' }]);
  expect(checkRules(asking('问不间'), [{ name: '问不问', logic: true, at: '/0' }])).toMatchObject([
    { code: 'rule.unknown-name', params: { near: '问不问' } },
  ]);
});

test('the result must be of the kind that is wanted', () => {
  const rule = { name: '规则', logic: { '+': [1, 2] }, at: '/0' };
  expect(checkRule(scope, rule, { kind: 'number' })).toEqual([]);
  expect(checkRule(scope, rule, { kind: 'boolean' })).toMatchObject([
    { code: 'rule.wrong-result', params: { expected: 'boolean', found: 'number' } },
  ]);
});

test('workdays need a calendar', () => {
  const rule = { name: '规则', logic: { workdays: [{ var: 'a.due' }, { var: 'a.done' }] }, at: '/0' };
  expect(checkRule({ inputs }, rule)).toMatchObject([{ code: 'rule.no-calendar' }]);
  expect(checkRule(scope, rule)).toEqual([]);
});
