import type { CompiledPhase } from '../phase/compile.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { paramsOf } from './check-target.ts';
import type { CompiledIndicator, CompiledTarget } from './compile.ts';
import { compareFractions, type Fraction, nothing, plus, showFraction } from './fraction.ts';
import { sayAmount, sayTargetPhrase } from './say.ts';
import { addsUp } from './unit.ts';

const sameScope = (a: CompiledTarget, b: CompiledTarget): boolean =>
  a.scope.kind === b.scope.kind && a.scope.name === b.scope.name && a.target.each === b.target.each;

const differ = (a: Fraction | null, b: Fraction | null): boolean => a !== null && b !== null && compareFractions(a, b) !== 0;
const above = (a: Fraction | null, b: Fraction | null): boolean => a !== null && b !== null && compareFractions(a, b) > 0;

const order = { binding: 0, expected: 1, stretch: 2 } as const;

/**
 * Why two targets of one scope and time cannot both stand: no value meets both; both bind alike and name different
 * numbers; or the one tried for (力争) asks for less than the one that binds.
 */
const disagree = (a: CompiledTarget, b: CompiledTarget): boolean => {
  if (above(a.low, b.high) || above(b.low, a.high)) return true;
  if (a.binding === b.binding) return differ(a.low, b.low) || differ(a.high, b.high);
  const [firm, loose] = order[a.binding] < order[b.binding] ? [a, b] : [b, a];
  return above(firm.low, loose.low) || above(loose.high, firm.high);
};

const years = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);

/** The sum of what the years ask for at one end; null when a year says nothing there. */
const yearly = (targets: readonly CompiledTarget[], span: readonly number[], end: 'low' | 'high'): Fraction | null =>
  span.reduce<Fraction | null>((sum, year) => {
    const own = targets.find((target) => target.due?.startsWith(`${year}-`)) ?? targets.find((target) => target.due === null);
    const bound = own?.[end] ?? (end === 'low' ? nothing : null);
    return sum && bound && plus(sum, bound);
  }, nothing);

/** A cumulative target against the yearly ones of its scope, for amounts that add up over the years. */
const checkSum = (
  compiled: CompiledIndicator,
  total: CompiledTarget,
  phases: readonly CompiledPhase[],
):
  | { readonly code: 'indicator.conflict' | 'indicator.annual-vs-cumulative'; readonly sum: Fraction; readonly years: number }
  | undefined => {
  const annual = compiled.targets.filter(
    (target) => target.target.per === 'year' && target.binding === total.binding && sameScope(target, total),
  );
  const start = total.baseline ? Number(total.baseline.day.slice(0, 4)) + 1 : Number(phases[0]?.from.slice(0, 4) ?? Number.NaN);
  if (annual.length === 0 || !total.due || Number.isNaN(start)) return undefined;
  const span = years(start, Number(total.due.slice(0, 4)));
  const [low, high] = [yearly(annual, span, 'low'), yearly(annual, span, 'high')];
  if (low && above(low, total.high)) return { code: 'indicator.conflict', sum: low, years: span.length };
  if (high && above(total.low, high)) return { code: 'indicator.conflict', sum: high, years: span.length };
  return low && above(low, total.low) ? { code: 'indicator.annual-vs-cumulative', sum: low, years: span.length } : undefined;
};

/** What is wrong with the targets of one indicator side by side. */
export const checkPairs = (compiled: CompiledIndicator, phases: readonly CompiledPhase[], at: string): readonly Problem[] => {
  const { indicator, targets } = compiled;
  const pairs = targets.flatMap((a, i) =>
    targets.slice(0, i).flatMap((b) => {
      if (a.target.per !== b.target.per || a.due !== b.due || !sameScope(a, b) || !disagree(a, b)) return [];
      const other = (language: 'zh' | 'en') => sayTargetPhrase(b.phrase, indicator.unit, language);
      return [
        problem('indicator.conflict', `${at}/targets/${a.index}/target`, {
          ...paramsOf(indicator, a.target),
          other: other('zh'),
          otherEn: other('en'),
        }),
      ];
    }),
  );
  if (indicator.rate || !addsUp(indicator.unit)) return pairs;
  const sums = targets.flatMap((total) => {
    const fault = total.target.per === 'cumulative' ? checkSum(compiled, total, phases) : undefined;
    if (!fault) return [];
    const amount = (language: 'zh' | 'en') => sayAmount(showFraction(fault.sum), indicator.unit, language);
    const other = { other: `${fault.years}年合计${amount('zh')}`, otherEn: `${amount('en')} over ${fault.years} year(s)` };
    return [
      problem(fault.code, `${at}/targets/${total.index}/target`, {
        ...paramsOf(indicator, total.target),
        ...other,
        years: fault.years,
        sum: amount('zh'),
        sumEn: amount('en'),
      }),
    ];
  });
  return [...pairs, ...sums];
};
