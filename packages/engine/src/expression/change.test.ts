import { expect, test } from 'vitest';
import { smallestChange } from './change.ts';
import { Machine } from './machine.ts';
import { compileRules } from './rules.ts';
import type { Input, Rule } from './scope.ts';
import { booleanType, choiceType, dayType, numberType } from './type.ts';

const inputs: readonly Input[] = [
  { name: '处数', word: '乱堆乱放处数', type: numberType(0, 0, 99) },
  { name: '比率', type: numberType(1, 0, 100) },
  { name: '投入', type: numberType(0, 0, 10_000_000) },
  { name: '整洁', type: booleanType },
  { name: '等级', type: choiceType(['好', '中', '差']) },
  { name: '完成', type: dayType },
];

const rules: readonly Rule[] = [
  {
    name: '分',
    at: '/0',
    logic: {
      '+': [
        { '*': [-1, { var: '处数' }] },
        { '*': [0.5, { var: '比率' }] },
        { if: [{ var: '整洁' }, 10, 0] },
        { if: [{ '==': [{ var: '等级' }, '好'] }, 10, { '==': [{ var: '等级' }, '中'] }, 5, 0] },
        { if: [{ '>': [{ var: '完成' }, '2026-11-10'] }, -5, 0] },
        { if: [{ '>=': [{ var: '投入' }, 123_456] }, 2, 0] },
      ],
    },
  },
  { name: '等次', at: '/1', logic: { if: [{ '>=': [{ var: '分' }, 60] }, '优', { '>=': [{ var: '分' }, 50] }, '良', '差'] } },
];

const compiled = compileRules({ inputs }, rules);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const machine = new Machine(compiled.value);
const answers = { 处数: 6, 比率: 90, 投入: 0, 整洁: true, 等级: '好', 完成: '2026-11-12' };
const grade = (wanted: string) => (on: Machine) => on.value('等次') === wanted;

test('one answer, moved as little as it takes, and every other way with one answer', () => {
  expect(machine.score(answers).value('分')).toBe(54);
  const { ways, answers: count, complete } = smallestChange(machine, answers, grade('优'));
  expect([count, complete]).toEqual([1, true]);
  expect(ways).toMatchObject([[{ name: '处数', word: '乱堆乱放处数', from: 6, to: 0 }]]);
});

test('down as well as up', () => {
  const { ways } = smallestChange(machine, answers, grade('差'));
  expect(ways.map(([change]) => [change?.name, change?.to])).toEqual([
    ['处数', 11],
    ['比率', 81.9],
    ['整洁', false],
    ['等级', '中'],
  ]);
});

test('a number with a wide range is moved to the number in the rule', () => {
  const near = { ...answers, 处数: 1, 比率: 89 };
  expect(machine.score(near).value('分')).toBe(58.5);
  const { ways } = smallestChange(machine, near, grade('优'));
  expect(ways.flat().find(({ name }) => name === '投入')?.to).toBe(123_456);
  expect(ways.flat().find(({ name }) => name === '完成')?.to).toBe('2026-11-10');
});

test('two answers when one is not enough, each no further than needed', () => {
  const poor = { ...answers, 处数: 6, 比率: 80, 等级: '差', 完成: '2026-11-01' };
  expect(machine.score(poor).value('分')).toBe(44);
  const { ways, answers: count } = smallestChange(machine, poor, grade('优'));
  expect(count).toBe(2);
  for (const way of ways) {
    const changed = Object.fromEntries(way.map(({ name, to }) => [name, to]));
    expect(machine.score({ ...poor, ...changed }).value('等次')).toBe('优');
    for (const { name, from, to } of way) {
      if (typeof from !== 'number' || typeof to !== 'number') continue;
      const step = name === '比率' ? 0.1 : 1;
      const short = Math.round((to - Math.sign(to - from) * step) * 10) / 10;
      expect(machine.score({ ...poor, ...changed, [name]: short }).value('等次')).not.toBe('优');
    }
  }
});

test('nothing to change, nothing that would help, and a search cut short', () => {
  expect(smallestChange(machine, answers, grade('良'))).toEqual({ ways: [], answers: 0, complete: true });
  expect(smallestChange(machine, answers, () => false, { most: 1 })).toEqual({ ways: [], answers: -1, complete: true });
  expect(smallestChange(machine, answers, () => false, { runs: 50 })).toMatchObject({ answers: -1, complete: false });
});

test('the machine is left on the answers it was given', () => {
  smallestChange(machine, answers, grade('优'));
  expect(machine.value('分')).toBe(54);
});

test('another rank is another goal: more than the unit ahead', () => {
  const ahead = 57.5;
  const { ways } = smallestChange(machine, answers, (on) => Number(on.value('分')) > ahead);
  expect(ways[0]?.[0]).toMatchObject({ name: '处数', to: 2 });
});
