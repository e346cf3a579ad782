import { describe, expect, test } from 'vitest';
import { answerCheck } from './answers.ts';
import { chance } from './chance.ts';
import { inputs } from './expression.fixture.ts';
import { Machine } from './machine.ts';
import { compileRules } from './rules.ts';
import { sampleAnswers } from './sample.ts';

const check = answerCheck(inputs);
const codes = (answers: Readonly<Record<string, unknown>>, all = false) => check(answers, all).map(({ code, at }) => `${code} ${at}`);

test('answers that fit have no problem, in any order, with some left out or marked', () => {
  const answers = sampleAnswers(inputs, chance(3), { numbers: [], texts: [] });
  expect(check(answers, true)).toEqual([]);
  expect(check(Object.fromEntries(Object.entries(answers).reverse()), true)).toEqual([]);
  expect(check({ 'a.count': { none: 'not-asked' }, 'a.rate': null })).toEqual([]);
  expect(check({})).toEqual([]);
});

describe('what does not fit is told for each answer', () => {
  test.each([
    [{ 'a.count': 2.5 }, 'answer.out-of-range /a.count'],
    [{ 'a.count': 100 }, 'answer.out-of-range /a.count'],
    [{ 'a.rate': Number.NaN }, 'answer.out-of-range /a.rate'],
    [{ 'a.rate': 0.15 }, 'answer.out-of-range /a.rate'],
    [{ 'a.count': '2' }, 'answer.wrong-kind /a.count'],
    [{ 'a.yes': 1 }, 'answer.wrong-kind /a.yes'],
    [{ 'a.grade': '优秀' }, 'answer.not-a-choice /a.grade'],
    [{ 'a.word': 'x'.repeat(41) }, 'answer.too-long /a.word'],
    [{ 'a.due': '2026-02-29' }, 'answer.wrong-kind /a.due'],
    [{ 'a.scores': Array(13).fill(1) }, 'answer.too-long /a.scores'],
    [{ 'a.scores': [1, '2'] }, 'answer.wrong-kind /a.scores'],
    [{ 'a.rows': [{ 数量: 1, 多余: 2 }] }, 'answer.wrong-kind /a.rows'],
    [{ 'a.count': { none: 'perhaps' } }, 'answer.wrong-kind /a.count'],
    [{ 'a.cuont': 1 }, 'answer.unknown /a.cuont'],
  ])('%j', (answers, problem) => expect(codes(answers)).toEqual([problem]));
});

test('a missing answer is a problem only when all are wanted', () => {
  const { 'a.count': _, ...rest } = sampleAnswers(inputs, chance(3), { numbers: [], texts: [] });
  expect(codes(rest)).toEqual([]);
  expect(codes(rest, true)).toEqual(['answer.missing /a.count']);
});

test('the check and the loader agree on what fits', () => {
  const names = inputs.map(({ name }) => name);
  const compiled = compileRules({ inputs }, []);
  if (!compiled.ok) throw new Error('unsound');
  const machine = new Machine(compiled.value);
  const odd = [
    true,
    0,
    1,
    0.1,
    0.15,
    -1,
    99,
    100,
    '优',
    '',
    '2026-11-07',
    '2026-13-01',
    [],
    [1],
    [true],
    [{ 数量: 1 }],
    [{ 数量: -1 }],
    { x: 1 },
    1e300,
    Number.NaN,
  ];
  for (const name of names) {
    for (const value of odd) {
      const result = machine.score({ [name]: value }).result(name);
      expect(check({ [name]: value }).length === 0, `${name} ${JSON.stringify(value)}`).toBe(result.state === 'value');
    }
  }
});
