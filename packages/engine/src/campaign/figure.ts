import { daysOf } from '../calendar/period.ts';
import { ownScopes } from '../indicator/asked.ts';
import type { CompiledIndicator } from '../indicator/compile.ts';
import { type Fraction, fraction, plus } from '../indicator/fraction.ts';
import type { Scope } from '../indicator/reading.ts';
import { reckon, type Sample, sampleOf } from '../indicator/series.ts';
import { countByDay } from './counts.ts';
import type { Span } from './happenings.ts';
import type { Campaign } from './state.ts';

const computedSample = (
  campaign: Campaign,
  { indicator }: CompiledIndicator,
  unit: string,
  span: Span,
): Pick<Sample, 'over' | 'under'> | undefined => {
  const { computed } = indicator;
  if (!computed) return undefined;
  const count = (what: typeof computed.of): bigint =>
    what === undefined
      ? 0n
      : [...countByDay(campaign, what, { ...computed, scope: { kind: 'unit', name: unit }, today: span.today }, span).values()].reduce(
          (sum, amount) => sum + BigInt(amount),
          0n,
        );
  const under = computed.of === undefined ? null : fraction(count(computed.of) - count(computed.excluding));
  return { over: fraction(count(computed.count)), under };
};

/** Confirmed readings that are the unit’s own whose period lies in the days: added up when each is for its period alone, else the newest. */
const reportedSample = (
  campaign: Campaign,
  compiled: CompiledIndicator,
  unit: string,
  span: Span,
): Pick<Sample, 'over' | 'under'> | undefined => {
  const { indicator, name } = compiled;
  const own = ownScopes(compiled, unit);
  const isOwn = ({ kind, name: of }: Scope): boolean => own.some((scope) => scope.kind === kind && scope.name === of);
  const samples = [...campaign.readings.values()]
    .filter((reading) => reading.indicator === name && isOwn(reading.scope) && reading.state === 'confirmed')
    .filter(({ period }) => daysOf(period).first >= span.from && daysOf(period).last <= span.to)
    .map((reading) => sampleOf(reading.period, reading.figure, true))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  if (indicator.reported?.covers !== 'period') return samples.at(-1);
  return samples.length === 0
    ? undefined
    : samples.reduce((sum, next) => ({
        ...next,
        over: plus(sum.over, next.over),
        under: sum.under && next.under && plus(sum.under, next.under),
      }));
};

/**
 * The value of an indicator for one unit in the days of a score: counted in the log, or from readings that somebody
 * else confirmed. `undefined` when there is none, which a rule's `missing` then decides.
 */
export const figureOf = (campaign: Campaign, compiled: CompiledIndicator, unit: string, span: Span): Fraction | undefined => {
  const sample = computedSample(campaign, compiled, unit, span) ?? reportedSample(campaign, compiled, unit, span);
  if (!sample) return undefined;
  return reckon(sample.over, sample.under, { whole: compiled.whole, zero: compiled.indicator.rate?.zero ?? 'no-data' }) ?? undefined;
};
