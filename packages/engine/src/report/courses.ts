import { addDays, type Day, earlier, later } from '../calendar/day.ts';
import { daysOf, periodAfter, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import { type Counted, countByDay, countedRecords } from '../campaign/counts.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledIndicator, CompiledTarget } from '../indicator/compile.ts';
import { fraction, nothing } from '../indicator/fraction.ts';
import type { Scope } from '../indicator/reading.ts';
import type { Count } from '../indicator/schema.ts';
import { type Measured, marksOf, type Reckoning, type Sample, sampleOf } from '../indicator/series.ts';
import type { Course } from '../indicator/status.ts';
import type { Bounds } from '../indicator/target.ts';
import type { TargetDays } from '../indicator/target-days.ts';
import { addsUp } from '../indicator/unit.ts';

/** What a target is asked about: which indicator, as of when. */
export interface Asked {
  readonly campaign: Campaign;
  readonly indicator: CompiledIndicator;
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/** A course with its values and what each was divided by what. */
export interface Measurements {
  readonly marks: readonly Measured[];
  /** Last value before the days that count, from which the line may begin. */
  readonly before: Measured | undefined;
  /** Units that have not reported the newest period that others have. */
  readonly missing: readonly string[];
  /** The values of each of several units that report, which together are those of the whole; empty where one reports. */
  readonly each: readonly { readonly unit: string; readonly marks: readonly Measured[] }[];
}

const reportedSamples = ({ campaign, indicator }: Asked, scope: Scope): readonly Sample[] =>
  [...campaign.readings.values()].flatMap((reading) =>
    reading.indicator === indicator.name &&
    reading.scope.kind === scope.kind &&
    reading.scope.name === scope.name &&
    reading.state !== 'returned'
      ? [sampleOf(reading.period, reading.figure, reading.state === 'confirmed')]
      : [],
  );

/** The records behind a computed number, by what they count for. */
export const recordsBehind = (asked: Asked, scope: Scope): Readonly<Record<'count' | 'of' | 'excluding', readonly Counted[]>> => {
  const { computed } = asked.indicator.indicator;
  const of = (count: Count | undefined) =>
    count && computed ? countedRecords(asked.campaign, count, { ...computed, scope, today: asked.today }) : [];
  return { count: of(computed?.count), of: of(computed?.of), excluding: of(computed?.excluding) };
};

/** What is measured: for whom, over which days, and whether each period stands alone. */
interface Part {
  readonly scope: Scope;
  readonly days: TargetDays;
  readonly alone: boolean;
}

/** One sample for each period from the first day that counts, cut at the due day; the one that runs is as of today. */
const computedSamples = (asked: Asked, { scope, days, alone }: Part): readonly Sample[] => {
  const { computed } = asked.indicator.indicator;
  if (!computed) return [];
  const lastOf = (day: Day): Day => daysOf(periodOf(computed.every, day)).last;
  const endOf = (day: Day): Day =>
    earlier(earlier(lastOf(day), asked.today), days.due !== null && day <= days.due ? days.due : asked.today);
  const counts = (count: Count | undefined): ReadonlyMap<Day, bigint> => {
    const sums = new Map<Day, bigint>();
    const span = { from: days.from, to: asked.today };
    const each = count ? countByDay(asked.campaign, count, { ...computed, scope, today: asked.today }, span) : [];
    for (const [day, amount] of each) sums.set(endOf(day), (sums.get(endOf(day)) ?? 0n) + BigInt(amount));
    return sums;
  };
  const [over, under, less] = [counts(computed.count), counts(computed.of), counts(computed.excluding)];
  const samples: Sample[] = [];
  for (let at = days.from; at <= asked.today; at = addDays(endOf(at), 1)) {
    const day = endOf(at);
    const divided = computed.of === undefined ? null : fraction((under.get(day) ?? 0n) - (less.get(day) ?? 0n));
    const year = periodOf(computed.every, at).slice(0, 4);
    if (!alone || day === lastOf(at)) samples.push({ day, year, over: fraction(over.get(day) ?? 0n), under: divided, confirmed: true });
  }
  return samples;
};

const subjects = (asked: Asked, part: Part): readonly (readonly Sample[])[] => {
  const { scope } = part;
  const { indicator, reporters } = asked.indicator;
  if (indicator.computed) return [computedSamples(asked, part)];
  if (scope.kind === 'whole' && reporters.length > 1) return reporters.map((name) => reportedSamples(asked, { kind: 'unit', name }));
  return [reportedSamples(asked, scope)];
};

/** Last day of the newest period whose number should have come by now; null when none is late. */
const owedOf = ({ indicator, calendar, today }: Asked, marks: readonly Measured[], days: TargetDays): Day | null => {
  const { reported } = indicator.indicator;
  if (!reported || !indicator.within) return null;
  let owed: Day | null = null;
  const first = later(marks.at(-1)?.day ?? '', days.from);
  for (
    let { last } = daysOf(periodOf(reported.every, first));
    last < today;
    last = daysOf(periodAfter(periodOf(reported.every, last))).last
  )
    if (lastDay(calendar, indicator.within, last).day < today) owed = last;
  return owed;
};

/** A state begins at its baseline or the last value before, else at its first value; a rate of periods nowhere. */
const startOf = (
  baseline: CompiledTarget['baseline'],
  stands: boolean,
  { marks, before }: Pick<Measurements, 'marks' | 'before'>,
): Course['start'] => {
  if (before?.value && (baseline === null || before.day > baseline.day)) return { day: before.day, value: before.value };
  const first = stands ? marks.find((mark) => mark.value !== null) : undefined;
  return baseline ?? (first?.value ? { day: first.day, value: first.value } : null);
};

/** Measures one target over its days, for its scope or for one unit alone, and lays the course it is judged by. */
export const courseOf = (
  asked: Asked,
  target: CompiledTarget,
  at: { readonly days: TargetDays; readonly scope: Scope; readonly bounds: Bounds },
): { readonly course: Course; readonly measured: Measurements } => {
  const { indicator, whole, within, reporters } = asked.indicator;
  const { days, scope, bounds } = at;
  const { per } = target.target;
  const covers = indicator.reported?.covers ?? 'period';
  const alone = per === 'every-reading';
  const samples = subjects(asked, { scope, days, alone });
  const to = per === 'year' && covers !== 'all' ? `${days.year}-12-31` : null;
  const reckoning: Reckoning = { covers, per, from: days.from, to, whole, zero: indicator.rate?.zero ?? 'no-data' };
  const marks = marksOf(samples, reckoning);
  const before = covers === 'all' ? marksOf(samples, { ...reckoning, from: '', to: addDays(days.from, -1) }).at(-1) : undefined;
  const newest = marks.at(-1)?.day;
  const missing = samples.length > 1 ? reporters.filter((_, i) => !samples[i]?.some((sample) => sample.day === newest)) : [];
  const each = samples.length > 1 ? samples.map((own, i) => ({ unit: reporters[i] ?? '', marks: marksOf([own], reckoning) })) : [];
  const grows = covers !== 'all' && !indicator.rate && addsUp(indicator.unit);
  const closes = days.due !== null && within ? lastDay(asked.calendar, within, days.due).day : days.due;
  const every = indicator.reported?.every ?? indicator.computed?.every ?? 'year';
  const next = (day: Day): Day => daysOf(periodAfter(periodOf(every, day))).last;
  const start = grows ? { day: addDays(days.from, -1), value: nothing } : startOf(target.baseline, covers === 'all', { marks, before });
  return {
    course: {
      ...bounds,
      marks,
      start,
      due: days.due,
      owed: owedOf(asked, marks, days),
      closes,
      grows,
      kept: alone,
      next,
      today: asked.today,
    },
    measured: { marks, before, missing, each },
  };
};
