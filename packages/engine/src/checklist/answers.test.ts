import { describe, expect, test } from 'vitest';
import { say } from '../problem/say.ts';
import type { Answers } from './answer.ts';
import { checkAnswers, failedItems } from './answers.ts';
import { askedItems } from './asked.ts';
import { compileChecklists } from './compile.ts';
import type { Item } from './schema.ts';
import { itemsAt } from './where.ts';

const compiled = (items: readonly Item[]) => {
  const { value, problems } = compileChecklists(
    [{ name: '公厕检查表', for: '公厕', items: [...items] }],
    new Map([['公厕', ['东街公厕']]]),
    '/checklists',
  );
  expect(problems).toEqual([]);
  const [checklist] = value.values();
  if (!checklist) throw new Error('no checklist');
  return checklist;
};

const wrong = (items: readonly Item[], answers: Answers) =>
  checkAnswers(compiled(items), answers).map((p) => (p.code === 'submission.bad-answer' ? String(p.params.detail) : p.code));

describe('a value is checked by its kind', () => {
  const cases: readonly [string, Partial<Item>, unknown, string[]][] = [
    ['a whole count', { answer: 'count' }, 3, []],
    ['no half of a thing', { answer: 'count' }, 2.5, ['decimals']],
    ['no negative count', { answer: 'count' }, -1, ['range']],
    ['a number within bounds', { answer: 'number', least: 0, greatest: 5, decimals: 1 }, 1.5, []],
    ['above the greatest', { answer: 'number', least: 0, greatest: 5 }, 6, ['range']],
    ['too many decimals', { answer: 'number', decimals: 1 }, 1.25, ['decimals']],
    ['not a number at all', { answer: 'number' }, Number.NaN, ['kind']],
    ['infinite', { answer: 'number' }, Number.POSITIVE_INFINITY, ['kind']],
    ['a word for a number', { answer: 'number' }, 'abc', ['kind']],
    ['one of the choices', { answer: 'choice', choices: ['餐饮', '百货'] }, '餐饮', []],
    ['none of the choices', { answer: 'choice', choices: ['餐饮', '百货'] }, '维修', ['choice']],
    ['several of the choices', { answer: 'several', choices: ['拆除', '规范', '提升'] }, ['拆除', '提升'], []],
    ['a day that exists', { answer: 'date' }, '2026-02-28', []],
    ['a day that does not', { answer: 'date' }, '2026-02-30', ['kind']],
    ['a place', { answer: 'place' }, '106.71,26.57', []],
    ['a text of spaces', { answer: 'text' }, '   ', ['kind']],
    ['nothing', { answer: 'text' }, undefined, ['missing']],
  ];
  test.each(cases)('%s', (_, item, value, expected) => {
    expect(wrong([{ name: '项', ...item }], { 项: { result: 'recorded', value: value as never } })).toEqual(expected);
  });

  const table: Item = {
    name: '问题明细',
    answer: 'table',
    columns: [
      { name: '位置', answer: 'text' },
      { name: '处数', answer: 'count' },
    ],
  };
  test.each([
    ['rows with every column', [{ 位置: '门口', 处数: 2 }], []],
    ['no rows', [], []],
    ['a row without a column', [{ 位置: '门口' }], ['missing']],
    ['a column nobody asked for', [{ 位置: '门口', 处数: 2, 备注: '急' }], ['column']],
  ])('a table: %s', (_, value, expected) => {
    expect(wrong([table], { 问题明细: { result: 'recorded', value: value as never } })).toEqual(expected);
  });
});

describe('a value that is judged', () => {
  const item: Item = { name: '出店距离', answer: 'number', measure: '米', decimals: 2, fails: 'above 0.3', task: '门前三包', points: 1 };
  test('must carry the result that follows from it', () => {
    expect(wrong([item], { 出店距离: { result: 'fail', value: 0.5 } })).toEqual([]);
    expect(wrong([item], { 出店距离: { result: 'pass', value: 0.5 } })).toEqual(['result']);
    expect(wrong([item], { 出店距离: { result: 'pass', value: 0.3 } })).toEqual([]);
    expect(wrong([item], { 出店距离: { result: 'recorded', value: 0.3 } })).toEqual(['result']);
  });

  test('is among the failed items when it fails', () => {
    const checklist = compiled([item, { name: '店铺类型', answer: 'text' }]);
    const failed = failedItems(checklist.items, {
      出店距离: { result: 'fail', value: 1 },
      店铺类型: { result: 'recorded', value: '餐饮' },
    });
    expect(failed.map((f) => f.item.item.name)).toEqual(['出店距离']);
  });
});

describe('a question with a condition', () => {
  const items: readonly Item[] = [
    { name: '有外摆', answer: 'yes-no' },
    { name: '外摆已批准', task: '门前三包', points: 1, asked: { '==': [{ var: '有外摆' }, true] } },
    { name: '批准文号', answer: 'text', asked: { '==': [{ var: '外摆已批准' }, true] } },
  ];
  const asked = (answers: Answers) => [...askedItems(compiled(items).checklist, compiled(items).asked, answers)];

  test('is asked when the condition holds, not while it waits, not when it fails', () => {
    expect(asked({})).toEqual(['有外摆']);
    expect(asked({ 有外摆: { result: 'recorded', value: false } })).toEqual(['有外摆']);
    expect(asked({ 有外摆: { result: 'recorded', value: true } })).toEqual(['有外摆', '外摆已批准']);
    expect(asked({ 有外摆: { result: 'recorded', value: true }, 外摆已批准: { result: 'pass' } })).toEqual([
      '有外摆',
      '外摆已批准',
      '批准文号',
    ]);
  });

  test('an answer left over from before the condition changed counts for nothing', () => {
    const answers: Answers = { 有外摆: { result: 'recorded', value: false }, 外摆已批准: { result: 'pass' } };
    expect(asked(answers)).toEqual(['有外摆']);
    expect(wrong(items, answers)).toEqual(['submission.unknown-item']);
  });

  test('a condition that names no item is a problem of the plan, with the nearest name', () => {
    const bad: Item[] = [
      { name: '有外摆', answer: 'yes-no' },
      { name: '说明', answer: 'text', asked: { '==': [{ var: '有外摊' }, true] } },
    ];
    const { problems } = compileChecklists([{ name: '表', for: '类', items: bad }], new Map(), '/checklists');
    expect(problems.map((p) => [p.code, p.at])).toEqual([['rule.unknown-name', '/checklists/0/items/1/asked/==/0']]);
    expect(say(problems[0] as never)).toContain('有外摆');
  });
});

test('standards and points differ by grade and phase; the first that fits holds', () => {
  const item: Item = {
    name: '物品不外摆',
    task: '门前三包',
    points: 1,
    standard: '不超出卷帘门',
    standards: [
      { grade: '严禁路', phase: '巩固', standard: '一律不得外摆', points: 3 },
      { grade: '严禁路', points: 2 },
    ],
  };
  const at = (grades: string[], phase: string) => {
    const found = itemsAt(compiled([item, { name: '夜间照明', task: '亮化', points: 1, grades: ['严控路'], phases: ['巩固'] }]), {
      grades: new Set(grades),
      phase,
    });
    return [...found.values()].map((i) => [i.item.name, i.item.standard ?? '', i.points]);
  };
  expect(at([], '整治')).toEqual([['物品不外摆', '不超出卷帘门', 1000]]);
  expect(at(['严禁路'], '整治')).toEqual([['物品不外摆', '不超出卷帘门', 2000]]);
  expect(at(['严禁路'], '巩固')).toEqual([['物品不外摆', '一律不得外摆', 3000]]);
  expect(at(['严控路'], '巩固').map(([name]) => name)).toEqual(['物品不外摆', '夜间照明']);
});

test('photos asked for in number are counted', () => {
  const item: Item = { name: '整改前后', answer: 'photo', photosLeast: 2 };
  expect(wrong([item], { 整改前后: { result: 'recorded', photos: ['a'.repeat(64)] } })).toEqual(['submission.photo-missing']);
  expect(wrong([item], { 整改前后: { result: 'recorded', photos: ['a'.repeat(64), 'b'.repeat(64)] } })).toEqual([]);
  expect(wrong([item], { 整改前后: { result: 'not-applicable' } })).toEqual([]);
});
