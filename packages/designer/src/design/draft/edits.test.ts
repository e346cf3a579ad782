import { describe, expect, it } from 'vitest';
import { edited } from './edits.ts';
import { type Json, valueAt } from './json.ts';

const sample = {
  title: '整治方案',
  issuer: '某镇',
  organization: {
    units: [{ name: '执法中队' }, { name: '环卫所' }],
    groups: [{ name: '各单位', units: ['执法中队', '环卫所'] }],
  },
  phases: [{ name: '排查' }, { name: '整治' }, { name: '巩固' }],
  responsibility: { tasks: [{ name: '清街', lead: '执法中队', responsible: ['环卫所'], source: '三（一）' }, { name: '清河' }] },
};
const plan: Json = sample as unknown as Json;

const units = (after: Json) => (after as unknown as typeof sample).organization.units;
const tasks = (after: Json) => (after as unknown as typeof sample).responsibility.tasks as Json;

describe('writing a clause', () => {
  const write = (keys: readonly string[], value: Readonly<Record<string, Json | undefined>>, at = '') =>
    edited(plan, { type: 'WriteClause', at, keys, value });

  it('puts a new key where the document has it', () => {
    expect(Object.keys(write(['title', 'number', 'issuer'], { title: '整治方案', number: '1号', issuer: '某镇' }) as object)).toEqual([
      'title',
      'number',
      'issuer',
      'organization',
      'phases',
      'responsibility',
    ]);
  });
  it('takes away a key that was emptied and leaves keys of other forms alone', () => {
    const after = write(['title', 'issuer'], { title: '整治方案', issuer: undefined });
    expect(after).not.toHaveProperty('issuer');
    expect(after).toHaveProperty('phases', sample.phases);
  });
  it('makes an optional clause that was not there', () => {
    expect(write(['photo'], { photo: true }, '/findings/reply')).toMatchObject({ findings: { reply: { photo: true } } });
  });
});

describe('lists', () => {
  it('add a clause at a place, and the list itself when there was none', () => {
    const after = edited(plan, { type: 'AddClause', list: '/organization/units', value: { name: '派出所' }, index: 1 });
    expect(units(after).map((u) => u.name)).toEqual(['执法中队', '派出所', '环卫所']);
    expect(edited(plan, { type: 'AddClause', list: '/places/areas', value: { name: '东片' }, index: 0 })).toMatchObject({
      places: { areas: [{ name: '东片' }] },
    });
  });
  it('are made where the document has them', () => {
    const after = edited(plan, { type: 'AddClause', list: '/places/areas', value: { name: '东片' }, index: 0 });
    expect(Object.keys(after as object)).toEqual(['title', 'issuer', 'organization', 'places', 'phases', 'responsibility']);
  });
  it('remove and move clauses', () => {
    expect(edited(plan, { type: 'RemoveClause', at: '/phases/1' })).toMatchObject({ phases: [{ name: '排查' }, { name: '巩固' }] });
    expect(edited(plan, { type: 'MoveClause', list: '/phases', from: 2, to: 0 })).toMatchObject({
      phases: [{ name: '巩固' }, { name: '排查' }, { name: '整治' }],
    });
  });
  it('leave everything off the way the same object', () => {
    const after = edited(plan, { type: 'RemoveClause', at: '/phases/1' }) as unknown as typeof sample;
    expect(after.organization).toBe(sample.organization);
  });
});

describe('roles in the matrix', () => {
  const set = (task: number, role: 'lead' | 'responsible' | 'cooperate', party: string, on: boolean) =>
    (tasks(edited(plan, { type: 'SetRole', task, role, party, on })) as readonly Json[])[task];

  it('a task has one lead: a new one takes the place of the old', () => {
    expect(set(0, 'lead', '环卫所', true)).toMatchObject({ lead: '环卫所' });
    expect(set(0, 'lead', '环卫所', false)).toMatchObject({ lead: '执法中队' });
    expect(set(0, 'lead', '执法中队', false)).not.toHaveProperty('lead');
  });
  it('a list that becomes empty goes away, a new one comes in its order', () => {
    expect(set(0, 'responsible', '环卫所', false)).not.toHaveProperty('responsible');
    expect(Object.keys(set(0, 'cooperate', '环卫所', true) as object)).toEqual(['name', 'lead', 'responsible', 'cooperate', 'source']);
    expect(set(1, 'responsible', '环卫所', true)).toEqual({ name: '清河', responsible: ['环卫所'] });
  });
});

describe('renaming a unit', () => {
  const named = edited(plan, { type: 'WriteClause', at: '/organization/units/0', keys: ['name'], value: { name: '执法大队' } });

  it('follows it into groups, tasks and every other reference', () => {
    const after = edited(named, { type: 'Rename', kind: 'unit', from: '执法中队', to: '执法大队', keep: false });
    expect(JSON.stringify(after)).not.toContain('执法中队');
    expect(tasks(after)).toMatchObject([{ lead: '执法大队' }, {}]);
  });
  it('follows it, and a renamed question, into the scenarios', () => {
    const answers = [{ item: '门前干净', result: 'fail' }];
    const expects = { results: [{ ranking: '月排名', period: '2026-11', unit: '执法中队', points: 99 }], findings: [], consequences: [] };
    const scenarios = [{ name: '情形', visits: [{ site: '一号店', checklist: '门店检查表', day: '2026-11-07', answers }], expects }];
    const tried = edited(plan, { type: 'AddClause', list: '/scenarios', value: scenarios[0] as unknown as Json, index: 0 });
    const unit = edited(tried, { type: 'Rename', kind: 'unit', from: '执法中队', to: '执法大队', keep: false });
    const both = edited(unit, { type: 'Rename', kind: 'item', from: '门前干净', to: '门前整洁', keep: false });
    expect(valueAt(both, '/scenarios/0/expects/results/0/unit')).toBe('执法大队');
    expect(valueAt(both, '/scenarios/0/visits/0/answers/0/item')).toBe('门前整洁');
  });
  it('keeps the old name as a former one when the plan was in force', () => {
    const after = edited(named, { type: 'Rename', kind: 'unit', from: '执法中队', to: '执法大队', keep: true });
    expect(units(after)[0]).toEqual({ name: '执法大队', formerly: ['执法中队'] });
  });
  it('does not touch a task of the same name', () => {
    const after = edited(plan, { type: 'Rename', kind: 'task', from: '执法中队', to: '别的', keep: false });
    expect(after).toBe(plan);
  });
});
