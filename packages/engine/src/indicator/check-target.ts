import type { CompiledPhase } from '../phase/compile.ts';
import { clauseOf, type Params, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledTarget } from './compile.ts';
import { compareFractions, showFraction, sumOf } from './fraction.ts';
import { sayAmount, sayTargetPhrase } from './say.ts';
import type { Indicator, Target } from './schema.ts';
import { isBare, meets, readTarget, type TargetPhrase } from './target.ts';
import { addsUp, isCounted, isPart, isTimes, wholeIn } from './unit.ts';

/** A target with all it is judged by. `compiled` is missing when its phrase cannot be read. */
export interface Judged {
  readonly indicator: Indicator;
  readonly target: Target;
  readonly compiled: CompiledTarget | undefined;
  readonly phases: readonly CompiledPhase[];
}

const examples = 'at least 95、at most 9、exactly 100、5 to 8、at least 1:3、at least 7% above baseline';

/** The parameters that name a target in a sentence. */
export const paramsOf = (indicator: Indicator, target: Target): Params => {
  const phrase = readTarget(target.target);
  const said = (language: 'zh' | 'en') => (phrase ? sayTargetPhrase(phrase, indicator.unit, language) : target.target);
  return {
    ...clauseOf('indicator', { ...indicator, source: target.source ?? indicator.source }),
    target: said('zh'),
    targetEn: said('en'),
  };
};

const checkPhrase = ({ indicator, target }: Judged, at: string): readonly Problem[] => {
  const phrase = readTarget(target.target);
  const place = pointer(at, 'target');
  const params = paramsOf(indicator, target);
  if (!phrase && isBare(target.target)) return [problem('indicator.no-comparator', place, { ...params, found: target.target })];
  if (!phrase) return [problem('phrase.unreadable', place, { ...params, kind: 'target', found: target.target, examples })];
  if (phrase.kind === 'range' && phrase.low > phrase.high)
    return [problem('indicator.range-reversed', place, { ...params, low: phrase.low, high: phrase.high })];
  if (phrase.kind === 'ratio' && !indicator.rate && !isTimes(indicator.unit)) return [problem('indicator.no-operands', place, params)];
  const baseline = target.baseline ?? indicator.baseline;
  return phrase.kind === 'change' && !baseline ? [problem('indicator.no-baseline', place, params)] : [];
};

const numbersOf = (phrase: TargetPhrase): readonly number[] => {
  if (phrase.kind === 'value') return [phrase.value];
  return phrase.kind === 'range' ? [phrase.low, phrase.high] : [];
};

/** Why a phrase hardly fits its unit: 120%, 1:3 in per cent, half a toilet, a per cent of per cent. */
const oddity = (phrase: TargetPhrase, unit: string): string | undefined => {
  const whole = Number(showFraction(wholeIn(unit)));
  if (isPart(unit) && numbersOf(phrase).some((value) => value > whole)) return 'over';
  if (phrase.kind === 'ratio' && !isTimes(unit)) return 'ratio';
  if (phrase.kind === 'change' && phrase.percent && isPart(unit)) return 'percent';
  return isCounted(unit) && numbersOf(phrase).some((value) => !Number.isInteger(value)) ? 'fraction' : undefined;
};

const checkTime = ({ indicator, target, compiled, phases }: Judged, at: string): readonly Problem[] => {
  const params = paramsOf(indicator, target);
  if (target.per === 'cumulative' && target.due === undefined) return [problem('indicator.no-due', at, params)];
  const [first, last] = [phases[0], phases.at(-1)];
  if (!compiled?.due || !first || !last) return [];
  const { due, baseline } = compiled;
  const outside = due < first.from || (last.to !== null && due > last.to) || (baseline !== null && due <= baseline.day);
  const span = { from: baseline && baseline.day > first.from ? baseline.day : first.from, to: last.to ?? '…' };
  return outside ? [problem('indicator.due-outside', pointer(at, 'due'), { ...params, due, ...span })] : [];
};

const checkScope = ({ indicator, target, compiled }: Judged, at: string): readonly Problem[] => {
  const scopes = (['area', 'class', 'grade', 'each'] as const).filter((key) => target[key] !== undefined);
  const params = paramsOf(indicator, target);
  if (scopes.length > 1) return [problem('indicator.two-scopes', at, params)];
  if (!target.shares?.length || !compiled) return [];
  const place = pointer(at, 'shares');
  if (!addsUp(indicator.unit) || indicator.rate) return [problem('indicator.not-summable', place, { ...params, unit: indicator.unit })];
  const sum = sumOf([...compiled.shares.values()]);
  if (meets(sum, compiled)) return [];
  const said = (language: 'zh' | 'en') => sayAmount(showFraction(sum), indicator.unit, language);
  return [problem('indicator.child-sum', place, { ...params, sum: said('zh'), sumEn: said('en'), units: compiled.shares.size })];
};

/** A target that asks for less than there was: at least 90 from 95, or at most 9 from 8. */
const checkDirection = ({ indicator, target, compiled }: Judged, at: string): readonly Problem[] => {
  if (!compiled?.baseline || target.per === 'every-reading' || compiled.phrase.kind === 'change') return [];
  const { low, high, baseline } = compiled;
  const less = high === null && low !== null && compareFractions(low, baseline.value) < 0;
  const more = low === null && high !== null && compareFractions(high, baseline.value) > 0;
  if (!less && !more) return [];
  const said = (language: 'zh' | 'en') => sayAmount(showFraction(baseline.value), indicator.unit, language);
  return [
    problem('indicator.below-baseline', pointer(at, 'target'), {
      ...paramsOf(indicator, target),
      baseline: said('zh'),
      baselineEn: said('en'),
      day: baseline.day,
    }),
  ];
};

/** What is wrong with one target alone. */
export const checkTarget = (judged: Judged, at: string): readonly Problem[] => {
  const { indicator, target, compiled } = judged;
  const odd = compiled && oddity(compiled.phrase, indicator.unit);
  const implausible = odd
    ? [problem('indicator.unit-implausible', pointer(at, 'target'), { ...paramsOf(indicator, target), detail: odd, unit: indicator.unit })]
    : [];
  return [...checkPhrase(judged, at), ...implausible, ...checkTime(judged, at), ...checkScope(judged, at), ...checkDirection(judged, at)];
};
