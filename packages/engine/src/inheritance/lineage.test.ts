import { describe, expect, test } from 'vitest';
import type { Written } from '../plan/diff-identity.ts';
import { planHash } from '../plan/text.ts';
import { say } from '../problem/say.ts';
import { clauseAbove } from './above.ts';
import { lineage } from './chain.ts';
import { conform } from './conform.ts';
import { derive } from './derive.ts';
import { baseOf, compiledOf, county, put } from './levels.fixture.ts';
import { rebase } from './rebase.ts';
import { checkSplit } from './split.ts';

const upper = compiledOf(county());
const find = (hash: string) => (hash === upper.hash ? upper : undefined);
const east = (): Written => derive(upper, { as: '东村' });
const said = (plan: Written): readonly string[] => lineage(plan, find).problems.map((found) => `${found.code} ${found.at} ${say(found)}`);

describe('a town’s draft from the county’s plan', () => {
  test('its share is its whole target, 各责任单位 is itself, the other’s sites are not its own', () => {
    expect(east()).toMatchObject({
      title: '东村落实《示例县整治方案》的方案',
      issuer: '东村',
      basis: [{ title: '示例县整治方案', hash: upper.hash, as: '东村' }],
      organization: { body: { head: '××', office: '东村' }, units: [{ name: '东村' }] },
      places: { sites: [{ name: '一号店', units: ['东村'] }] },
      responsibility: { tasks: [{ name: '门前三包', responsible: ['东村'] }] },
      indicators: [{ reported: { by: '东村' }, targets: [{ target: 'at least 60' }] }],
    });
    expect(Object.keys(east())).not.toContain('consequences');
    expect(said(east())).toEqual([]);
  });

  test.each([
    ['a lower target', '/indicators/0/targets/0/target', 'at least 50', 'conform.looser'],
    ['a later due day', '/indicators/0/targets/0/due', '2026-07-31', 'conform.looser'],
    ['a target of another kind', '/indicators/0/targets/0/target', '50 to 70', 'conform.not-comparable'],
    ['another unit of measure', '/indicators/0/unit', '个', 'conform.changed'],
    ['a dropped item', '/checklists/0/items/1', undefined, 'conform.dropped'],
    ['fewer points', '/checklists/0/items/0/points', 0.5, 'conform.looser'],
    ['a condition under which an item is not asked', '/checklists/0/items/1/asked', { var: '门前干净' }, 'conform.changed'],
    ['a longer limit', '/findings/notice/within', '5 workdays', 'conform.looser'],
    ['a phase that begins before the county’s', '/phases/0/from', '2026-02-20', 'conform.looser'],
    ['a phase that ends after it', '/phases/1/to', '2026-08-31', 'conform.looser'],
    ['a lock let go', '/indicators/0/binds', 'free', 'conform.unlocked'],
  ])('%s is a breach', (_, at, value, code) => {
    expect(lineage(put(east(), at, value), find).problems.map((found) => found.code)).toContain(code);
  });

  test.each([
    ['a higher target', '/indicators/0/targets/0/target', 'at least 70'],
    ['an earlier end', '/phases/1/to', '2026-05-31'],
    ['a shorter limit', '/findings/notice/within', '2 workdays'],
    ['an item more', '/checklists/0/items/2', { name: '无乱贴', task: '门前三包', points: 1 }],
    ['a photo always', '/checklists/0/items/0/photo', 'always'],
  ])('%s is allowed, and asks for its reason', (_, at, value) => {
    expect(lineage(put(east(), at, value), find).problems.map((found) => found.code)).toEqual(['conform.no-reason']);
  });

  test('a breach says both clauses, both values and what to do', () => {
    const plan = put(put(east(), '/indicators/0/targets/0/target', 'at least 50'), '/indicators/0/source', '二（三）');
    expect(said(plan)).toEqual([
      'conform.looser /indicators/0/targets/0/target 指标“改造公厕”（二（三））比上级方案《示例县整治方案》三（二）宽：“目标（累计、2026-06-30）的指标值”由“不少于60”改为“不少于50”。请改到不低于上级的程度，或写明经批准的例外。',
    ]);
  });

  test('hours of its own would make another limit of the same words', () => {
    const timed = compiledOf(county((plan) => ({ ...plan, calendar: { urgent: '08:00-20:00' } })));
    const found = conform(put(derive(timed, { as: '东村' }), '/calendar/urgent', '10:00-12:00'), timed, { as: '东村' });
    expect(found.breaches.map(({ problem }) => problem.code)).toEqual(['conform.changed']);
  });

  test('an approved exception lets a breach stand and keeps it in sight', () => {
    const looser = put(east(), '/indicators/0/targets/0/target', 'at least 50');
    const exceptions = [{ clause: '改造公厕', approval: '县整治办〔2026〕3号', why: '两座公厕已列入拆迁' }];
    const plan = put(looser, '/basis/0/exceptions', exceptions);
    expect(said(plan)).toEqual([]);
    const [breach] = lineage(plan, find).conformities[0]?.breaches ?? [];
    expect(breach?.exception).toEqual(exceptions[0]);
  });

  test('changed words are for a person to read', () => {
    const words = put(east(), '/checklists/0/items/0/standard', '门前三米干净');
    const upperWords = compiledOf(county((plan) => put(plan, '/checklists/0/items/0/standard', '门前五米干净')));
    expect(conform(words, upperWords, { as: '东村' }).breaches.map(({ problem }) => problem.code)).toEqual(['conform.words']);
  });

  test('the meter tells what is added, by how much, and why', () => {
    const plan = put(put(put(east(), '/phases/1/to', '2026-06-20'), '/phases/1/reason', '赶在汛期前'), '/checklists/0/items/2', {
      name: '无乱贴',
      task: '门前三包',
      points: 1,
      reason: '本村小广告多',
    });
    expect(conform(plan, upper, { as: '东村' }).additions).toMatchObject([
      { kind: 'earlier', days: 10, reason: '赶在汛期前', clause: { name: '整治' } },
      { kind: 'clause', of: 'item', reason: '本村小广告多', clause: { name: '无乱贴' } },
    ]);
  });
});

describe('the basis', () => {
  test('an upper plan that is not there, another content, a unit it does not have', () => {
    const lost = { ...east(), basis: [{ title: '省方案', hash: 'f'.repeat(64) }] };
    const stranger = put(east(), '/basis/0/as', '东邨');
    expect(said(lost)[0]).toBe(
      'basis.unknown-upper /basis/0 找不到上级方案《省方案》（指纹ffffffffffff…）。请先把它导入，或核对依据里的指纹。',
    );
    expect(said(stranger)[0]).toBe('basis.unknown-unit /basis/0 上级方案《示例县整治方案》里没有单位“东邨”。是否为“东村”？');
  });

  test('plans that rest on each other are a circle', () => {
    const first = compiledOf({ ...baseOf(), title: '甲方案', basis: [{ title: '乙方案', hash: 'a'.repeat(64) }] });
    const second = compiledOf({ ...baseOf(), title: '乙方案', basis: [{ title: '甲方案', hash: first.hash }] });
    const known = new Map([
      [first.hash, first],
      ['a'.repeat(64), second],
    ]);
    expect(lineage(first.written, (hash) => known.get(hash)).problems.map((found) => found.code)).toContain('basis.circle');
  });

  test('two upper plans that fix one clause differently', () => {
    const fix = (points: number) =>
      compiledOf(county((plan) => put(put(plan, '/checklists/0/binds', 'fixed'), '/checklists/0/items/0/points', points)));
    const [one, other] = [fix(1), fix(2)];
    const lower = {
      ...county(),
      basis: [
        { title: '县方案', hash: one.hash },
        { title: '市方案', hash: other.hash },
      ],
    };
    const known = new Map([
      [one.hash, one],
      [other.hash, other],
    ]);
    expect(lineage(lower, (hash) => known.get(hash)).problems.map((found) => found.code)).toContain('conform.uppers-disagree');
  });
});

describe('an amended upper plan', () => {
  const amended = compiledOf(
    county((plan) =>
      put(put(plan, '/phases/1/to', '2026-06-15'), '/indicators/0/targets/0/shares', [
        { of: '东村', amount: 70 },
        { of: '西村', amount: 30 },
      ]),
    ),
  );

  test('carries into the town’s plan what the town left as it was, and keeps the town’s own', () => {
    const own = put(east(), '/checklists/0/items/2', { name: '无乱贴', task: '门前三包', points: 1, reason: '本村小广告多' });
    const { plan, clashes, conformity } = rebase(own, upper, amended);
    expect(plan).toMatchObject({
      basis: [{ hash: amended.hash, as: '东村' }],
      phases: [{}, { to: '2026-06-15' }],
      indicators: [{ targets: [{ target: 'at least 70' }] }],
      checklists: [{ items: [{}, {}, { name: '无乱贴' }] }],
    });
    expect(clashes).toEqual([]);
    expect(conformity.breaches).toEqual([]);
  });

  test('says by when lower plans follow it', () => {
    const dated = compiledOf({ ...(amended.written as Written), lowerBy: '2026-04-30' });
    expect(rebase(east(), upper, dated).until).toBe('2026-04-30');
    expect(rebase(east(), upper, dated).plan).not.toHaveProperty('lowerBy');
  });

  test('where the town had set its own, its words stay, the clash is told, and the breach is found', () => {
    const own = put(east(), '/indicators/0/targets/0/target', 'at least 65');
    const { plan, clashes, conformity } = rebase(own, upper, amended);
    expect(plan).toMatchObject({ indicators: [{ targets: [{ target: 'at least 65' }] }] });
    expect(clashes).toMatchObject([{ upper: { after: 'at least 70' }, own: { after: 'at least 65' } }]);
    expect(conformity.breaches.map(({ problem }) => problem.code)).toEqual(['conform.looser']);
  });
});

describe('where both changed one place', () => {
  const later = compiledOf(
    county((plan) =>
      put(put(put(plan, '/phases/1/to', '2026-06-15'), '/checklists/0/items/0/points', 1.5), '/checklists/0/items/2', {
        name: '无乱贴',
        task: '门前三包',
        points: 2,
      }),
    ),
  );
  const own = put(put(put(east(), '/phases/1/to', '2026-06-10'), '/checklists/0/items/0/points', 1.25), '/checklists/0/items/2', {
    name: '无乱贴',
    task: '门前三包',
    points: 1,
    reason: '本村小广告多',
  });

  test('the town’s words stay, and what they are looser in is told', () => {
    const { plan, clashes, conformity } = rebase(own, upper, later);
    expect(plan).toMatchObject({ phases: [{}, { to: '2026-06-10' }], checklists: [{ items: [{ points: 1.25 }, {}, { points: 1 }] }] });
    expect(clashes.map(({ taken }) => taken)).toEqual([false, false, false]);
    expect(conformity.breaches.map(({ problem }) => problem.at)).toEqual(['/checklists/0/items/0/points', '/checklists/0/items/2/points']);
  });

  test('each can be given up for the county’s, and only that one', () => {
    const { clashes } = rebase(own, upper, later);
    const points = clashes.findIndex(({ upper: change }) => change.after === 1.5);
    const { plan, conformity } = rebase(own, upper, later, (i) => i === points);
    expect(plan).toMatchObject({ phases: [{}, { to: '2026-06-10' }], checklists: [{ items: [{ points: 1.5 }, {}, { points: 1 }] }] });
    expect(conformity.breaches.map(({ problem }) => problem.at)).toEqual(['/checklists/0/items/2/points']);
    const all = rebase(own, upper, later, () => true);
    expect(all.plan).toMatchObject({
      phases: [{}, { to: '2026-06-15' }],
      checklists: [{ items: [{}, {}, { name: '无乱贴', points: 2 }] }],
    });
    expect((all.plan.checklists as Written[])[0]?.items).toHaveLength(3);
    expect(all.conformity.breaches).toEqual([]);
  });

  test('what the town had taken out comes back when the county’s words are chosen', () => {
    const free = compiledOf(county((plan) => put(plan, '/checklists/0/binds', 'free')));
    const next = compiledOf(county((plan) => put(put(plan, '/checklists/0/binds', 'free'), '/checklists/0/items/1/points', 2)));
    const without = put(derive(free, { as: '东村' }), '/checklists/0/items/1', undefined);
    expect(rebase(without, free, next).plan).toMatchObject({ checklists: [{ items: [{ name: '门前干净' }] }] });
    expect(rebase(without, free, next, () => true).plan).toMatchObject({
      checklists: [{ items: expect.arrayContaining([expect.objectContaining({ points: 2 })]) }],
    });
  });
});

test('what the towns take on has to come to what the county asks for', () => {
  const plans = [east(), derive(upper, { as: '西村' })];
  expect(checkSplit(upper, plans)).toEqual([]);
  const [short] = checkSplit(upper, [put(plans[0] as Written, '/indicators/0/targets/0/target', 'at least 55'), plans[1] as Written]);
  expect(short && say(short)).toBe('指标“改造公厕”分到各下级的合计是95，少于上级方案要求的100。请重新分解。');
  const [missing] = checkSplit(upper, [plans[0] as Written]);
  expect(missing && say(missing)).toBe('指标“改造公厕”分到各下级的合计是60，少于上级方案要求的100；西村没有写。请重新分解。');
});

test('a share of a group is a share of each of its units', () => {
  const shares = [{ of: '各责任单位', amount: 30 }];
  const each = compiledOf(
    county((plan) => put(put(plan, '/indicators/0/targets/0/shares', shares), '/indicators/0/targets/0/target', 'at least 90')),
  );
  const plans = ['东村', '西村', '城管所'].map((as) => derive(each, { as }));
  expect(checkSplit(each, plans)).toEqual([]);
  const [missing] = checkSplit(each, plans.slice(0, 2));
  expect(missing && say(missing)).toBe('指标“改造公厕”分到各下级的合计是60，少于上级方案要求的90；城管所没有写。请重新分解。');
});

test('the hash of a plan is that of its text, so that an edited upper plan is not the upper plan', () => {
  expect(planHash(county((plan) => put(plan, '/phases/1/to', '2026-06-29')))).not.toBe(upper.hash);
});

test('beside a clause stands what the upper plan says there, and how it binds', () => {
  const above = (at: string) => clauseAbove(east(), at, { upper, as: '东村', language: 'zh' });
  expect(above('/indicators/0/targets/0')).toMatchObject({
    binds: 'tighten',
    says: expect.arrayContaining([expect.objectContaining({ key: 'target', value: '不少于60' })]),
  });
  expect(above('/checklists/0/items/1')).toMatchObject({
    binds: 'tighten',
    says: expect.arrayContaining([expect.objectContaining({ key: 'points', value: '0.5' })]),
  });
  expect(
    clauseAbove(put(east(), '/checklists/0/items/2', { name: '无乱贴' }), '/checklists/0/items/2', { upper, as: '东村', language: 'zh' }),
  ).toBeUndefined();
});
