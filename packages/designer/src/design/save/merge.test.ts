import { describe, expect, it } from 'vitest';
import { edited } from '../draft/edits.ts';
import { type Json, valueAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { changesBetween } from './changes.ts';
import { merge } from './merge.ts';
import { sayPlace } from './place.ts';

const base = xiaoqing();
const write = (plan: Json, at: string, value: Readonly<Record<string, Json>>): Json =>
  edited(plan, { type: 'WriteClause', at, keys: Object.keys(value), value });

describe('two people at the same plan', () => {
  const mine = write(base, '/phases/0', { to: '2026-11-05' });

  it('who changed different clauses get both', () => {
    const theirs = edited(write(base, '/phases/1', { aim: '集中攻坚' }), {
      type: 'AddClause',
      list: '/organization/units',
      value: { name: '镇文化站' },
      index: 0,
    });
    const { plan, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(valueAt(plan, '/phases/0/to')).toBe('2026-11-05');
    expect(valueAt(plan, '/phases/1/aim')).toBe('集中攻坚');
    expect(JSON.stringify(plan)).toContain('镇文化站');
  });
  it('who changed different keys of one clause get both', () => {
    const { plan, conflicts } = merge(base, mine, write(base, '/phases/0', { aim: '摸底' }));
    expect(conflicts).toEqual([]);
    expect(valueAt(plan, '/phases/0')).toMatchObject({ to: '2026-11-05', aim: '摸底' });
  });
  it('who changed the same key differently are told where', () => {
    const { plan, conflicts } = merge(base, mine, write(base, '/phases/0', { to: '2026-11-04' }));
    expect(conflicts).toEqual([['phases', '全面排查阶段', 'to']]);
    expect(valueAt(plan, '/phases/0/to')).toBe('2026-11-05');
  });
  it('one who took away a clause the other left alone takes it away, one who changed it keeps it in dispute', () => {
    const without = edited(base, { type: 'RemoveClause', at: '/phases/0' });
    expect(valueAt(merge(base, base, without).plan, '/phases/0/name')).toBe('集中整治阶段');
    expect(merge(base, mine, without).conflicts).toEqual([['phases', '全面排查阶段']]);
  });
});

describe('a place in dispute', () => {
  it.each([
    [['phases', '全面排查阶段', 'to'], '工作步骤 · 全面排查阶段 · 截止日', 'Phases · 全面排查阶段 · To'],
    [['responsibility', 'tasks', '镇容/秩序', 'lead'], '重点任务与责任分工 · 镇容/秩序 · 牵头单位', 'Responsibility · 镇容/秩序 · Lead'],
    [['title'], '标题', 'Title'],
    [
      ['checklists', '门前三包检查表', 'items', '门前干净', 'standard'],
      '检查表 · 门前三包检查表 · 门前干净 · 标准',
      'Checklists · 门前三包检查表 · 门前干净 · Standard',
    ],
  ])('%j is named in the words of the forms', (place, zh, en) => {
    expect([sayPlace(place, 'zh'), sayPlace(place, 'en')]).toEqual([zh, en]);
  });
});

describe('what changed', () => {
  it('is nothing between equal plans', () => {
    expect(changesBetween(base, xiaoqing())).toEqual([]);
  });
  it('names each clause once, with what happened to it', () => {
    const after = edited(write(write(base, '/phases/0', { to: '2026-11-05', aim: '摸底' }), '', { issuer: '镇党委' }), {
      type: 'RemoveClause',
      at: '/ranking/0',
    });
    expect(changesBetween(base, after)).toEqual([
      { section: 'general', name: '小箐镇2026年城镇精细化管理提升专项整治攻坚方案', kind: 'changed' },
      { section: 'phases', name: '全面排查阶段', kind: 'changed' },
      { section: 'ranking', name: '月度排名', kind: 'removed' },
    ]);
  });
  it('sees a mere change of order', () => {
    const after = edited(base, { type: 'MoveClause', list: '/checklists', from: 0, to: 1 });
    expect(changesBetween(base, after)).toEqual([{ section: 'checklists', name: '', kind: 'changed' }]);
  });
});
