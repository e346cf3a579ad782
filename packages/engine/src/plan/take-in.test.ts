import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '../lint/check.ts';
import { planWithRegister, planWithScoreSheet, registerFor, scoreSheetFor } from './take-in.ts';

interface Places {
  readonly places: { readonly sites: readonly { readonly name: string }[] };
}
const town = JSON.parse(readFileSync(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as Places;
const head = ['名称', '类别', '片区', '管护单位'];
const register = (...rows: string[][]) => registerFor(town, [head, ...rows]);
const codes = (problems: readonly { readonly code: string }[]): readonly string[] => problems.map(({ code }) => code);
const errors = (plan: unknown) => checkPlan(plan).filter(({ severity }) => severity === 'error');

describe('a register taken into a plan', () => {
  test('adds its sites, changes those it knows, and leaves the rest of the plan as it is', () => {
    const read = register(['北街门面段', '沿街门面', '小箐村', '小箐村'], ['东街门面段', '沿街门面', '小箐社区', '小箐村']);
    const after = planWithRegister(town, read);
    if (!after.ok) throw new Error(JSON.stringify(after.problems));
    const plan = after.value as unknown as Places;
    expect(Object.keys(plan)).toEqual(Object.keys(town));
    expect(plan.places.sites).toHaveLength(town.places.sites.length + 1);
    expect(plan.places.sites[0]).toEqual({ ...town.places.sites[0], units: ['小箐村'] });
    expect(errors(plan)).toEqual([]);
  });

  test('is taken in whole or not at all', () => {
    const after = planWithRegister(town, register(['北街门面段', '沿街门面', '', '小箐村'], ['南街门面段', '门面', '', '小箐村']));
    expect([after.ok, codes(after.problems)]).toEqual([false, ['table.wrong-rows']]);
  });

  test('of more sites than a plan holds is refused', () => {
    const rows = Array.from({ length: 20_001 }, (_, i) => [`${i}号店`, '沿街门面', '', '小箐村']);
    expect(codes(planWithRegister(town, register(...rows)).problems)).toEqual(['table.too-many-sites']);
  });

  test('without heads is not taken for one', () => {
    expect(codes(planWithRegister(town, registerFor(town, [['姓名', '电话']])).problems)).toEqual(['table.no-heads']);
  });

  test.each([[null], [[]], ['x'], [{ places: 'x', organization: { units: [null, { name: 3 }] } }]])(
    'is read against the broken plan %j',
    (raw) => {
      expect(registerFor(raw, [head, ['店', '类', '', '单位']]).rows[0]?.faults.map(({ column }) => column)).toEqual(['class', 'units']);
    },
  );
});

describe('a score sheet taken into a plan', () => {
  const rows = [
    ['检查项目', '标准', '分值', '扣分办法', '任务'],
    ['门前无油污', '地面无积油', '10', '每处扣0.5分，扣完为止', '镇容秩序专项整治'],
    ['门头完好', '无破损', '5', '扣1分', ''],
  ];
  const sheet = scoreSheetFor(town, rows);
  const use = { name: '门头检查表', for: '沿街门面', task: '镇容秩序专项整治' };

  test('becomes a checklist whose items have their task', () => {
    const after = planWithScoreSheet(town, sheet, use);
    if (!after.ok) throw new Error(JSON.stringify(after.problems));
    const { checklists } = after.value.plan as unknown as { checklists: readonly { name: string; items: readonly unknown[] }[] };
    expect(checklists.at(-1)).toEqual({
      name: '门头检查表',
      for: '沿街门面',
      items: [
        { name: '门前无油污', standard: '地面无积油', task: '镇容秩序专项整治', points: 0.5, counted: true, most: 10 },
        { name: '门头完好', standard: '无破损', task: '镇容秩序专项整治', points: 1 },
      ],
    });
    expect(after.value.drafted).toBe(false);
    expect(errors(after.value.plan).map(({ code, at }) => `${code} ${at}`)).toEqual([]);
  });

  test('brings a monthly score sheet where nothing counts the checklist yet', () => {
    const after = planWithScoreSheet({ ...town, scoring: [], ranking: [], consequences: [] }, sheet, { ...use, units: '小箐村' });
    if (!after.ok) throw new Error(JSON.stringify(after.problems));
    expect(after.value.drafted).toBe(true);
    expect(after.value.plan['scoring']).toMatchObject([{ name: '门头检查表评分', base: 15, units: '小箐村' }]);
    expect(errors(after.value.plan).filter(({ at }) => /^\/(scoring|checklists)/.test(at))).toEqual([]);
  });

  test('brought a second time changes the items and keeps what the office has added to them', () => {
    const first = planWithScoreSheet(town, sheet, use);
    const { checklists } = (first.ok ? first.value.plan : {}) as { checklists: { name: string; items: Record<string, unknown>[] }[] };
    Object.assign(checklists.at(-1)?.items[0] ?? {}, { photo: 'always', points: 9 });
    const second = planWithScoreSheet({ ...town, checklists }, sheet, use);
    const after = (second.ok ? second.value.plan : {}) as typeof first extends never ? never : { checklists: typeof checklists };
    expect(after.checklists).toHaveLength(checklists.length);
    expect(after.checklists.at(-1)?.items[0]).toMatchObject({ photo: 'always', points: 0.5 });
  });

  test.each([
    [{ ...use, for: '沿街门店' }, '沿街门面'],
    [{ ...use, task: '户外广告整治' }, '户外广告专项整治'],
    [{ ...use, units: '小箐' }, '小箐村'],
  ])('with an unknown name is refused with the nearest', (wrong, near) => {
    expect(planWithScoreSheet(town, sheet, wrong).problems).toMatchObject([{ code: 'name.unknown', params: { near } }]);
  });

  test('with a wrong row is not taken in', () => {
    const wrong = scoreSheetFor(town, [...rows, ['井盖', '', '三分', '']]);
    expect(codes(planWithScoreSheet(town, wrong, use).problems)).toEqual(['table.wrong-rows']);
  });
});
