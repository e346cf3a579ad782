import { describe, expect, it } from 'vitest';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { apply, type Draft, draftOf, redo, undo } from './draft.ts';
import type { Edit } from './edits.ts';
import { type Json, valueAt } from './json.ts';

const plan = xiaoqing();
const write = (at: string, value: Readonly<Record<string, Json | undefined>>): Edit => ({
  type: 'WriteClause',
  at,
  keys: Object.keys(value),
  value,
});
const whole = (draft: Draft): string => JSON.stringify(draft.present);

describe('a draft', () => {
  it('goes back and forward through every edit and comes out identical', () => {
    let draft = draftOf(plan);
    for (let i = 0; i < 50; i++) draft = apply(draft, write('/phases/0', { aim: `目标${i}` }), i * 5000);
    const after = whole(draft);
    expect(draft.past).toHaveLength(50);
    for (let i = 0; i < 50; i++) draft = undo(draft);
    expect(draft.present).toBe(plan);
    expect(undo(draft)).toBe(draft);
    for (let i = 0; i < 50; i++) draft = redo(draft);
    expect(whole(draft)).toBe(after);
    expect(redo(draft)).toBe(draft);
  });

  it('takes quick typing in one clause for one step, slow typing and other clauses for new ones', () => {
    let draft = draftOf(plan);
    draft = apply(draft, write('/phases/0', { aim: '摸' }), 0);
    draft = apply(draft, write('/phases/0', { aim: '摸清' }), 300);
    draft = apply(draft, write('/phases/1', { aim: '集' }), 500);
    draft = apply(draft, write('/phases/1', { aim: '集中' }), 9000);
    expect(draft.past).toHaveLength(3);
    expect(valueAt(undo(undo(undo(draft))).present, '/phases/0/aim')).toBe('摸清底数，列出问题清单，建立工作台账');
  });

  it('does not join typing to a step that has been undone', () => {
    let draft = apply(draftOf(plan), write('/phases/0', { aim: '一' }), 0);
    draft = redo(undo(draft));
    draft = apply(draft, write('/phases/0', { aim: '二' }), 100);
    expect(draft.past).toHaveLength(2);
  });

  it('gives up what was undone once something else is done', () => {
    const draft = apply(undo(apply(draftOf(plan), write('/phases/0', { aim: '一' }), 0)), write('/phases/0', { aim: '二' }), 10_000);
    expect(draft.future).toEqual([]);
  });

  it('is left as it was by an edit that changes nothing', () => {
    const draft = draftOf(plan);
    expect(apply(draft, write('/phases/0', { name: '全面排查阶段' }), 0)).toBe(draft);
    expect(apply(draft, { type: 'MoveClause', list: '/phases', from: 0, to: 9 }, 0)).toBe(draft);
    expect(apply(draft, { type: 'RemoveClause', at: '/phases/9/aim' }, 0)).toBe(draft);
  });
});
