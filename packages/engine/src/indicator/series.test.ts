import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, fractionOf, showFraction, sumOf } from './fraction.ts';
import type { Covers, Per, ZeroRule } from './schema.ts';
import cases from './series.cases.json' with { type: 'json' };
import { marksOf, type Reckoning, reckon, type Sample, sampleOf } from './series.ts';
import { daysOfTarget } from './target-days.ts';

type Row = readonly (string | number | null)[];
interface Case {
  readonly because: string;
  readonly covers: string;
  readonly per: string;
  readonly from: string;
  readonly to?: string;
  readonly whole?: number;
  readonly zero?: string;
  readonly readings: readonly Row[];
  readonly others?: readonly Row[];
  readonly values: readonly Row[];
}
const all = cases as readonly Case[];

const samples = (rows: readonly Row[]): readonly Sample[] =>
  rows.map(([period, a, b]) =>
    sampleOf(String(period), b === undefined ? { value: Number(a) } : { numerator: Number(a), denominator: Number(b) }, true),
  );
const reckoning = ({ covers, per, from, to, whole = 1, zero = 'no-data' }: Case): Reckoning => ({
  covers: covers as Covers,
  per: per as Per,
  from,
  to: to ?? null,
  whole: fraction(BigInt(whole)),
  zero: zero as ZeroRule,
});

describe('numbers of periods', () => {
  it.each(all)('$because', (row) => {
    const subjects = [samples(row.readings), ...(row.others ? [samples(row.others)] : [])];
    expect(marksOf(subjects, reckoning(row)).map(({ day, value }) => [day, value && showFraction(value)])).toEqual(row.values);
  });

  it('wait for confirmation as long as one of them does', () => {
    const [a, b] = [sampleOf('2026-01', { value: 1 }, true), sampleOf('2026-02', { value: 1 }, false)];
    const row = { because: '', covers: 'period', per: 'cumulative', from: '2026-01-01', readings: [], values: [] };
    expect(marksOf([[a, b]], reckoning(row)).map((mark) => mark.confirmed)).toEqual([true, false]);
  });

  it('something of nothing is no data, whatever the plan says', () => {
    expect(reckon(fraction(1n), fraction(0n), { whole: fraction(100n), zero: 'full' })).toBeNull();
  });

  it('law: units together come to what their amounts add up to', () => {
    const amounts = fc.array(
      fc.integer({ min: 0, max: 9_000_000 }).map((n) => n / 1_000_000),
      { minLength: 12, maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 5 }), (units) => {
        const months = units.map((unit) => unit.map((value, i) => sampleOf(`2026-${String(i + 1).padStart(2, '0')}`, { value }, true)));
        const row = { because: '', covers: 'period', per: 'cumulative', from: '2026-01-01', readings: [], values: [] };
        const whole = sumOf(units.flat().map((value) => fractionOf(value) ?? fraction(0n)));
        expect(marksOf(months, reckoning(row)).at(-1)?.value).toEqual(whole);
      }),
    );
  });
});

describe('the days a target is judged over', () => {
  const plan = { from: '2024-08-15', to: '2026-12-31', today: '2026-05-01' };
  it.each([
    [
      'cumulative to the end of 2026: from the first day of the plan',
      { per: 'cumulative', due: '2026-12-31', baseline: null },
      [[null, '2024-08-15', '2026-12-31']],
    ],
    [
      'cumulative from a baseline: from the day after it',
      { per: 'cumulative', due: '2026-12-31', baseline: '2023-12-31' },
      [[null, '2024-01-01', '2026-12-31']],
    ],
    ['cumulative without a due day is no target yet', { per: 'cumulative', due: null, baseline: null }, []],
    [
      'each year: one for every year up to now',
      { per: 'year', due: null, baseline: null },
      [
        ['2024', '2024-01-01', '2024-12-31'],
        ['2025', '2025-01-01', '2025-12-31'],
        ['2026', '2026-01-01', '2026-12-31'],
      ],
    ],
    ['one year alone', { per: 'year', due: '2025-12-31', baseline: null }, [['2025', '2025-01-01', '2025-12-31']]],
    ['kept to the end of the plan', { per: 'every-reading', due: null, baseline: null }, [[null, '2024-08-15', '2026-12-31']]],
  ] as const)('%s', (_, target, windows) => {
    expect(daysOfTarget(target, plan).map(({ year, from, due }) => [year, from, due])).toEqual(windows);
  });

  it('a plan without an end goes on to the year of today, and keeps without end', () => {
    expect(daysOfTarget({ per: 'year', due: null, baseline: null }, { ...plan, to: null, today: '2027-01-01' })).toHaveLength(4);
    expect(daysOfTarget({ per: 'every-reading', due: null, baseline: null }, { ...plan, to: null })).toEqual([
      { year: null, from: '2024-08-15', due: null },
    ]);
  });
});
