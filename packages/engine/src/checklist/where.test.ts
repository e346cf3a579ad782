import { describe, expect, it } from 'vitest';
import { checkAnswers } from './answers.ts';
import { compileChecklists } from './compile.ts';
import type { Item } from './schema.ts';
import { itemsAt } from './where.ts';

const lamps: Item = {
  name: '亮灯率',
  answer: 'number',
  measure: '%',
  task: '亮化',
  points: 2,
  fails: 'below 98',
  standards: [
    { grade: '支路', fails: 'below 96', points: 1 },
    { grade: '次干道', standard: '抽看十盏' },
  ],
};
const compiled = (...items: Item[]) =>
  compileChecklists([{ name: '照明检查表', for: '道路', items }], new Map([['道路', ['一路']]]), '/checklists');
const at = (grade: string) => {
  const list = compiled(lamps).value.get('照明检查表');
  if (!list) throw new Error('no checklist');
  const items = itemsAt(list, { grades: new Set([grade]), phase: '' });
  const judge = (value: number, result: 'pass' | 'fail') =>
    checkAnswers(list, { 亮灯率: { result, value } }, items).map(({ code }) => code);
  return { item: items.get('亮灯率'), judge };
};

describe('a mark of failure that differs by grade', () => {
  it('is that of the grade, and the item’s own elsewhere', () => {
    expect(at('支路').judge(97, 'pass')).toEqual([]);
    expect(at('支路').judge(95, 'pass')).toEqual(['submission.bad-answer']);
    expect(at('主干道').judge(97, 'fail')).toEqual([]);
    expect(at('主干道').judge(97, 'pass')).toEqual(['submission.bad-answer']);
  });

  it('stays the item’s own where a standard says nothing of it', () => {
    expect(at('次干道').judge(97, 'fail')).toEqual([]);
    expect(at('次干道').item?.item.standard).toBe('抽看十盏');
  });

  it('brings its own points', () => {
    expect([at('支路').item?.points, at('主干道').item?.points]).toEqual([1000, 2000]);
  });

  it('that cannot be read is named where it stands', () => {
    const { problems } = compiled({ ...lamps, standards: [{ grade: '支路', fails: 'under 96' }] });
    expect(problems).toMatchObject([{ code: 'phrase.unreadable', at: '/checklists/0/items/0/standards/0/fails' }]);
  });
});
