import { describe, expect, it } from 'vitest';
import { apply, draftOf, undo } from './draft.ts';
import { isList, isObject, type Json, listAt, valueAt } from './json.ts';
import { partsOf, proposedSide, type Side, split } from './split.ts';

const plan = {
  title: '整治方案',
  responsibility: {
    tasks: [
      { name: '清河' },
      {
        name: '清街',
        text: '清扫和亮化。',
        lead: '执法中队',
        responsible: ['环卫所', '路灯所'],
        deliverables: [{ name: '保洁台账' }, { name: '路灯台账' }],
        source: '三（一）',
      },
    ],
  },
  checklists: [
    {
      name: '街面检查表',
      items: [
        { name: '路面干净', task: '清街' },
        { name: '路灯亮', task: '清街' },
        { name: '河道干净', task: '清河' },
      ],
    },
  ],
  scoring: [{ name: '月考', rules: [{ name: '检查扣分', tasks: ['清街', '清河'] }] }],
} as unknown as Json;

const at = '/responsibility/tasks/1';
const sides: Readonly<Record<string, Side>> = {
  [`${at}/lead`]: 'both',
  [`${at}/responsible/0`]: 'stay',
  [`${at}/responsible/1`]: 'move',
  [`${at}/deliverables/1`]: 'move',
  '/checklists/0/items/1/task': 'move',
  '/scoring/0/rules/0/tasks/0': 'both',
};
const into = { task: 1, name: '亮街', text: '路灯全亮。', sides };

describe('a task that is split', () => {
  it('has parties, parts and whatever refers to it to divide', () => {
    expect(partsOf(plan, 1).map(({ at: place, of, label }) => [place, of, label])).toEqual([
      [`${at}/lead`, 'lead', '执法中队'],
      [`${at}/responsible/0`, 'responsible', '环卫所'],
      [`${at}/responsible/1`, 'responsible', '路灯所'],
      [`${at}/deliverables/0`, 'deliverables', '保洁台账'],
      [`${at}/deliverables/1`, 'deliverables', '路灯台账'],
      ['/checklists/0/items/0/task', '/checklists/0/items/0', '路面干净'],
      ['/checklists/0/items/1/task', '/checklists/0/items/1', '路灯亮'],
      ['/scoring/0/rules/0/tasks/0', '/scoring/0/rules/0', '检查扣分'],
    ]);
  });

  it('loses nobody by what is proposed: parties stay with both, a question has one task', () => {
    expect(partsOf(plan, 1).map(proposedSide)).toEqual(['both', 'both', 'both', 'stay', 'stay', 'stay', 'stay', 'both']);
  });

  it('becomes two, the new one after the old, each with what was put on its side', () => {
    expect(valueAt(split(plan, into), '/responsibility/tasks')).toEqual([
      { name: '清河' },
      {
        name: '清街',
        text: '清扫和亮化。',
        lead: '执法中队',
        responsible: ['环卫所'],
        deliverables: [{ name: '保洁台账' }],
        source: '三（一）',
      },
      {
        name: '亮街',
        text: '路灯全亮。',
        lead: '执法中队',
        responsible: ['路灯所'],
        deliverables: [{ name: '路灯台账' }],
        source: '三（一）',
      },
    ]);
  });

  it('is followed by its questions, and by rules that count several tasks', () => {
    const after = split(plan, into);
    expect(listAt(after, '/checklists/0/items').map((item) => isObject(item) && item.task)).toEqual(['清街', '亮街', '清河']);
    expect(valueAt(after, '/scoring/0/rules/0/tasks')).toEqual(['清街', '亮街', '清河']);
  });

  it('is one again after one undo', () => {
    const before = draftOf(plan);
    const after = apply(before, { type: 'SplitTask', into }, 0);
    expect(isList(valueAt(after.present, '/responsibility/tasks')) && listAt(after.present, '/responsibility/tasks')).toHaveLength(3);
    expect(undo(after).present).toBe(plan);
  });
});
