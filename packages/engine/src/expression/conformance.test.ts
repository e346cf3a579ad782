import { readFileSync } from 'node:fs';
import jsonLogic from 'json-logic-js';
import { describe, expect, test } from 'vitest';
import { compileCompatible, runCompatible } from './compatible.ts';

const suite = JSON.parse(readFileSync(new URL('../../test-data/jsonlogic/compatible.json', import.meta.url), 'utf8')) as [
  unknown,
  unknown,
  unknown,
][];

const answer = (logic: unknown, data: unknown): unknown => {
  const rule = compileCompatible(logic);
  if (!rule.ok) throw new Error(rule.problems[0]?.code);
  const result = runCompatible(rule.value, data);
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return result.value;
};

describe('the public JsonLogic suite in the compatible mode, under strict equality', () => {
  test('has its 278 base cases and two more', () => expect(suite).toHaveLength(280));

  test.each(suite.map(([logic, data, expected], i) => ({ i: i + 1, logic, data, expected })))('case $i', ({ logic, data, expected }) => {
    expect(answer(logic, data)).toStrictEqual(expected);
    expect(jsonLogic.apply(logic as jsonLogic.RulesLogic, data)).toStrictEqual(expected);
  });
});

describe('where the compatible mode is stricter than json-logic-js', () => {
  const data = { list: [1, 2], text: 'abc', n: 3 };

  test.each([
    [{ var: 'constructor' }, null],
    [{ var: '__proto__' }, null],
    [{ var: 'toString' }, null],
    [{ var: 'list.length' }, null],
    [{ var: 'text.length' }, null],
    [{ '/': [1, 0] }, null],
    [{ '+': ['a', 1] }, null],
    [{ max: [] }, null],
    [{ and: [] }, null],
    [{ '==': [[1], 1] }, false],
    [{ missing: [{ var: 'n' }] }, [3]],
  ])('%j is %j', (logic, expected) => expect(answer(logic, data)).toStrictEqual(expected));

  test('answers that look like rules are data', () => {
    expect(answer({ missing: { var: 'keys' } }, { keys: [{ var: 'keys' }] })).toStrictEqual([{ var: 'keys' }]);
  });

  const refused: readonly unknown[] = [
    { log: 'x' },
    { constructor: [1] },
    { toString: [] },
    { hasOwnProperty: ['x'] },
    { 'cat.prototype.constructor': [] },
  ];

  test.each(refused.map((logic) => ({ logic })))('$logic is refused', ({ logic }) => {
    expect(compileCompatible(logic)).toMatchObject({ ok: false, problems: [{ code: 'rule.unknown-operator' }] });
  });

  test('doubling a text and nesting loops end at the limits', () => {
    const doubled = { reduce: [Array(40).fill(0), { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'x'] };
    const list = Array.from({ length: 300 }, (_, i) => i);
    const cube = { map: [{ var: '' }, { map: [list, { map: [list, 1] }] }] };
    expect(() => answer(doubled, {})).toThrow('rule.over-limit');
    expect(() => answer(cube, list)).toThrow('rule.over-limit');
  });
});
