import { describe, expect, it } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { compileOrganization } from '../organization/compile.ts';
import { compilePhases } from '../phase/compile.ts';
import { askedScopes } from './asked.ts';
import { compileIndicators } from './compile.ts';
import { showFraction } from './fraction.ts';
import type { Indicator, Target } from './schema.ts';

const organization = compileOrganization(
  {
    body: { name: '领导小组', head: '旗长', office: '住建局' },
    units: [{ name: '住建局' }, { name: '甲镇' }, { name: '乙镇', aliases: ['乙'] }, { name: '丙镇' }],
    groups: [{ name: '各镇', units: ['甲镇', '乙镇', '丙镇'] }],
  },
  '',
).value;
const phases = compilePhases(
  [
    { name: '示范创建年', from: '2023', to: '2023' },
    { name: '全面推进年', from: '2024', to: '2024' },
    { name: '巩固完善年', from: '2025', to: '2025' },
  ],
  officialCalendar(),
  '',
).value;

const reported = { by: '住建局', every: 'quarter', within: '10 workdays', covers: 'all' } as const;
const indicator = (more: Partial<Indicator>): Indicator => ({
  name: '指标',
  unit: '%',
  binding: 'binding',
  task: '任务',
  reported,
  targets: [{ target: 'at least 95', per: 'cumulative', due: '2025' }],
  ...more,
});
const compile = (more: Partial<Indicator>) => compileIndicators([indicator(more)], { organization, phases }, '/indicators');
const codes = (more: Partial<Indicator>): readonly string[] => compile(more).problems.map((p) => p.code);
const amounts = { unit: '公里', reported: { ...reported, covers: 'period' } } as const;
const cumulative = (target: string, more: Partial<Target> = {}): Target => ({ target, per: 'cumulative', due: '2025', ...more });
const yearly = (target: string, more: Partial<Target> = {}): Target => ({ target, per: 'year', ...more });

describe('an indicator of a three-year plan', () => {
  it.each<[string, Partial<Indicator>, readonly string[]]>([
    ['a binding share', {}, []],
    ['lower is better', { name: '供水管网漏损率', baseline: { value: 13.2, day: '2022-12-31' }, targets: [cumulative('at most 9')] }, []],
    ['a bare 90', { name: '建成区公交站点覆盖率', targets: [cumulative('90')] }, ['indicator.no-comparator']],
    ['no task at all', { name: '门前责任区制度履行率', task: undefined }, ['indicator.no-task']],
    ['a density', { name: '公共卫生间设置密度', unit: '座/平方公里', targets: [cumulative('at least 4')] }, []],
    [
      'a ratio with its two sides named',
      { unit: '比', rate: { numerator: '充电桩', denominator: '车位', zero: 'no-data' }, targets: [cumulative('at least 1:3')] },
      [],
    ],
    ['a ratio without', { unit: '个', targets: [cumulative('at least 1:3')] }, ['indicator.no-operands', 'indicator.unit-implausible']],
    [
      'a ladder of years',
      { targets: [yearly('at least 30', { due: '2023' }), yearly('at least 60', { due: '2024' }), yearly('at least 80', { due: '2025' })] },
      [],
    ],
    [
      'kept at a hundred, where it stood',
      { baseline: { value: 100, day: '2022-12-31' }, targets: [{ target: 'exactly 100', per: 'every-reading' }] },
      [],
    ],
    ['a stretch above what binds', { targets: [cumulative('at least 80'), cumulative('at least 90', { binding: 'stretch' })] }, []],
    [
      'a stretch below what binds',
      { targets: [cumulative('at least 90'), cumulative('at least 80', { binding: 'stretch' })] },
      ['indicator.conflict'],
    ],
    [
      'bounds that leave nothing',
      { targets: [cumulative('at least 90'), cumulative('at most 80', { binding: 'expected' })] },
      ['indicator.conflict'],
    ],
    ['bounds on both sides', { targets: [cumulative('at least 80'), cumulative('at most 90')] }, []],
    [
      'other numbers for other grades',
      { targets: [cumulative('at least 98', { grade: '主干道' }), cumulative('at least 96', { grade: '支路' })] },
      [],
    ],
    [
      'other numbers for one grade',
      { targets: [cumulative('at least 98', { grade: '主干道' }), cumulative('at least 96', { grade: '主干道' })] },
      ['indicator.conflict'],
    ],
    ['ten a year, thirty in three: they agree', { ...amounts, targets: [yearly('at least 10'), cumulative('at least 30')] }, []],
    [
      'ten a year and forty in three: more than each year must',
      { ...amounts, targets: [yearly('at least 10'), cumulative('at least 40')] },
      [],
    ],
    [
      'ten a year and twenty-five in three: which holds?',
      { ...amounts, targets: [yearly('at least 10'), cumulative('at least 25')] },
      ['indicator.annual-vs-cumulative'],
    ],
    [
      'ten a year and at most twenty-five: impossible',
      { ...amounts, targets: [yearly('at least 10'), cumulative('at most 25')] },
      ['indicator.conflict'],
    ],
    [
      'exactly ten a year can never make forty',
      { ...amounts, targets: [yearly('exactly 10'), cumulative('at least 40')] },
      ['indicator.conflict'],
    ],
    [
      'years that ask for different amounts',
      { ...amounts, targets: [yearly('at least 5', { due: '2023' }), yearly('at least 10'), cumulative('at least 25')] },
      [],
    ],
    ['rates do not add up over the years', { targets: [yearly('at least 60'), cumulative('at least 80')] }, []],
    ['towns each alone, by share', { reported: { ...reported, by: '各镇' }, targets: [cumulative('at least 95', { each: '各镇' })] }, []],
    ['towns together, by share', { reported: { ...reported, by: '各镇' } }, ['indicator.not-summable']],
    [
      'towns together, with both sides named',
      { reported: { ...reported, by: '各镇' }, rate: { numerator: '甲', denominator: '乙', zero: 'no-data' } },
      [],
    ],
    [
      'a share split over towns',
      { targets: [cumulative('at least 95', { shares: [{ of: '各镇', amount: 95 }] })] },
      ['indicator.not-summable'],
    ],
    ['half a toilet', { unit: '座', targets: [cumulative('at least 2.5')] }, ['indicator.unit-implausible']],
    ['four per mille', { unit: '‰', targets: [cumulative('at most 999')] }, []],
    ['more than a thousand per mille', { unit: '‰', targets: [cumulative('at most 1001')] }, ['indicator.unit-implausible']],
    [
      'seven per cent more of a share',
      { baseline: { value: 60, day: '2022-12-31' }, targets: [cumulative('at least 7% above baseline')] },
      ['indicator.unit-implausible'],
    ],
    ['due on the day of its baseline', { baseline: { value: 60, day: '2025-12-31' } }, ['indicator.due-outside']],
    ['reported within working hours', { reported: { ...reported, within: '4 work hours' } }, ['phrase.unreadable']],
  ])('%s', (_, more, found) => {
    expect(codes(more)).toEqual(found);
  });

  it('splits over units: a unit named itself counts as named, the others of its group as the group', () => {
    const shares = [
      { of: '乙', amount: 4 },
      { of: '各镇', amount: 3 },
    ];
    const { value, problems } = compile({ ...amounts, targets: [cumulative('exactly 10', { shares })] });
    const [target] = value.get('指标')?.targets ?? [];
    expect(problems).toEqual([]);
    expect([...(target?.shares ?? [])].map(([unit, amount]) => [unit, showFraction(amount)])).toEqual([
      ['甲镇', '3'],
      ['乙镇', '4'],
      ['丙镇', '3'],
    ]);
  });

  it.each<[string, Partial<Indicator>, readonly string[]]>([
    ['one unit reports the whole', {}, ['whole']],
    ['several report each their own', { ...amounts, reported: { ...reported, by: '各镇' } }, ['unit 甲镇', 'unit 乙镇', 'unit 丙镇']],
    [
      'one unit reports the whole and each share',
      { ...amounts, targets: [cumulative('at least 3', { shares: [{ of: '各镇', amount: 1 }] })] },
      ['whole', 'unit 甲镇', 'unit 乙镇', 'unit 丙镇'],
    ],
    [
      'only what its targets are about',
      { targets: [cumulative('at least 98', { grade: '主干道' }), cumulative('at least 60', { area: '城区' })] },
      ['grade 主干道', 'area 城区'],
    ],
    ['nobody reports what is computed', { reported: undefined, computed: { count: 'visits', every: 'month' }, unit: '次' }, []],
  ])('is reported for: %s', (_, more, scopes) => {
    const found = compile(more).value.get('指标');
    expect(found && askedScopes(found).map(({ kind, name }) => (name ? `${kind} ${name}` : kind))).toEqual(scopes);
  });
});
