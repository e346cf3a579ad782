import { describe, expect, it } from 'vitest';
import { compileFlow } from './flow.ts';
import type { Findings } from './schema.ts';

const findings = (more: Partial<Findings>): Findings => ({ notice: { name: '整改通知单', within: '3 workdays' }, ...more });
const codes = (more: Partial<Findings>): readonly string[] => compileFlow(findings(more), '/findings').problems.map(({ code }) => code);

const stages = [
  { name: '办', is: 'rectifying' },
  { name: '看', is: 'replied' },
  { name: '完', is: 'closed' },
] as const;
const moves = [
  { name: '报', from: ['办'], to: '看', by: ['unit'], does: 'reply' },
  { name: '结', from: ['看'], to: '完', by: ['office'], does: 'close' },
] as const;
const own = (more: Partial<Record<'stages' | 'moves', readonly object[]>> = {}): Partial<Findings> =>
  ({ flow: 'own', stages: [...stages, ...(more.stages ?? [])], moves: [...moves, ...(more.moves ?? [])] }) as unknown as Partial<Findings>;

describe('a flow', () => {
  it('is the plain one when the plan says nothing, and a plan’s own as soon as it says something', () => {
    expect(compileFlow(findings({}), '/findings').value.plain).toBe(true);
    for (const more of [{ flow: 'short' }, { flow: 'seven-step' }, { lookBack: { every: 'month', draw: 1 } }] as const)
      expect(compileFlow(findings(more), '/findings')).toMatchObject({ value: { plain: false }, problems: [] });
  });

  it('of seven steps has the seven by their names, and begins a visit where there is something to file', () => {
    const { stages: known, begins } = compileFlow(findings({ flow: 'seven-step' }), '/findings').value;
    expect([...known.keys()].slice(0, 7)).toEqual(['信息采集', '立案', '派遣', '处置', '反馈', '核查', '结案']);
    expect(begins).toEqual({ visit: '立案', report: '信息采集' });
  });

  it('takes a stage or move of the plan in place of the ready-made one of that name', () => {
    const flow = compileFlow(
      findings({ flow: 'seven-step', stages: [{ name: '派遣', is: 'pending', within: '2 work hours' }] }),
      '/findings',
    ).value;
    expect(flow.stages.get('派遣')?.within).toEqual({ amount: 2, unit: 'work hours' });
    expect([...flow.stages.keys()].indexOf('派遣')).toBe(2);
  });

  it('of the plan’s own is sound', () => {
    expect(codes(own())).toEqual([]);
  });

  it.each<[string, Partial<Findings>, string]>([
    ['a stage nothing leads to', own({ stages: [{ name: '孤', is: 'replied' }] }), 'flow.unreachable'],
    [
      'a stage nothing leads out of',
      own({ stages: [{ name: '坑', is: 'replied' }], moves: [{ name: '掉', from: ['看'], to: '坑', by: ['office'] }] }),
      'flow.dead-end',
    ],
    ['no end', { flow: 'own', stages: [stages[0]], moves: [] }, 'flow.no-end'],
    ['a stage it does not have', own({ moves: [{ name: '飞', from: ['看'], to: '天', by: ['office'] }] }), 'flow.unknown-stage'],
    ['two moves of one name', own({ moves: [{ name: '结', from: ['办'], to: '完', by: ['leader'] }] }), 'name.duplicate'],
    ['two stages of one name', own({ stages: [{ name: '看', is: 'replied' }] }), 'name.duplicate'],
    ['a way out of an end', own({ moves: [{ name: '翻', from: ['完'], to: '办', by: ['office'] }] }), 'flow.reopens'],
    ['a unit that closes its own', own({ moves: [{ name: '自结', from: ['办'], to: '完', by: ['unit'] }] }), 'flow.closes-own'],
    [
      'an extension that adds nothing',
      own({ moves: [{ name: '延', from: ['办'], to: '办', by: ['office'], does: 'extend' }] }),
      'flow.no-addition',
    ],
    ['a time limit nobody can read', own({ stages: [{ name: '办', is: 'rectifying', within: '3 fortnights' }] }), 'phrase.unreadable'],
  ])('with %s is told so', (_, more, code) => {
    expect(codes(more)).toContain(code);
  });
});
