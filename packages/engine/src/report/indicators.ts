import type { Day } from '../calendar/day.ts';
import { daysOf, periodAfter, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import type { Counted } from '../campaign/counts.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import { askedScopes, reportersFor } from '../indicator/asked.ts';
import type { CompiledTarget } from '../indicator/compile.ts';
import { type Fraction, showFraction } from '../indicator/fraction.ts';
import { jumpFrom, lastReading } from '../indicator/jump.ts';
import { type Reading, readingId, type Scope } from '../indicator/reading.ts';
import type { Measured } from '../indicator/series.ts';
import { showValue } from '../indicator/show.ts';
import { judge } from '../indicator/status.ts';
import type { Bounds } from '../indicator/target.ts';
import { daysOfTarget, type PlanDays, type TargetDays } from '../indicator/target-days.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Asked, courseOf, recordsBehind } from './courses.ts';
import type { AwaitedReading, IndicatorView, ReadingView, TargetView, ValueView } from './views.ts';

const shown = (value: Fraction | null): string | null => (value === null ? null : showFraction(value));

const viewOf = (
  asked: Asked,
  target: CompiledTarget,
  at: { readonly days: TargetDays; readonly scope: Scope; readonly bounds: Bounds },
): TargetView => {
  const { course, measured } = courseOf(asked, target, at);
  const judged = judge(course);
  const { mark } = judged;
  const rate = asked.indicator.indicator.rate !== undefined;
  const sayValue = (from: Measured | null | undefined): ValueView | null =>
    from?.value
      ? {
          shown: showValue(from.value, rate, at.bounds),
          numerator: from.under && showFraction(from.over),
          denominator: shown(from.under),
          day: from.day,
          confirmed: from.confirmed,
        }
      : null;
  return {
    index: target.index,
    year: at.days.year,
    scope: at.scope,
    binding: target.binding,
    source: target.source,
    low: shown(at.bounds.low),
    high: shown(at.bounds.high),
    due: at.days.due,
    state: judged.state,
    value: sayValue(mark && measured.marks.find((one) => one.day === mark.day)),
    expected: shown(judged.expected),
    forecast: shown(judged.forecast),
    reaches: judged.reaches,
    start: course.start && { day: course.start.day, value: showFraction(course.start.value) },
    course: measured.marks
      .filter(({ day }) => day <= asked.today)
      .map(({ day, value: at, confirmed }) => ({ day, value: shown(at), confirmed })),
    missing: measured.missing,
    brought: measured.each.map(({ unit, marks }) => ({
      unit,
      value: sayValue(mark && marks.findLast(({ day }) => (target.target.per === 'every-reading' ? day === mark.day : day <= mark.day))),
    })),
    parts: [],
  };
};

/** A share bounds on the same sides as its target; a range asks each unit for its share at least. */
const shareBounds = (target: CompiledTarget, share: Fraction): Bounds => {
  const ranged = target.phrase.kind === 'range';
  return { low: target.low === null ? null : share, high: target.high === null || ranged ? null : share };
};

const targetView = (asked: Asked, target: CompiledTarget, days: TargetDays): TargetView => {
  const view = viewOf(asked, target, { days, scope: target.scope, bounds: target });
  const unit = (name: string): Scope => ({ kind: 'unit', name });
  const each = target.each.map((name) => viewOf(asked, target, { days, scope: unit(name), bounds: target }));
  const shares = [...target.shares].map(([name, share]) =>
    viewOf(asked, target, { days, scope: unit(name), bounds: shareBounds(target, share) }),
  );
  if (each.length === 0) return { ...view, parts: shares };
  return { ...view, ...worst(each), parts: each };
};

const gravity = ['missed', 'behind', 'no-data', 'late', 'on-course', 'early', 'reached'] as const;

/** Of a target that each unit has to reach alone: the state of the one that stands worst, and no value of the whole. */
const worst = (
  each: readonly TargetView[],
): Pick<TargetView, 'state' | 'value' | 'expected' | 'forecast' | 'reaches' | 'start' | 'course'> => ({
  state: gravity.find((state) => each.some((view) => view.state === state)) ?? 'no-data',
  value: null,
  expected: null,
  forecast: null,
  reaches: null,
  start: null,
  course: [],
});

/** Periods that are over since the campaign began and whose number has not come, or was returned. */
const awaitedOf = ({ campaign, indicator, calendar, today }: Asked): readonly AwaitedReading[] => {
  const { reported } = indicator.indicator;
  const start = campaign.versions[0]?.from;
  if (!reported || start === undefined) return [];
  const awaited: AwaitedReading[] = [];
  for (let period = periodOf(reported.every, start); daysOf(period).last <= today; period = periodAfter(period)) {
    const { last } = daysOf(period);
    const due = indicator.within ? lastDay(calendar, indicator.within, last).day : null;
    for (const scope of askedScopes(indicator)) {
      const reading = campaign.readings.get(readingId(indicator.name, period, scope));
      if (reading && reading.state !== 'returned') continue;
      awaited.push({ scope, period, by: reportersFor(indicator, scope), due, overdue: due !== null && today > due });
    }
  }
  return awaited;
};

/** The numbers still to be reported in the whole campaign, each with its indicator. */
export const awaitedReadings = (campaign: Campaign, today: Day): readonly (AwaitedReading & { readonly indicator: string })[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  if (!plan) return [];
  return [...plan.indicators.values()].flatMap((indicator) =>
    awaitedOf({ campaign, indicator, calendar: plan.calendar, today }).map((one) => ({ ...one, indicator: indicator.name })),
  );
};

const readingView = (readings: readonly Reading[], reading: Reading): ReadingView => {
  const last = reading.state === 'reported' ? lastReading(readings, reading) : undefined;
  const percent = last && jumpFrom(last.figure, reading.figure);
  return last && percent !== undefined ? { ...reading, jump: { period: last.period, figure: last.figure, percent } } : reading;
};

const daysOfPlan = (plan: CompiledPlan, today: Day): PlanDays => ({ from: plan.from, to: plan.phases.at(-1)?.to ?? null, today });

const indicatorView = (asked: Asked, plan: CompiledPlan): IndicatorView => {
  const { indicator, targets, name, source } = asked.indicator;
  const whole = daysOfPlan(plan, asked.today);
  const readings = [...asked.campaign.readings.values()].filter((reading) => reading.indicator === name);
  const days = (target: CompiledTarget) =>
    daysOfTarget({ per: target.target.per, due: target.due, baseline: target.baseline?.day ?? null }, whole);
  return {
    name,
    unit: indicator.unit,
    binding: indicator.binding,
    source,
    task: indicator.task ?? null,
    from: indicator.computed ? 'computed' : indicator.reported ? 'reported' : 'nowhere',
    targets: targets.flatMap((target) => days(target).map((one) => targetView(asked, target, one))),
    readings: readings.map((reading) => readingView(readings, reading)),
    awaited: awaitedOf(asked),
  };
};

/**
 * The indicators of the plan in force as of today, in the order of the plan, with their targets, values and numbers
 * still awaited. For a past day, hand in the campaign replayed up to the end of that day.
 */
export const indicatorViews = (campaign: Campaign, today: Day): readonly IndicatorView[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  if (!plan) return [];
  return [...plan.indicators.values()].map((indicator) => indicatorView({ campaign, indicator, calendar: plan.calendar, today }, plan));
};

/** The findings and visits behind a computed indicator, for a scope and two days, both inclusive; empty for a reported one. */
export const indicatorRecords = (
  campaign: Campaign,
  name: string,
  at: { readonly scope: Scope; readonly from: Day; readonly to: Day; readonly today: Day },
): Readonly<Record<'count' | 'of' | 'excluding', readonly Counted[]>> => {
  const plan = planInForce(campaign, at.today) ?? planInForce(campaign);
  const indicator = plan?.indicators.get(name);
  if (!plan || !indicator) return { count: [], of: [], excluding: [] };
  const behind = recordsBehind({ campaign, indicator, calendar: plan.calendar, today: at.today }, at.scope);
  const within = (records: readonly Counted[]) => records.filter(({ day }) => day >= at.from && day <= at.to);
  return { count: within(behind.count), of: within(behind.of), excluding: within(behind.excluding) };
};
