import { describe, expect, test } from 'vitest';
import { compiled, planFile } from '../campaign/story.fixture.ts';
import { derive } from '../inheritance/derive.ts';
import { diffPlans } from '../plan/diff.ts';
import type { Scenario, Tried } from '../plan/scenarios.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { type Problem, pointer } from '../problem/problem.ts';
import { say } from '../problem/say.ts';
import { expectationOf } from './expectation.ts';
import { provePlan, scenarioProblems } from './prove.ts';
import { inventAnswers, possibleVisits, scenarioAnswers, triedAnswers, tryScenario } from './scenario.ts';

type Raw = ReturnType<typeof planFile> & { scenarios?: readonly Scenario[] };

const base = (): Raw => planFile();
const shop = { site: '一号店', checklist: '门店检查表', day: '2026-03-02' };
const dirty: Tried = {
  visits: [
    {
      ...shop,
      answers: [
        { item: '门前干净', result: 'fail' },
        { item: '不占道', result: 'fail', count: 2 },
      ],
    },
  ],
};

const recorded = (raw: Raw, tried: Tried, name = '一号店脏乱'): Raw => ({
  ...raw,
  scenarios: [{ name, ...tried, expects: expectationOf(tryScenario(compiled(raw), tried)), source: '六（一）' }],
});

/** The plan with a value at a pointer replaced. */
const changed = (raw: Raw, at: string, value: unknown): Raw => {
  const copy = structuredClone(raw) as Record<string, unknown>;
  const keys = at.slice(1).split('/');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy);
  holder[last] = value;
  return copy as Raw;
};

const codes = (problems: readonly Problem[]): readonly ProblemCode[] => problems.map(({ code }) => code);
const scenariosOf = (raw: Raw): readonly Problem[] => scenarioProblems(compiled(raw));

describe('what a scenario comes to', () => {
  test('is what the plan says: one point for the door, a half for each of two spots, to be put right in three workdays', () => {
    expect(expectationOf(tryScenario(compiled(base()), dirty))).toEqual({
      results: [
        {
          ranking: '月排名',
          period: '2026-03',
          unit: '东村',
          points: 98,
          parts: [
            { rule: '检查扣分', item: '门前干净', points: -1 },
            { rule: '检查扣分', item: '不占道', points: -1 },
          ],
        },
      ],
      findings: [
        { site: '一号店', item: '门前干净', unit: '东村', due: '2026-03-05' },
        { site: '一号店', item: '不占道', unit: '东村', due: '2026-03-05' },
      ],
      consequences: [],
    });
  });

  test('items that are not named pass, and a visit without answers costs nothing', () => {
    const [result] = expectationOf(tryScenario(compiled(base()), { visits: [shop] })).results;
    expect(result).toEqual({ ranking: '月排名', period: '2026-03', unit: '东村', points: 100 });
  });

  test.each([
    ['in-time', 98, []],
    ['late', 94, ['逾期扣分', '逾期扣分']],
    ['never', 94, ['逾期扣分', '逾期扣分']],
  ] as const)('what is put right %s leaves %d points', (rectified, points, rules) => {
    const [result] = expectationOf(tryScenario(compiled(base()), { ...dirty, rectified })).results;
    expect([result?.points, result?.parts?.map(({ rule }) => rule).filter((rule) => rule === '逾期扣分')]).toEqual([points, rules]);
  });

  test('a deadline let pass in the next month costs in the next month', () => {
    const late: Tried = { ...dirty, visits: [{ ...dirty.visits?.[0], ...shop, day: '2026-03-31' }], rectified: 'never' };
    expect(expectationOf(tryScenario(compiled(base()), late)).results.map(({ period, points }) => [period, points])).toEqual([
      ['2026-03', 98],
      ['2026-04', 96],
    ]);
  });

  test('units are ranked and consequences proposed as in the campaign', () => {
    const both: Tried = { visits: [...(dirty.visits ?? []), { ...shop, site: '二号店' }] };
    const found = expectationOf(tryScenario(compiled(base()), both));
    expect(found.results.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['西村', 1],
      ['东村', 2],
    ]);
    expect(found.consequences).toEqual([{ consequence: '通报表扬', unit: '西村', period: '2026-03' }]);
  });

  test('a site that is only drawn can be tried whether or not a draw would give it', () => {
    const drawn = compiled(changed(base(), '/schedule/0/sites', 'draw 1'));
    for (const site of ['一号店', '二号店']) expect(tryScenario(drawn, { visits: [{ ...shop, site }] }).refused).toEqual([]);
  });

  test('a plan is tried on its own, whether or not its upper plan is at hand', () => {
    const lower = compiled({ ...base(), basis: [{ title: '县方案', hash: 'a'.repeat(64) }] });
    expect(expectationOf(tryScenario(lower, dirty)).results.map(({ points }) => points)).toEqual([98]);
  });

  test('the same scenario comes to the same on every run', () => {
    const [one, two] = [1, 2].map(() => JSON.stringify(expectationOf(tryScenario(compiled(base()), dirty))));
    expect(one).toBe(two);
  });
});

describe('what cannot be entered is said in words', () => {
  test.each<[string, Tried, RegExp]>([
    ['a day before the plan begins', { visits: [{ ...shop, day: '2025-12-01' }] }, /没有安排/],
    ['a second visit for one duty', { visits: [shop, shop] }, /已经做过/],
    [
      'a count that is missing',
      { visits: [{ ...shop, answers: [{ item: '不占道', result: 'fail' as const }] }] },
      /“2026-03-02 一号店”填不进去：“不占道”.*处数/,
    ],
    ['a question that is not put', { visits: [{ ...shop, answers: [{ item: '没有这一项', result: 'fail' as const }] }] }, /没有这一项/],
  ])('%s', (_, tried, words) => {
    const raw = { ...base(), scenarios: [{ name: '试', ...tried, expects: { results: [], findings: [], consequences: [] } }] };
    const [found] = scenarioProblems({ ...compiled(base()), plan: { ...compiled(base()).plan, scenarios: raw.scenarios } });
    expect(say(found as Problem, 'zh')).toMatch(words);
  });

  test('a name that is not there is an error like any other', () => {
    const raw = recorded(base(), dirty);
    const { problems } = provePlan(changed(raw, '/scenarios/0/visits/0/site', '一号铺'));
    expect(problems.map(({ code, at, params }) => [code, at, params.near])).toContainEqual([
      'name.unknown',
      '/scenarios/0/visits/0/site',
      '一号店',
    ]);
  });

  test('a day that does not exist is an error', () => {
    const { problems } = provePlan(changed(recorded(base(), dirty), '/scenarios/0/visits/0/day', '2026-02-30'));
    expect(codes(problems)).toContain('day.impossible');
  });
});

describe('a recorded scenario', () => {
  const raw = recorded(base(), dirty);

  test('holds as long as nothing changes', () => {
    expect(scenariosOf(raw)).toEqual([]);
  });

  test('fails when an item costs more, with both scores, the item, both costs and the clause', () => {
    const [found, ...more] = scenariosOf(changed(raw, '/checklists/0/items/0/points', 3));
    expect(more).toEqual([]);
    expect(found?.responsible).toBe('/checklists/0/items/0');
    expect(say(found as Problem, 'zh')).toContain('“东村”2026-03应为98分，现为96分：“门前干净”现扣3分，原扣1分（三（一））');
    expect(say(found as Problem, 'en')).toContain('“门前干净” counts -3, before -1');
  });

  test.each<[string, [at: string, value: unknown], ProblemCode, string | undefined]>([
    ['the base', ['/scoring/0/base', 90], 'scenario.score', undefined],
    ['a deadline', ['/findings/notice/within', '5 workdays'], 'scenario.finding', undefined],
    ['the points of a rule', ['/scoring/0/rules/0/points', 5], 'scenario.score', '/scoring/0/rules/0'],
    ['who answers', ['/places/sites/0/units', ['城管所']], 'scenario.finding', undefined],
  ])('fails when %s changes', (_, [at, value], code, responsible) => {
    const [found] = scenariosOf(changed(raw, at, value)).filter((one) => one.code === code);
    expect([found?.at, found?.responsible]).toEqual(['/scenarios/0', responsible]);
  });

  test('does not fail when another word of the plan changes', () => {
    expect(scenariosOf(changed(raw, '/title', '别的标题'))).toEqual([]);
  });

  test('may be left failing with a reason, which then stands beside it', () => {
    const tighter = changed(raw, '/checklists/0/items/0/points', 3);
    const left = { ...tighter, waivers: [{ code: 'scenario.score', clause: '一号店脏乱', reason: '下月再核' }] };
    const { problems } = provePlan(left);
    expect(problems.map(({ code, waived }) => [code, waived])).toEqual([['scenario.score', '下月再核']]);
  });

  test('is accepted anew by expecting what is found', () => {
    const tighter = changed(raw, '/checklists/0/items/0/points', 3);
    const accepted = changed(tighter, pointer('/scenarios/0', 'expects'), expectationOf(tryScenario(compiled(tighter), dirty)));
    expect(scenariosOf(accepted)).toEqual([]);
  });

  test('follows a unit that was renamed and keeps its old name as formerly', () => {
    const units = (base().organization as { units: { name: string }[] }).units;
    const renamed = units.map((unit) => (unit.name === '东村' ? { name: '东湖村', formerly: ['东村'] } : unit));
    expect(scenariosOf(changed(raw, '/organization/units', renamed))).toEqual([]);
  });

  test('is neither stricter nor looser in what changed since the last version', () => {
    const [added, ...more] = diffPlans(base(), raw).differences;
    expect([added?.kind, added?.weight, added?.section, more]).toEqual(['added', 'neutral', 'scenarios', []]);
    const [moved] = diffPlans(raw, changed(raw, '/scenarios/0/expects/results/0/points', 96)).differences;
    expect([moved?.kind, moved?.weight, moved?.clause.name]).toEqual(['changed', 'neutral', '一号店脏乱']);
  });

  test('stays with the plan it is about: a lower plan does not take it over', () => {
    expect(derive(compiled(raw), { as: '东村' }).scenarios).toBeUndefined();
    expect(derive(compiled(raw)).scenarios).toBeUndefined();
  });
});

describe('invented answers', () => {
  const plan = compiled(base());

  test.each([
    ['passing', []],
    ['failing', ['门前干净', '不占道']],
  ] as const)('%s fail %j', (how, items) => {
    const answers = inventAnswers(plan, shop, how);
    expect(Object.keys(answers).filter((item) => answers[item]?.result === 'fail')).toEqual(items);
  });

  test('are written into a scenario without what it would fill in by itself, and come back the same', () => {
    const answers = inventAnswers(plan, shop, 'failing');
    const tried = triedAnswers(plan, shop, answers);
    expect(tried).toEqual([
      { item: '门前干净', result: 'fail' },
      { item: '不占道', result: 'fail', count: 1 },
    ]);
    expect(triedAnswers(plan, shop, inventAnswers(plan, shop, 'passing'))).toEqual([]);
  });

  test('random ones rest on their seed', () => {
    const [one, again] = [inventAnswers(plan, shop, 'random', 7), inventAnswers(plan, shop, 'random', 7)];
    expect(one).toEqual(again);
  });
});

describe('the visits a plan makes possible at a site', () => {
  const plan = compiled(base());

  test.each([
    ['2026-01-01', '2026-03-02'],
    ['2026-03-05', '2026-03-09'],
  ])('from %s on begin on %s', (from, day) => {
    expect(possibleVisits(plan, '一号店', from)).toEqual([{ ...shop, day }]);
  });

  test('are none where nobody is sent', () => {
    expect(possibleVisits(plan, '三号店', '2026-03-02')).toEqual([]);
  });

  test('have answers to every item that is put, those named among them', () => {
    expect(scenarioAnswers(plan, { ...shop, answers: [{ item: '门前干净', result: 'fail' }] })).toMatchObject({
      门前干净: { result: 'fail' },
      不占道: { result: 'pass' },
    });
  });
});
