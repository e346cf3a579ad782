import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { Machine } from './machine.ts';
import { compileRules } from './rules.ts';
import type { Input, Rule } from './scope.ts';
import { tellExplanation } from './tell.ts';
import { booleanType, listType, numberType } from './type.ts';

const inputs: readonly Input[] = [
  { name: 'q1', word: '乱堆乱放处数', type: numberType(0, 0, 99) },
  { name: 'q2', word: '有暴露垃圾', type: booleanType },
  { name: 'under', word: '应整改数', type: numberType(0, 0, 99) },
  { name: 'over', word: '已整改数', type: numberType(0, 0, 99) },
  { name: '各月', type: listType(numberType(1, 0, 100), 12) },
];

const rules: readonly Rule[] = [
  { name: 's', word: '扣分', source: '五（二）', at: '/scoring/0/when', logic: { max: [-10, { '*': [-0.5, { var: 'q1' }] }] } },
  { name: 't', word: '得分', source: '五（一）', at: '/scoring/0', logic: { '+': [100, { var: 's' }, { if: [{ var: 'q2' }, -20, 0] }] } },
  {
    name: 'g',
    word: '等次',
    source: '六',
    at: '/grades',
    logic: { if: [{ '>=': [{ var: 't' }, 90] }, '优', { '>=': [{ var: 't' }, 75] }, '良', '差'] },
  },
  {
    name: 'r',
    word: '达标',
    source: '七',
    at: '/rate',
    logic: { if: [{ '>': [{ var: 'under' }, 0] }, { '>=': [{ '/': [{ var: 'over' }, { var: 'under' }] }, 0.95] }] },
  },
  { name: 'm', word: '连续不达标', source: '八', at: '/streak', logic: { streak: [{ var: '各月' }, { '<': [{ var: '' }, 60] }] } },
];

const compiled = compileRules({ inputs }, rules);
const machineOn = (answers: Readonly<Record<string, unknown>>): Machine => {
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return new Machine(compiled.value).score(answers);
};

test('a grade is traced through the rules down to the answers, in the words of the plan', () => {
  const machine = machineOn({ q1: 7, q2: true });
  expect(tellExplanation(explain(machine, 'g'), 'zh')).toEqual([
    '等次（六）：良',
    '  如果：良  [良]',
    '    不小于：否  [90]',
    '      得分（五（一））：76.5',
    '        加：76.5  [100]',
    '          扣分（五（二））：-3.5',
    '            最大值：-3.5  [-10]',
    '              乘：-3.5  [-0.5]',
    '                乱堆乱放处数：7',
    '          如果：-20  [-20]',
    '            有暴露垃圾：是',
    '    不小于：是  [75]',
    '      得分（五（一））：76.5',
  ]);
});

test('in English', () => {
  expect(tellExplanation(explain(machineOn({ q1: 7, q2: true }), 's'), 'en')).toEqual([
    '扣分 (五（二）): -3.5',
    '  most of: -3.5  [-10]',
    '    times: -3.5  [-0.5]',
    '      乱堆乱放处数: 7',
  ]);
});

test('a rate is shown as the division it is, and what is missing as missing', () => {
  const lines = tellExplanation(explain(machineOn({ under: 160, over: 1 }), 'r'), 'zh');
  expect(lines).toContain('达标（七）：无法计算');
  expect(tellExplanation(explain(machineOn({ under: 80, over: 76 }), 'r'), 'zh')).toContain('      除以：76/80');
  expect(tellExplanation(explain(machineOn({ under: 0, over: 0 }), 'r'), 'zh')[0]).toBe('达标（七）：不适用');
  expect(tellExplanation(explain(machineOn({ q1: 3 }), 'g'), 'zh')).toContain('            有暴露垃圾：尚无结果');
});

test('a list is shown with what it came to', () => {
  expect(tellExplanation(explain(machineOn({ 各月: [70, 59.5, 40] }), 'm'), 'zh')).toEqual([
    '连续不达标（八）：2',
    '  最近连续次数：2',
    '    各月：[70,59.5,40]',
  ]);
});

test('every part points into the plan', () => {
  const told = explain(machineOn({ q1: 7, q2: true }), 'g');
  expect(told.at).toBe('/grades');
  expect(told.parts[0]?.parts[0]).toMatchObject({ operator: '>=', at: '/grades/if/0', value: 'false' });
});

test('rules that read each other many times over are opened once', () => {
  const chain: Rule[] = Array.from({ length: 400 }, (_, i) => ({
    name: `r${i}`,
    at: `/${i}`,
    logic: i ? { max: [{ var: `r${i - 1}` }, { var: `r${i - 1}` }] } : { var: 'q1' },
  }));
  const long = compileRules({ inputs }, chain);
  if (!long.ok) throw new Error('unsound');
  const told = explain(new Machine(long.value).score({ q1: 1 }), 'r399');
  expect(JSON.stringify(told).split('"input"').length - 1).toBe(1);
});
