import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Standing, Standings } from '../ranking/standings.ts';
import type { CompiledConsequence } from './compile.ts';
import type { Called } from './proposal.ts';
import { propose } from './propose.ts';
import { readRank } from './rank.ts';
import { readWindow } from './window.ts';

const units = ['甲镇', '乙镇', '丙镇', '丁镇', '戊镇'] as const;
/** Eighteen months from January 2025, so that quarters and a year end inside. */
const months = Array.from({ length: 18 }, (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

/** Points of a unit in a month; null for one that is listed without a rank. */
type Month = readonly (number | null)[];
/** The months of a history; null for one that was never published. */
type History = readonly (Month | null)[];

/** What a clause says, in the words of the document. */
interface Clause {
  readonly end: 'first' | 'last';
  readonly n: number;
  readonly times: number;
  readonly window: 'quarter' | 'half-year' | 'year' | 'last 4 periods' | 'last 6 periods';
  readonly consecutive: boolean;
  readonly gaps: 'break' | 'skip';
  readonly clearedBy: number | undefined;
}

const points = fc.option(fc.constantFrom(60, 70, 70, 80, 90), { nil: null, freq: 6 });
const month = fc.option(fc.array(points, { minLength: units.length, maxLength: units.length }), { nil: null, freq: 7 });
const history: fc.Arbitrary<History> = fc.array(month, { minLength: 1, maxLength: months.length });
const clause: fc.Arbitrary<Clause> = fc.record({
  end: fc.constantFrom('first' as const, 'last' as const),
  n: fc.integer({ min: 1, max: 3 }),
  times: fc.integer({ min: 1, max: 3 }),
  window: fc.constantFrom('quarter' as const, 'half-year' as const, 'year' as const, 'last 4 periods' as const, 'last 6 periods' as const),
  consecutive: fc.boolean(),
  gaps: fc.constantFrom('break' as const, 'skip' as const),
  clearedBy: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 }),
});

const standingsOf = (period: string, scored: Month, order: readonly number[] = units.map((_, i) => i)): Standings => {
  const rows = order.map((i): Standing => {
    const own = scored[i] ?? null;
    const rank = own === null ? null : 1 + scored.filter((other) => other !== null && other > own).length;
    const reason = { kind: 'total', name: '月评分', source: '六', points: (own ?? 0) * 1000, parts: [] } as const;
    return { unit: units[i] ?? '', group: '', points: (own ?? 0) * 1000, rank, inspections: 1, reason };
  });
  return { ranking: '月排名', sheet: '月评分', period, from: `${period}-01`, to: `${period}-28`, plan: '', source: '六', rows };
};

const compiledOf = ({ end, n, times, window, consecutive, gaps, clearedBy }: Clause): CompiledConsequence =>
  ({
    consequence: {
      name: '约谈',
      when: { ranking: '月排名', rank: `${end} ${n}`, times, window, consecutive, gaps },
      kind: 'sanction',
      then: '约谈',
      signedBy: '县长',
      ...(clearedBy === undefined ? {} : { clearedBy }),
    },
    ranking: { ranking: { name: '月排名' } },
    rank: readRank(`${end} ${n}`),
    below: null,
    atLeast: null,
    window: readWindow(window),
    times,
    transfer: null,
    source: '六（三）',
  }) as unknown as CompiledConsequence;

/** What the engine calls for over a history. */
const called = (history: History, compiled: CompiledConsequence, order?: readonly number[]): readonly Called[] => {
  const published = new Map(
    history.flatMap((one, i) => (one ? [[months[i] ?? '', standingsOf(months[i] ?? '', one, order)] as const] : [])),
  );
  return [...published.values()].flatMap((standings) => propose([compiled], standings, { published, leadsOf: () => [] }));
};

/** Whether a unit stands among the places named: so many are behind (or before) it, and never all are last. */
const stands = ({ end, n }: Clause, scored: Month, unit: number): boolean => {
  const own = scored[unit] ?? null;
  if (own === null) return false;
  const better = scored.filter((other) => other !== null && other > own).length;
  const worse = scored.filter((other) => other !== null && other < own).length;
  return end === 'first' ? better < n : better > 0 && worse < n;
};

/** The months a clause looks at for month `i`: the rest of its quarter, half-year or year so far, or so many back. */
const looksAt = ({ window }: Clause, i: number): readonly number[] => {
  const length = { quarter: 3, 'half-year': 6, year: 12 }[window as string];
  const first = length ? i - (i % length) : i - Number(window.split(' ')[1]) + 1;
  return months.map((_, at) => at).filter((at) => at >= first && at <= i);
};

/** The text read plainly, month by month from the first: how often by now, counted as a clerk would on paper. */
const countAt = (text: Clause, history: History, i: number, unit: number): number => {
  let count = 0;
  let clean = 0;
  for (const at of looksAt(text, i)) {
    const scored = history[at] ?? null;
    const judged = scored !== null && scored[unit] !== null && scored[unit] !== undefined;
    if (judged && stands(text, scored, unit)) {
      count += 1;
      clean = 0;
      continue;
    }
    if (text.consecutive && (judged || text.gaps === 'break')) count = 0;
    if (judged) clean += 1;
    if (text.clearedBy !== undefined && clean >= text.clearedBy) count = 0;
  }
  return count;
};

const readPlainly = (text: Clause, history: History): readonly string[] =>
  history.flatMap((scored, i) =>
    scored === null
      ? []
      : units.flatMap((unit, k) => (stands(text, scored, k) && countAt(text, history, i, k) >= text.times ? [`${months[i]} ${unit}`] : [])),
  );

const runs = { numRuns: process.env.XIUHUA_BATTERY ? 10_000 : 150 };
const key = ({ period, unit }: Called): string => `${period} ${unit}`;

describe('over random histories', () => {
  test('a consequence is called for exactly when a plain reading of its text says so', () => {
    fc.assert(
      fc.property(history, clause, (months, text) => {
        expect(called(months, compiledOf(text)).map(key).sort()).toEqual([...readPlainly(text, months)].sort());
      }),
      runs,
    );
  });

  test('the order in which units are listed changes nothing', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    fc.assert(
      fc.property(history, clause, orders, (months, text, order) => {
        expect(called(months, compiledOf(text), order).map(key).sort()).toEqual(called(months, compiledOf(text)).map(key).sort());
      }),
      runs,
    );
  });

  test('each call gives its chain of results: as many as the text asks for, oldest first, all published', () => {
    fc.assert(
      fc.property(history, clause, (published, text) => {
        for (const { because, period } of called(published, compiledOf(text))) {
          const periods = because.map((one) => one.period);
          expect(because.length).toBeGreaterThanOrEqual(text.times);
          expect(periods.at(-1)).toBe(period);
          expect(periods).toEqual([...periods].sort());
          expect(periods.every((one) => published[months.indexOf(one)] !== null)).toBe(true);
        }
      }),
      runs,
    );
  });
});
