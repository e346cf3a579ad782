import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diff, diffPlans } from './diff.ts';
import { applyDiff } from './diff-apply.ts';
import { rules } from './diff-rules.ts';
import { sayDiff } from './diff-say.ts';
import { Plan } from './schema.ts';
import type { Shape } from './shape.ts';
import { planHash, planText } from './text.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const read = (path: string): Json => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Json;
const small = read('../../bad-plans/base.json');
const town = read('../../../../examples/xiaoqing/plan.json');
const plans = [small, town];

/** The plan with the value at a JSON pointer changed; `undefined` takes it out. */
const edited = (plan: Json, pointer: string, change: (value: Json | undefined) => Json | undefined): Json => {
  const copy = structuredClone(plan);
  const keys = pointer.slice(1).split('/');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, copy) as Record<string, Json>;
  const next = change(holder[last]);
  if (Array.isArray(holder) && next === undefined) holder.splice(Number(last), 1);
  else if (next === undefined) delete holder[last];
  else holder[last] = next;
  return copy;
};
const set = (plan: Json, pointer: string, value: Json | undefined): Json => edited(plan, pointer, () => value);
const pushed = (plan: Json, pointer: string, value: Json): Json => edited(plan, pointer, (list) => [...(list as Json[]), value]);

const indicator: Json = {
  name: '道路完好率',
  unit: '%',
  binding: 'expected',
  task: '门前三包',
  reported: { by: '城管所', every: 'quarter', within: '10 workdays', covers: 'all' },
  targets: [
    { target: 'at least 90', per: 'cumulative', due: '2026-06' },
    { target: 'at most 9', per: 'cumulative', due: '2026-06', class: '门店', shares: [{ of: '东村', amount: 3 }] },
  ],
};
const measured = set(small, '/indicators', [indicator]);
const target = '/indicators/0/targets';

describe('what a change weighs', () => {
  it.each<[string, Json, string, Json | undefined, string]>([
    ['a phase that ends earlier', small, '/phases/1/to', '2026-06-15', 'stricter'],
    ['a phase that never ends', small, '/phases/1/to', 'long-term', 'looser'],
    ['a phase that begins another day', small, '/phases/0/from', '2026-03-01', 'neutral'],
    ['an earlier milestone', town, '/phases/0/milestones/0/by', '2026-11-03', 'stricter'],
    ['a due day where there was none', small, '/responsibility/tasks/0/due', '2026-05', 'stricter'],
    ['one unit fewer responsible', small, '/responsibility/tasks/0/responsible', ['东村', '西村'], 'looser'],
    ['one unit for another', small, '/responsibility/tasks/0/responsible', ['东村', '西村', '整治办'], 'neutral'],
    ['more points for a failure', small, '/checklists/0/items/0/points', 1.5, 'stricter'],
    ['a cap on what an item costs', small, '/checklists/0/items/0/most', 3, 'looser'],
    ['no cap any more', small, '/checklists/0/items/1/most', undefined, 'stricter'],
    ['a photo every time', small, '/checklists/0/items/0/photo', 'always', 'stricter'],
    ['“never”, which is what nothing said', small, '/checklists/0/items/0/photo', 'never', 'neutral'],
    ['every workday instead of every Monday', small, '/schedule/0/every', 'workday', 'stricter'],
    ['the 15th instead of every Monday', small, '/schedule/0/every', 'month on day 15', 'looser'],
    ['Tuesday instead of Monday', small, '/schedule/0/every', 'week on tuesday', 'neutral'],
    ['three workdays instead of two', small, '/schedule/0/within', '3 workdays', 'looser'],
    ['two days instead of two workdays', small, '/schedule/0/within', '2 days', 'stricter'],
    ['three days instead of two workdays: who can say', small, '/schedule/0/within', '3 days', 'neutral'],
    ['a draw instead of all', small, '/schedule/0/sites', 'draw 1', 'looser'],
    ['a notice due sooner', small, '/findings/notice/within', '2 workdays', 'stricter'],
    ['a photo with every reply', small, '/findings/reply', { photo: true }, 'neutral'],
    ['a higher deduction', small, '/scoring/0/rules/1/points', 3, 'stricter'],
    ['a sanction for the last two', small, '/consequences/1/when/rank', 'last 2', 'stricter'],
    ['praise for the first two', small, '/consequences/0/when/rank', 'first 2', 'neutral'],
    ['a sanction after three times', small, '/consequences/1/when/times', 3, 'looser'],
    ['a higher target', measured, `${target}/0/target`, 'at least 95', 'stricter'],
    ['a lower limit', measured, `${target}/1/target`, 'at most 8', 'stricter'],
    ['a range in place of “at least”', measured, `${target}/0/target`, '90 to 95', 'stricter'],
    ['a target that was expected binds', measured, '/indicators/0/binding', 'binding', 'stricter'],
    ['a target due in the summer of next year', measured, `${target}/0/due`, '2027-06', 'looser'],
    ['a larger share of a limit', measured, `${target}/1/shares/0/amount`, 4, 'looser'],
    ['reported every month', measured, '/indicators/0/reported/every', 'month', 'stricter'],
    ['other words in a note', small, '/phases/0/note', '按原文', 'neutral'],
    ['another title', small, '/title', '示例镇整治方案', 'neutral'],
  ])('%s', (...row) => {
    const [, plan, pointer, value, weight] = row;
    const { differences } = diffPlans(plan, set(plan, pointer, value));
    expect(differences.map((change) => change.weight)).toEqual([weight]);
  });

  it.each<[string, string, Json, string]>([
    ['a task', '/responsibility/tasks', { name: '宣传', lead: '整治办' }, 'stricter'],
    ['an item', '/checklists/0/items', { name: '灯亮', task: '门前三包', points: 1 }, 'stricter'],
    ['a site', '/places/sites', { name: '三号店', class: '门店', units: ['东村'] }, 'stricter'],
    ['a unit', '/organization/units', { name: '北村' }, 'neutral'],
    ['a bonus', '/scoring/0/rules', { name: '提前', kind: 'bonus', each: 'early-rectification', points: 1 }, 'looser'],
    [
      'a sanction',
      '/consequences',
      { name: '挂牌', kind: 'sanction', when: { ranking: '月排名', rank: 'last 1' }, then: '挂牌', signedBy: '镇长' },
      'stricter',
    ],
    [
      'an item of praise',
      '/consequences',
      { name: '红旗', kind: 'praise', when: { ranking: '月排名', rank: 'first 1' }, then: '红旗', signedBy: '镇长' },
      'neutral',
    ],
  ])('%s that comes in; and the opposite when it goes', (_, pointer, thing, weight) => {
    const more = pushed(small, pointer, thing);
    const back = { stricter: 'looser', looser: 'stricter', neutral: 'neutral' }[weight];
    expect(diffPlans(small, more).differences.map((change) => [change.kind, change.weight])).toEqual([['added', weight]]);
    expect(diffPlans(more, small).differences.map((change) => [change.kind, change.weight])).toEqual([['removed', back]]);
  });

  it('cannot be said of a number whose meaning turned with it', () => {
    const bonus = set(set(small, '/scoring/0/rules/1/kind', 'bonus'), '/scoring/0/rules/1/points', 3);
    expect(diffPlans(small, bonus).differences.map((change) => [change.path.at(-1), change.weight])).toEqual([
      ['kind', 'neutral'],
      ['points', 'neutral'],
    ]);
  });

  it('is said of keys the format has', () => {
    const known = (pattern: string): boolean => {
      let shape: Shape | undefined = Plan as unknown as Shape;
      for (const key of pattern.split('.')) {
        shape = shape?.properties?.[key.replace('[]', '')];
        if (key.endsWith('[]')) shape = shape?.items;
      }
      return shape !== undefined;
    };
    expect(Object.keys(rules).filter((pattern) => !known(pattern))).toEqual([]);
  });
});

describe('a unit that was renamed', () => {
  const renamed = (): Json => {
    const text = JSON.stringify(measured).replaceAll('"城管所"', '"综合执法队"');
    return set(JSON.parse(text) as Json, '/organization/units/1/formerly', ['城管所']);
  };

  it('is one change; names that follow it are not counted', () => {
    const diff = diffPlans(measured, renamed());
    expect(sayDiff(diff, 'zh')).toEqual([
      '共2处不同：从严0处，从宽0处，其他2处。',
      '组织机构',
      '  单位“综合执法队”：“名称”由“城管所”改为“综合执法队”；写明“曾用名”：“城管所”。',
    ]);
    expect(diff.differences.filter((change) => change.follows)).toHaveLength(3);
    expect(planText(applyDiff(measured, diff))).toBe(planText(renamed()));
  });

  it('is not the one that is still there, whatever a new one says it was called', () => {
    const diff = diffPlans(small, pushed(small, '/organization/units', { name: '综合执法队', formerly: ['城管所'] }));
    expect(diff.differences.map((change) => [change.kind, change.path.at(-1)])).toEqual([['added', { of: ['综合执法队'] }]]);
  });

  it('without its former name is another unit', () => {
    const diff = diffPlans(measured, set(renamed(), '/organization/units/1/formerly', undefined));
    expect(diff.differences.slice(0, 2).map((change) => change.kind)).toEqual(['removed', 'added']);
  });
});

describe('two plans', () => {
  it('that are the same differ in nothing', () => {
    expect(diffPlans(town, structuredClone(town))).toEqual({ differences: [] });
    expect(sayDiff(diffPlans(town, town), 'zh')).toEqual(['两份方案没有区别。']);
  });

  it('are compared clause by clause, in the words of the document', async () => {
    let plan = set(town, '/phases/1/to', '2026-11-18');
    plan = set(plan, '/phases/2/from', '2026-11-19');
    plan = set(plan, '/title', '小箐镇2026年城镇精细化管理攻坚方案');
    plan = edited(plan, '/responsibility/tasks/0/responsible', (list) => [...(list as Json[]).slice(1), '镇供销社']);
    plan = pushed(plan, '/responsibility/tasks', { name: '宣传发动', lead: '镇党政综合办公室', source: '三（七）' });
    plan = set(plan, '/checklists/0/items/0/points', 3);
    plan = set(plan, '/checklists/0/items/1', undefined);
    plan = set(plan, '/schedule/0/every', 'workday');
    plan = set(plan, '/findings/notice/within', '5 workdays');
    plan = edited(plan, '/places/sites', (list) => [...(list as Json[])].reverse());
    plan = set(plan, '/indicators', [indicator]);
    const diff = diffPlans(town, plan);
    const text = (['zh', 'en'] as const).map((language) => sayDiff(diff, language).join('\n')).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('./diff.expected.txt');
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(planHash(applyDiff(town, diff))).toBe(planHash(plan));
  });
});

const isNode = (value: Json): value is Json[] | Record<string, Json> => typeof value === 'object' && value !== null;

/** A plan edited at random: values changed, keys and things taken out, doubled, put in another order, made nonsense of. */
const nibble = (plan: Json, bites: readonly number[]): Json => {
  const copy = structuredClone(plan);
  let at = 0;
  const next = (below: number): number => ((bites[at++ % bites.length] ?? 0) + at) % Math.max(1, below);
  for (let edit = 0; edit <= bites.length / 6; edit++) {
    let node: Json = copy;
    for (let depth = 1 + next(6); depth > 0; depth--) {
      const inner: Json[] = Object.values(node as object).filter((value) => isNode(value as Json)) as Json[];
      const chosen: Json | undefined = inner[next(inner.length)];
      if (chosen === undefined) break;
      node = chosen;
    }
    if (!isNode(node)) continue;
    const keys = Object.keys(node);
    const key = keys[next(keys.length)] ?? 'note';
    const fresh: Json =
      [`新${next(9)}`, next(100), next(2) === 0, null, [], {}, [{ name: '甲' }], ['东村'], { name: '乙', points: 2 }][next(9)] ?? '空';
    if (Array.isArray(node)) {
      const i = next(node.length);
      const how = next(5);
      if (how === 0) node.splice(i, 1);
      else if (how === 1) node.splice(i, 0, fresh);
      else if (how === 2) node.push(structuredClone(node[i] ?? fresh));
      else if (how === 3) node.reverse();
      else node.push(node.shift() ?? fresh);
    } else {
      const how = next(4);
      if (how === 0) delete node[key];
      else if (how === 1) node[key] = fresh;
      else if (how === 2) node[`键${next(5)}`] = fresh;
      else
        node[key] =
          typeof node[key] === 'number'
            ? (node[key] as number) + next(5)
            : typeof node[key] === 'string'
              ? `${node[key] as string}${next(3)}`
              : fresh;
    }
  }
  return copy;
};

const pair = fc
  .tuple(fc.constantFrom(...plans), fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 }), fc.array(fc.nat(10_000), { maxLength: 60 }))
  .map(([plan, a, b]) => [nibble(plan, a), b.length ? nibble(plan, b) : plan] as const);
const runs = { numRuns: process.env.XIUHUA_BATTERY ? 5000 : 150 };
const count = (diff: Diff, weight: string): number => diff.differences.filter((change) => change.weight === weight).length;

describe('law', () => {
  it('what separates two plans, applied to the one, gives the other', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(planText(applyDiff(a, diffPlans(a, b)))).toBe(planText(b));
      }),
      runs,
    );
  });

  it('nothing separates two plans exactly when their texts are the same', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(diffPlans(a, b).differences.length === 0).toBe(planText(a) === planText(b));
        expect(diffPlans(a, structuredClone(a)).differences).toEqual([]);
      }),
      runs,
    );
  });

  it('what is stricter one way is looser the other way', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [forth, back] = [diffPlans(a, b), diffPlans(b, a)];
        expect([count(forth, 'stricter'), count(forth, 'looser')]).toEqual([count(back, 'looser'), count(back, 'stricter')]);
      }),
      runs,
    );
  });

  it('every difference can be said, and survives being stored', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const diff = diffPlans(a, b);
        const kept = JSON.parse(JSON.stringify(diff)) as Diff;
        expect(planText(applyDiff(a, kept))).toBe(planText(b));
        for (const language of ['zh', 'en'] as const) expect(sayDiff(diff, language).join('\n')).not.toMatch(/undefined|\[object/);
      }),
      runs,
    );
  });
});

describe('a waiver', () => {
  it('is told by what it is about and why, not by the code of its problem', () => {
    const waivers: Json = [
      { code: 'phase.gap', clause: '全面排查阶段', reason: '有意为之' },
      { code: 'roster.thin', at: '/phases/0', reason: '人手已定' },
    ];
    const diff = diffPlans(town as never, set(town, '/waivers', waivers) as never);
    const [zh, en] = [sayDiff(diff, 'zh').join(), sayDiff(diff, 'en').join()];
    expect(zh).toContain('增加“全面排查阶段”的提示不改，理由“有意为之”、“工作步骤”的提示不改，理由“人手已定”');
    expect(en).toContain('a warning about “全面排查阶段” left because of “有意为之”');
    for (const text of [zh, en]) expect(text).not.toMatch(/phase\.gap|roster\.thin/);
  });
});
