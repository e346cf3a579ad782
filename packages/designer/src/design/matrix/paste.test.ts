import { describe, expect, it } from 'vitest';
import { listAt, valueAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { cellsOf, type Decision, readPaste, unknownParties, withPaste } from './paste.ts';

const plan = xiaoqing();
const none = (): Decision => ({ kind: 'drop' });

describe('a pasted table', () => {
  it('may have lines and quotes inside its cells', () => {
    expect(cellsOf('任务\t牵头单位\r\n"清街\n保洁"\t"城管""大队"""\r\n')).toEqual([
      ['任务', '牵头单位'],
      ['清街\n保洁', '城管"大队"'],
    ]);
  });
  it('as a list has one column a role, with several units in a cell', () => {
    expect(readPaste('序号\t重点任务\t牵头单位\t责任单位\t配合单位\n1\t清街\t城管局\t甲社区、乙社区\t\n').tasks).toEqual([
      {
        name: '清街',
        roles: [
          { role: 'lead', party: '城管局' },
          { role: 'responsible', party: '甲社区' },
          { role: 'responsible', party: '乙社区' },
        ],
      },
    ]);
  });
  it('as a grid has the units along the top, and names the rows it cannot read', () => {
    const { tasks, unread } = readPaste('任务\t城管局\t住建局\t交警\n清街\t牵\t责\t配合\n清河\t★\t?\t');
    expect(tasks.map(({ roles }) => roles.map(({ role, party }) => `${party}${role}`))).toEqual([
      ['城管局lead', '住建局responsible', '交警cooperate'],
      ['城管局lead'],
    ]);
    expect(unread).toEqual([{ row: 3, text: '?' }]);
  });
});

describe('units the plan does not know', () => {
  it('are named with the nearest known one; aliases are known', () => {
    const pasted = readPaste('任务\t牵头单位\t配合单位\n门店\t执法中队\t镇综合执法中对、县气象局');
    expect(unknownParties(plan, pasted)).toEqual([
      { name: '镇综合执法中对', count: 1, nearest: '镇综合执法中队' },
      { name: '县气象局', count: 1, nearest: undefined },
    ]);
  });
  it('become what the clerk says: another unit, a new one, or nothing', () => {
    const pasted = readPaste('任务\t牵头单位\t责任单位\n新任务\t镇综合执法中对\t县气象局、某某');
    const after = withPaste(plan, pasted, (name) =>
      name === '镇综合执法中对' ? { kind: 'is', party: '镇综合执法中队' } : name === '某某' ? { kind: 'drop' } : { kind: 'new' },
    );
    expect(listAt(after, '/responsibility/tasks').at(-1)).toEqual({ name: '新任务', lead: '镇综合执法中队', responsible: ['县气象局'] });
    expect(listAt(after, '/organization/units').at(-1)).toEqual({ name: '县气象局' });
  });
});

describe('pasting', () => {
  it('replaces the roles of a task of the same name and keeps what else it says', () => {
    const name = '镇容秩序专项整治';
    const after = withPaste(plan, readPaste(`任务\t牵头单位\n${name}\t执法中队`), none);
    const { responsible: _, ...rest } = valueAt(plan, '/responsibility/tasks/0') as Record<string, unknown>;
    expect(valueAt(after, '/responsibility/tasks/0')).toEqual({ ...rest, lead: '镇综合执法中队' });
    expect(listAt(after, '/responsibility/tasks')).toHaveLength(listAt(plan, '/responsibility/tasks').length);
  });
  it('of two leads keeps one and makes the other responsible', () => {
    const after = withPaste(plan, readPaste('任务\t小箐村\t小箐社区\n甲\t牵\t牵'), none);
    expect(listAt(after, '/responsibility/tasks').at(-1)).toEqual({ name: '甲', lead: '小箐村', responsible: ['小箐社区'] });
  });
  it('of 5,000 rows takes less than a second', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `任务${i}\t小箐村\t单位${i % 400}、小箐社区`).join('\n');
    const since = performance.now();
    const pasted = readPaste(`任务\t牵头单位\t责任单位\n${rows}`);
    expect(unknownParties(plan, pasted)).toHaveLength(400);
    expect(
      listAt(
        withPaste(plan, pasted, () => ({ kind: 'new' })),
        '/responsibility/tasks',
      ).length,
    ).toBeGreaterThan(5000);
    expect(performance.now() - since).toBeLessThan(1000);
  });
});
