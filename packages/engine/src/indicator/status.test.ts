import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { daysOf, periodAfter, periodOf } from '../calendar/period.ts';
import { compareFractions, fraction, fractionOf, showFraction } from './fraction.ts';
import cases from './status.cases.json' with { type: 'json' };
import { type Course, type IndicatorState, judge } from './status.ts';
import { boundsOf, meets, readTarget } from './target.ts';

interface Case {
  readonly because: string;
  readonly target: string;
  readonly start?: readonly (string | number)[];
  readonly marks: readonly (readonly (string | number | null)[])[];
  readonly due: string | null;
  readonly owed?: string | null;
  readonly closes?: string;
  readonly today: string;
  readonly grows?: boolean;
  readonly kept?: boolean;
  readonly state: string;
  readonly expected?: string;
  readonly forecast?: string | null;
  readonly reaches?: string;
  readonly day?: string;
}
const all = cases as readonly Case[];

const exact = (value: unknown) => fractionOf(Number(value)) ?? fraction(0n);
const course = ({
  target,
  start,
  marks,
  due,
  owed = null,
  closes,
  today,
  grows = false,
  kept = false,
}: Omit<Case, 'because' | 'state'>): Course => {
  const phrase = readTarget(target);
  const bounds = phrase && boundsOf(phrase, undefined);
  if (!bounds) throw new Error(`unreadable: ${target}`);
  return {
    ...bounds,
    marks: marks.map(([day, value]) => ({ day: String(day), value: value === null ? null : exact(value), confirmed: true })),
    start: start ? { day: String(start[0]), value: exact(start[1]) } : null,
    due,
    owed,
    closes: closes ?? due,
    grows,
    kept,
    next: (day) => daysOf(periodAfter(periodOf('quarter', day))).last,
    today,
  };
};

describe('an indicator', () => {
  it.each(all)('is $state: $because', (row) => {
    const judged = judge(course(row));
    expect(judged.state).toBe(row.state);
    if (row.expected !== undefined) expect(judged.expected && showFraction(judged.expected)).toBe(row.expected);
    if (row.forecast !== undefined) expect(judged.forecast && showFraction(judged.forecast)).toBe(row.forecast);
    if (row.reaches !== undefined) expect(judged.reaches).toBe(row.reaches);
    if (row.day !== undefined) expect(judged.mark?.day).toBe(row.day);
  });
});

const runs = { numRuns: process.env.XIUHUA_BATTERY ? 10_000 : 300 };
const value = fc.integer({ min: 0, max: 2000 }).map((n) => n / 10);
const target = fc.oneof(
  fc.tuple(fc.constantFrom('at least', 'at most', 'exactly'), value).map(([how, n]) => `${how} ${n}`),
  fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)} to ${Math.max(a, b)}`),
);
const monthEnds = Array.from(
  { length: 18 },
  (_, i) => daysOf(i < 12 ? `2026-${String(i + 1).padStart(2, '0')}` : `2027-${String(i - 11).padStart(2, '0')}`).last,
);
const given = fc.record({
  target,
  start: fc.tuple(fc.constant('2025-12-31'), value),
  values: fc.array(fc.option(value, { nil: null }), { maxLength: 18 }),
  today: fc.integer({ min: 0, max: 560 }).map((n) => addDays('2026-01-01', n)),
  kept: fc.boolean(),
  grows: fc.boolean(),
});
const made = ({ values, grows, ...rest }: typeof given extends fc.Arbitrary<infer T> ? T : never): Course => {
  const grown = values.map((n, i) => (n === null ? null : values.slice(0, i + 1).reduce<number>((sum, one) => sum + (one ?? 0), 0)));
  const numbers = grows ? grown : values;
  const start: [string, number] = grows ? ['2025-12-31', 0] : rest.start;
  return course({
    ...rest,
    start,
    grows,
    marks: numbers.map((n, i) => [monthEnds[i] ?? '', n === null ? null : Math.round(n * 10) / 10]),
    due: '2026-12-31',
  });
};

/** What the words mean, read plainly and without any line. */
const plainly = ({ marks, today, kept, grows, ...bounds }: Course): readonly IndicatorState[] => {
  const known = marks.filter((mark) => mark.day <= today).flatMap(({ day, value }) => (value ? [{ day, value }] : []));
  const inTime = known.filter((mark) => mark.day <= '2026-12-31');
  const over = today > '2026-12-31';
  const last = inTime.at(-1);
  if (kept) {
    if (!last) return ['no-data'];
    return inTime.some((mark) => !meets(mark.value, bounds)) ? ['missed'] : over ? ['reached'] : ['on-course'];
  }
  if (known.length === 0) return ['no-data'];
  const beyond = grows && last && bounds.high !== null && compareFractions(last.value, bounds.high) > 0;
  if (beyond) return ['missed'];
  if (over) return last && meets(last.value, bounds) ? ['reached'] : ['late', 'missed'];
  const budget = grows && bounds.low === null;
  return last && meets(last.value, bounds) && !budget ? ['reached'] : ['early', 'on-course', 'behind'];
};

describe('law', () => {
  it('a state is what its word says', () => {
    fc.assert(
      fc.property(given, (row) => {
        const read = made(row);
        expect(plainly(read)).toContain(judge(read).state);
      }),
      runs,
    );
  });

  it('numbers of days to come change nothing', () => {
    fc.assert(
      fc.property(given, (row) => {
        const read = made(row);
        expect(judge({ ...read, marks: read.marks.filter((mark) => mark.day <= read.today) })).toEqual(judge(read));
      }),
    );
  });

  it('a higher value never stands worse against “at least”', () => {
    const worth: Readonly<Record<IndicatorState, number>> = {
      'no-data': 0,
      missed: 1,
      behind: 2,
      'on-course': 3,
      early: 4,
      late: 5,
      reached: 6,
    };
    fc.assert(
      fc.property(fc.tuple(value, value), fc.tuple(value, value), fc.integer({ min: 0, max: 11 }), ([bound, base], [a, b], month) => {
        const stand = (number: number) =>
          judge(
            course({
              target: `at least ${bound}`,
              start: ['2025-12-31', base],
              marks: [[monthEnds[month] ?? '', number]],
              due: '2026-12-31',
              today: '2027-01-01',
            }),
          );
        const before = (number: number) =>
          judge(
            course({
              target: `at least ${bound}`,
              start: ['2025-12-31', base],
              marks: [[monthEnds[month] ?? '', number]],
              due: '2026-12-31',
              today: '2026-12-31',
            }),
          );
        for (const judged of [stand, before])
          expect(worth[judged(Math.max(a, b)).state]).toBeGreaterThanOrEqual(worth[judged(Math.min(a, b)).state]);
      }),
      runs,
    );
  });

  it('the forecast lies on one line with the start and the value', () => {
    fc.assert(
      fc.property(given, (row) => {
        const read = made(row);
        const { forecast, mark } = judge(read);
        if (!forecast || !mark?.value || !read.start) return;
        const at = (day: string): number => Date.parse(day) / 86_400_000;
        const [x0, x1, x2] = [at(read.start.day), at(mark.day), at('2026-12-31')].map((day) => BigInt(day));
        if (x0 === undefined || x1 === undefined || x2 === undefined) throw new Error('no days');
        const cross = (a: typeof forecast, b: typeof forecast) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
        const [first, whole] = [cross(mark.value, read.start.value), cross(forecast, read.start.value)];
        expect(first.over * whole.under * (x2 - x0)).toBe(whole.over * first.under * (x1 - x0));
      }),
      runs,
    );
  });
});
