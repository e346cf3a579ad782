import { describe, expect, it } from 'vitest';
import type { Json } from '../draft/json.ts';
import { listAt } from '../draft/json.ts';
import { cellOf, columnsOf, loadsOf } from './matrix.ts';

const plan: Json = {
  organization: {
    units: [{ name: '执法中队' }, { name: '东镇', kind: '镇' }, { name: '西镇', kind: '镇' }],
    groups: [{ name: '各镇', every: '镇', except: ['西镇'] }],
  },
  responsibility: {
    tasks: [
      { name: '清街', lead: '执法中队', responsible: ['各镇'] },
      { name: '清河', responsible: ['执法中队', '西镇'] },
    ],
  },
};
const columns = columnsOf(plan);
const tasks = listAt(plan, '/responsibility/tasks');
const column = (name: string) => columns.find((c) => c.name === name) ?? { name, units: [], isGroup: false };

describe('the matrix of responsibility', () => {
  it('has groups first, then the units, and knows who is in a group of a kind', () => {
    expect(columns.map((c) => c.name)).toEqual(['各镇', '执法中队', '东镇', '西镇']);
    expect(column('各镇').units).toEqual(['东镇']);
  });
  it('tells a role a unit has itself from one it has through its group', () => {
    expect(cellOf(tasks[0] as Json, column('执法中队'), columns)).toEqual({ own: ['lead'], through: [] });
    expect(cellOf(tasks[0] as Json, column('东镇'), columns)).toEqual({ own: [], through: [{ role: 'responsible', group: '各镇' }] });
    expect(cellOf(tasks[0] as Json, column('西镇'), columns)).toEqual({ own: [], through: [] });
  });
  it('counts the whole load of each party, a role through a group once', () => {
    expect(columns.map((c) => c.name)).toEqual(['各镇', '执法中队', '东镇', '西镇']);
    expect(loadsOf(tasks, columns)).toEqual([
      { lead: 0, responsible: 1, cooperate: 0, supervise: 0 },
      { lead: 1, responsible: 1, cooperate: 0, supervise: 0 },
      { lead: 0, responsible: 1, cooperate: 0, supervise: 0 },
      { lead: 0, responsible: 1, cooperate: 0, supervise: 0 },
    ]);
  });
});
