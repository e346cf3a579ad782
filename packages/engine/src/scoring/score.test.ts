import { describe, expect, test } from 'vitest';
import { fraction, fractionOf } from '../indicator/fraction.ts';
import { type CompiledSheet, compileSheets } from './compile.ts';
import type { Happening } from './mechanism.ts';
import type { Reason } from './reason.ts';
import type { ScoringRule, Sheet } from './schema.ts';
import { gradeAt, score } from './score.ts';

const organization = { units: new Map(), clauses: new Map(), parties: new Map([['各镇', ['甲']]]) };
const compile = (...sheets: Partial<Sheet>[]): ReadonlyMap<string, CompiledSheet> => {
  const full = sheets.map(
    (sheet, i): Sheet => ({
      name: `评分${i + 1}`,
      every: 'month',
      units: '各镇',
      base: 100,
      floor: 0,
      cap: 100,
      rules: [],
      rounding: 'half-up',
      unchecked: 'unranked',
      source: '六',
      ...sheet,
    }),
  );
  return compileSheets(full, organization, '/scoring').value;
};
const sheet = (rules: readonly Omit<ScoringRule, 'name'>[], change: Partial<Sheet> = {}): CompiledSheet => {
  const named = rules.map((rule, i): ScoringRule => ({ name: `规则${i + 1}`, source: '六（一）', ...rule }));
  const [first] = compile({ rules: named, ...change }).values();
  if (!first) throw new Error('no sheet');
  return first;
};

const failed = (cost: number): Happening => ({
  each: 'failed-item',
  unit: '甲',
  name: '门前干净',
  source: '三（一）',
  cost,
  about: { checklist: '门店检查表', schedule: '周查', task: '门前三包', item: '门前干净' },
  cause: { kind: 'answer', submission: 's', item: '门前干净', finding: 's/0', site: '一号店', day: '2026-03-02', count: 1 },
});
const overdue: Happening = { ...failed(0), each: 'overdue-rectification', cost: null };
const early: Happening = { ...failed(0), each: 'early-rectification', cost: null };

const known = (happenings: readonly Happening[], figures: Readonly<Record<string, number>> = {}) => ({
  period: '2026-03',
  happenings,
  figure: (name: string) => (figures[name] === undefined ? undefined : fractionOf(figures[name])),
});
const leaves = (reason: Reason): number =>
  reason.parts.length ? reason.parts.reduce((sum, part) => sum + leaves(part), 0) : reason.points;
const pointsOf = (compiled: CompiledSheet, records: ReturnType<typeof known>): number | null => {
  const reason = score(compiled, records);
  if (reason) expect(leaves(reason)).toBe(reason.points);
  return reason?.points ?? null;
};

const byList: Omit<ScoringRule, 'name'> = { kind: 'deduct', each: 'failed-item' };
describe('counting occasions', () => {
  test.each([
    ['nothing happened: the base', sheet([byList]), [], 100_000],
    ['a failed item costs what the checklist says', sheet([byList]), [failed(1500)], 98_500],
    ['or what the rule says', sheet([{ ...byList, points: 2 }]), [failed(1500)], 98_000],
    ['a tenth taken a thousand times is exactly a hundred', sheet([byList]), Array.from({ length: 1000 }, () => failed(100)), 0],
    [
      'a rule takes its most and no more',
      sheet([{ kind: 'deduct', each: 'overdue-rectification', points: 2, most: 3 }]),
      [overdue, overdue],
      97_000,
    ],
    [
      'a rule counts only its own occasions',
      sheet([{ kind: 'deduct', each: 'overdue-rectification', points: 2 }]),
      [failed(1500)],
      100_000,
    ],
    [
      'from the third on it costs more',
      sheet([{ kind: 'deduct', each: 'overdue-rectification', points: 0.2, after: { times: 2, points: 0.5 } }]),
      [overdue, overdue, overdue],
      99_100,
    ],
    [
      'a rule limited to another checklist counts nothing of this one',
      sheet([{ ...byList, checklists: ['公厕检查表'] }]),
      [failed(1500)],
      100_000,
    ],
    [
      'nor one limited to another item or schedule',
      sheet([{ ...byList, schedules: ['周查'], items: ['不占道'] }]),
      [failed(1500)],
      100_000,
    ],
    ['one limited to its task counts it', sheet([{ ...byList, tasks: ['门前三包'] }]), [failed(1500)], 98_500],
    ['the floor holds', sheet([byList], { floor: 60 }), [failed(70_000)], 60_000],
    [
      'a bonus lifts above the base up to a cap of 105',
      sheet([{ kind: 'bonus', each: 'early-rectification', points: 3 }], { cap: 105 }),
      [early, early],
      105_000,
    ],
    [
      'a veto leaves its points at most',
      sheet([{ kind: 'veto', each: 'overdue-rectification', points: 59.9, basis: '某办法第三条' }]),
      [overdue],
      59_900,
    ],
    [
      'and nothing while it does not strike',
      sheet([{ kind: 'veto', each: 'overdue-rectification', points: 0, basis: '某办法第三条' }]),
      [failed(1)],
      100_000,
    ],
  ])('%s', (_, compiled, happened, points) => {
    expect(pointsOf(compiled, known(happened))).toBe(points);
  });

  test('a cut is said, with what it gives back', () => {
    const reason = score(sheet([{ kind: 'deduct', each: 'overdue-rectification', points: 2, most: 3 }]), known([overdue, overdue]));
    expect(reason?.parts[1]?.parts.at(-1)).toMatchObject({ kind: 'limit', name: '规则1', points: 1000 });
  });
});

const from0 = { base: 0 };
const bands: Omit<ScoringRule, 'name'> = {
  kind: 'band',
  of: '立案数',
  missing: 'void',
  bands: [
    { below: 1, points: 100 },
    { below: 3, points: 90 },
    { below: 5, points: 75 },
    { below: 7, points: 60 },
    { below: 9, points: 40 },
    { points: 0 },
  ],
};
const inProportion: Omit<ScoringRule, 'name'> = { kind: 'target', of: '按期率', goal: 100, full: 60, missing: 'zero' };
const bySteps: Omit<ScoringRule, 'name'> = { kind: 'target', of: '按期率', goal: 70, full: 50, step: 1, points: 1, missing: 'zero' };
describe('points for an indicator', () => {
  test.each([
    ['a band is the first that fits', bands, { 立案数: 0 }, 100_000],
    ['its end does not belong to it', bands, { 立案数: 3 }, 75_000],
    ['the last band takes the rest', bands, { 立案数: 40 }, 0],
    ['in proportion to the goal', inProportion, { 按期率: 95.5 }, 57_300],
    ['rounded half up to a thousandth', inProportion, { 按期率: 33.333325 }, 20_000],
    ['never above full', inProportion, { 按期率: 120 }, 60_000],
    ['a point for each point short', bySteps, { 按期率: 65 }, 45_000],
    ['a part of a step rounds as the sheet says', bySteps, { 按期率: 69.5 }, 49_000],
    ['full at the goal', bySteps, { 按期率: 70 }, 50_000],
    ['never below zero', bySteps, { 按期率: 1 }, 0],
  ])('%s', (_, rule, figures, points) => {
    expect(pointsOf(sheet([rule], from0), known([], figures))).toBe(points);
  });

  test('19,069 of 19,861 is compared exactly: 96 % is not reached', () => {
    const rule: Omit<ScoringRule, 'name'> = {
      kind: 'band',
      of: '结案率',
      missing: 'void',
      bands: [{ from: 96.02, points: 2 }, { from: 96, points: 1 }, { points: 0 }],
    };
    const figure = () => fraction(1_906_900n, 19_861n);
    expect(score(sheet([rule], from0), { period: '', happenings: [], figure })?.points).toBe(1000);
  });

  test.each([
    ['zero', 40_000],
    ['full', 100_000],
    ['drop', 100_000],
    ['void', null],
  ] as const)('without data, %s', (missing, points) => {
    const rules = [
      { ...inProportion, of: '满意度', missing },
      { kind: 'target', of: '按期率', goal: 100, full: 40, missing: 'zero' } as const,
    ];
    expect(pointsOf(sheet(rules, from0), known([], { 按期率: 100 }))).toBe(points);
  });

  test('what is left out is made up for in proportion to the rest', () => {
    const rules = [
      { ...inProportion, of: '满意度', missing: 'drop' as const },
      { kind: 'target', of: '按期率', goal: 100, full: 40, missing: 'zero' } as const,
    ];
    expect(pointsOf(sheet(rules, from0), known([], { 按期率: 50 }))).toBe(50_000);
  });
});

describe('a sheet made of others', () => {
  const scores: Readonly<Record<string, number>> = {
    '日常 2026-03': 90_001,
    '月度 2026-03': 80_000,
    '月度 2026-01': 70_000,
    '月度 2026-02': 70_001,
  };
  const total = (name: string, points: number): Reason => ({ kind: 'total', name, source: '', points, parts: [] });
  const scoreOf = (name: string, period: string) =>
    scores[`${name} ${period}`] === undefined ? null : total(name, scores[`${name} ${period}`] ?? 0);
  const others = [{ name: '日常' }, { name: '月度' }, { name: '满意度' }];
  const combined = (change: Partial<Sheet>, around = { period: '2026-03', periods: ['2026-01', '2026-02', '2026-03'] }) => {
    const compiled = compile(...others, { name: '合成', base: 0, ...change }).get('合成');
    const reason = compiled ? score(compiled, known([]), { ...around, scoreOf }) : null;
    if (reason) expect(leaves(reason)).toBe(reason.points);
    return reason?.points ?? null;
  };
  const part = (name: string, weight: number, missing: 'zero' | 'full' | 'drop' | 'void' = 'void') => ({ sheet: name, weight, missing });

  test.each([
    ['40 % and 60 %, each share rounded', { parts: [part('日常', 40), part('月度', 60)] }, 84_000],
    ['weights need not add up to 100', { parts: [part('日常', 30), part('月度', 40)] }, 59_000],
    ['a missing part counted as zero', { parts: [part('月度', 60), part('满意度', 40, 'zero')] }, 48_000],
    ['a missing part counted as full', { parts: [part('月度', 60), part('满意度', 40, 'full')] }, 88_000],
    ['a missing part left out, the rest scaled up', { parts: [part('月度', 60), part('满意度', 40, 'drop')] }, 80_000],
    ['a missing part voids it', { parts: [part('月度', 60), part('满意度', 40)] }, null],
    ['all parts missing voids it', { parts: [part('满意度', 100, 'drop')] }, null],
  ] as const)('%s', (_, change, points) => {
    expect(combined(change as unknown as Partial<Sheet>)).toBe(points);
  });

  test.each([
    ['average', 73_334],
    ['sum', 100_000],
    ['lowest', 70_000],
    ['latest', 80_000],
  ] as const)('three months by %s', (by, points) => {
    expect(combined({ every: 'quarter', over: { sheet: '月度', by, missing: 'drop' } })).toBe(points);
  });

  test('a month without a score is left out, counted, or voids the quarter, as the plan says', () => {
    const around = { period: '2026-Q1', periods: ['2026-01', '2026-02', '2025-12'] };
    const by = (missing: 'zero' | 'drop' | 'void') =>
      combined({ every: 'quarter', over: { sheet: '月度', by: 'average', missing } }, around);
    expect([by('drop'), by('zero'), by('void')]).toEqual([70_001, 46_667, null]);
  });
});

test('a grade begins at its points, and below the last there is none', () => {
  const graded = sheet([byList], {
    grades: [
      { name: '优秀', from: 90, passes: true },
      { name: '合格', from: 60, passes: true },
    ],
  });
  expect([100_000, 90_000, 89_999, 60_000, 59_999].map((points) => gradeAt(graded, points)?.name ?? '—')).toEqual([
    '优秀',
    '优秀',
    '合格',
    '合格',
    '—',
  ]);
});
