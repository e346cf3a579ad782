import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { groups, inputs } from './expression.fixture.ts';
import cases from './machine.cases.json' with { type: 'json' };
import { Machine } from './machine.ts';
import { compileRules } from './rules.ts';
import type { Input, Rule } from './scope.ts';
import { listType, numberType, textType } from './type.ts';
import type { Answers } from './value.ts';

const scope = { inputs, groups, calendar: officialCalendar() };

const machineOf = (rules: Readonly<Record<string, unknown>>, own: readonly Input[] = inputs): Machine => {
  const list: Rule[] = Object.entries(rules).map(([name, logic]) => ({ name, logic, at: `/rules/${name}` }));
  const compiled = compileRules({ ...scope, inputs: own }, list);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return new Machine(compiled.value);
};

describe('what a rule comes to', () => {
  test.each(cases)('$name', ({ rule, answers, value, none, missing, fault }) => {
    const result = machineOf({ 规则: rule })
      .score(answers as Answers)
      .result('规则');
    if (fault) expect(result).toMatchObject({ state: 'fault', problem: { code: fault, at: '/rules/规则' } });
    else if (none) expect(result).toEqual({ state: 'none', none, missing });
    else expect(result).toEqual({ state: 'value', value });
  });
});

describe('rules in order', () => {
  test('a later rule reads an earlier one, with or without a value', () => {
    const machine = machineOf({
      扣分: { '*': [-0.5, { var: 'a.count' }] },
      得分: { max: [0, { '+': [10, { var: '扣分' }] }] },
      合格: { '>=': [{ var: '得分' }, 6] },
    });
    expect(machine.score({ 'a.count': 9 }).value('合格')).toBe(false);
    expect(machine.score({}).result('合格')).toEqual({ state: 'none', none: 'not-known', missing: ['a.count'] });
    expect(machine.score({ 'a.count': 8 }).value('合格')).toBe(true);
  });

  test('a machine forgets the run before', () => {
    const machine = machineOf({ 一: { if: [{ var: 'a.yes' }, { var: 'a.count' }, 1] }, 二: { '+': [{ var: '一' }, 1] } });
    expect(machine.score({ 'a.yes': true, 'a.count': 4 }).value('二')).toBe(5);
    expect(machine.score({ 'a.yes': true }).result('二')).toMatchObject({ none: 'not-known', missing: ['a.count'] });
    expect(machine.score({ 'a.yes': false }).value('二')).toBe(2);
    expect(machine.score({}).result('二')).toMatchObject({ missing: ['a.yes'] });
  });

  test('what is not asked stays out, whatever was answered', () => {
    const own: Input[] = [
      { name: '有工地', type: { kind: 'boolean' } },
      { name: '围挡', type: numberType(0, 0, 9), askedWhen: '问围挡' },
      { name: '备注', type: textType(20), askedWhen: '问围挡' },
    ];
    const machine = machineOf(
      {
        问围挡: { '==': [{ var: '有工地' }, true] },
        扣: { '*': [-1, { var: '围挡' }] },
        计: { default: [{ var: '扣' }, 0] },
        有备注: { known: { var: '备注' } },
      },
      own,
    );
    expect(machine.score({ 有工地: true, 围挡: 3, 备注: '甲' }).value('计')).toBe(-3);
    expect(machine.value('有备注')).toBe(true);
    expect(machine.score({ 有工地: false, 围挡: 3, 备注: '甲' }).value('计')).toBe(0);
    expect(machine.value('有备注')).toBe(false);
    expect(machine.result('扣')).toEqual({ state: 'none', none: 'not-asked', missing: [] });
    expect(machine.score({ 围挡: 3 }).result('计')).toMatchObject({ none: 'not-known' });
  });

  test('whether it was asked is not known while the answer that decides it is not', () => {
    const own: Input[] = [
      { name: '有工地', type: { kind: 'boolean' } },
      { name: '围挡', type: numberType(0, 0, 9), askedWhen: '问围挡' },
    ];
    const machine = machineOf({ 问围挡: { var: '有工地' }, 扣: { '*': [-1, { var: '围挡' }] } }, own);
    expect(machine.score({ 围挡: 3 }).result('扣')).toEqual({ state: 'none', none: 'not-known', missing: ['有工地'] });
    expect(machine.score({ 有工地: true }).result('扣')).toEqual({ state: 'none', none: 'not-known', missing: ['围挡'] });
    expect(machine.score({ 有工地: { none: 'not-applicable' }, 围挡: 3 }).result('扣')).toMatchObject({ none: 'not-applicable' });
    expect(machine.score({ 有工地: true, 围挡: 3 }).value('扣')).toBe(-3);
  });

  test('a rule over its limits is marked, and the rest of the sheet is scored', () => {
    const own: Input[] = [
      { name: '数列', type: listType(numberType(0, 0, 9), 10_000) },
      { name: '处数', type: numberType(0, 0, 9) },
    ];
    const long = { map: [{ var: '数列' }, { '+': [{ var: '' }, 1] }] };
    const chain = [1, 2, 3, 4, 5].reduce<unknown>((list) => ({ map: [list, { '+': [{ var: '' }, 1] }] }), long);
    const machine = machineOf({ 长: { count: chain }, 读长: { '+': [{ var: '长' }, 1] }, 短: { '*': [2, { var: '处数' }] } }, own);
    machine.score({ 数列: Array(10_000).fill(1), 处数: 4 });
    expect(machine.result('长')).toMatchObject({ state: 'fault', problem: { code: 'rule.over-limit', params: { rule: '长' } } });
    expect(machine.result('读长')).toMatchObject({ state: 'fault', problem: { code: 'rule.over-limit' } });
    expect(machine.value('短')).toBe(8);
    expect(machine.score({ 数列: [1], 处数: 4 }).value('读长')).toBe(2);
  });

  test('loops inside loops end at the limit, long before they would be done', () => {
    const list = Array.from({ length: 300 }, (_, i) => i);
    const machine = machineOf({ 四重: { sum: [list, { sum: [list, { sum: [list, { sum: [list, 1] }] }] }] } });
    expect(machine.score({}).result('四重')).toMatchObject({ state: 'fault', problem: { code: 'rule.over-limit' } });
  });

  test('a text doubled again and again ends at its limit', () => {
    const machine = machineOf({ 长文: { reduce: [Array(40).fill('x'), { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'xy'] } });
    expect(machine.score({}).result('长文')).toMatchObject({ state: 'fault', problem: { code: 'rule.over-limit' } });
  });
});

test('numbers past 2^53 are shown whole, and read by later rules', () => {
  const big = { '*': [9007199254740991, { var: '处数' }, 9007199254740991] };
  const machine = machineOf({ 大: big, 更大: { '-': [{ var: '大' }, 1] }, 大于: { '>': [{ var: '更大' }, 0.5] } });
  machine.score({ 处数: 2 });
  expect(machine.shown('更大')).toBe(String(9007199254740991n ** 2n * 2n - 1n));
  expect(machine.value('大于')).toBe(true);
});

test('a number near 2^53 is found among finer ones', () => {
  const own: Input[] = [{ name: '数', type: numberType(0, 0, 2 ** 52) }];
  const machine = machineOf({ 在内: { in: [{ var: '数' }, [0.001, 4503599627370495]] } }, own);
  expect([4503599627370495, 4503599627370494, 0].map((数) => machine.score({ 数 }).value('在内'))).toEqual([true, false, false]);
});

test('a view keeps the results of its run', () => {
  const machine = machineOf({ 分: { '*': [0.5, { var: 'a.count' }] }, 等: { if: [{ '>': [{ var: '分' }, 2] }, '优', '差'] } });
  const first = machine.score({ 'a.count': 9 }).view();
  const second = machine.score({}).view();
  machine.score({ 'a.count': 1 });
  expect([first.value('分'), first.value('等'), first.result('等')]).toEqual([4.5, '优', { state: 'value', value: '优' }]);
  expect([second.value('分'), second.result('等')]).toEqual([undefined, { state: 'none', none: 'not-known', missing: ['a.count'] }]);
});

test('answers in another order, with others among them or inherited, load alike', () => {
  const machine = machineOf({ 和: { '+': [{ var: 'a.count' }, { var: '处数' }] } });
  expect(machine.score({ 处数: 2, 没有: 1, 'a.count': 1 }).value('和')).toBe(3);
  expect(machine.score(Object.create({ 处数: 2, 'a.count': 1 })).value('和')).toBeUndefined();
  expect(machine.score(Object.assign(Object.create(null), { 处数: 2, 'a.count': 1 })).value('和')).toBe(3);
});

test('how many steps a program can take is known before it runs', () => {
  const { compiled } = machineOf({ 一: { if: [{ var: 'a.yes' }, 1, 2] } });
  expect(compiled.mostSteps).toBeLessThan(20);
});
