import { describe, expect, it } from 'vitest';
import type { Json } from '../../draft/json.ts';
import { questionsBefore, readCondition, testOf, writeCondition } from './condition.ts';
import { sayCondition } from './say.ts';

const plan: Json = {
  checklists: [
    {
      items: [
        { name: '是否停工', answer: 'yes-no' },
        { name: '围挡完好' },
        { name: '投诉', answer: 'count' },
        { name: '类型', answer: 'choice', choices: ['占道', '违建'] },
        { name: '问题', answer: 'several', choices: ['脏', '乱'] },
        { name: '现场照片', answer: 'photo' },
        { name: '处理情况' },
      ],
    },
  ],
};
const questions = questionsBefore(plan, '/checklists/0/items/6');

describe('a condition', () => {
  it('can read the questions before it, save those that give no value', () => {
    expect(questions.map(({ name }) => name)).toEqual(['是否停工', '围挡完好', '投诉', '类型', '问题']);
    expect(questionsBefore(plan, '/checklists/0/items/1').map(({ name }) => name)).toEqual(['是否停工']);
  });

  it.each<readonly [Json, string]>([
    [{ var: '是否停工' }, '“是否停工”为是'],
    [{ '!': { var: '是否停工' } }, '“是否停工”为否'],
    [{ '!': { var: '围挡完好' } }, '“围挡完好”不合格'],
    [{ '>': [{ var: '投诉' }, 0] }, '“投诉”大于 0'],
    [{ in: ['脏', { var: '问题' }] }, '“问题”包含“脏”'],
    [
      { and: [{ '==': [{ var: '类型' }, '占道'] }, { or: [{ var: '围挡完好' }, { '>=': [{ var: '投诉' }, 3] }] }] },
      '“类型”等于 占道，并且（“围挡完好”合格，或者“投诉”不小于 3）',
    ],
  ])('%j is shown by the builder, written back as it was, and said in words', (logic, words) => {
    const group = readCondition(logic, questions);
    expect(group && writeCondition(group)).toEqual(logic);
    expect(sayCondition(logic, questions, 'zh')).toBe(words);
  });

  it.each<readonly [string, Json, string]>([
    ['calculates', { '>': [{ '-': [{ var: '投诉' }, 1] }, 0] }, '（“投诉” － 1）大于 0'],
    ['reads a question that is not there', { var: '别的' }, '“别的”为是'],
    ['is written in another way than the builder writes', { and: [{ var: '是否停工' }] }, '“是否停工”为是'],
    ['uses an operator of its own', { '>': [{ days: [{ var: '投诉' }, 1] }, 2] }, '相隔自然日（“投诉”、1）大于 2'],
  ])('that %s is left alone and told in words', (_, logic, words) => {
    expect(readCondition(logic, questions)).toBeUndefined();
    expect(sayCondition(logic, questions, 'zh')).toBe(words);
  });

  it('with nothing in it is no condition', () => {
    expect(readCondition(undefined, questions)).toEqual({ combinator: 'and', rules: [] });
    expect(writeCondition({ combinator: 'or', rules: [{ combinator: 'and', rules: [] }] })).toBeUndefined();
  });

  it('begins with the commonest test of its question', () => {
    expect(questions.map((question) => testOf(question).operator)).toEqual(['true', 'true', '>', '==', 'has']);
  });
});
