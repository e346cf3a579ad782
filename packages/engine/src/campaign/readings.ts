import { dayOf } from '../calendar/day.ts';
import { daysOf, type Period, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import { askedScopes, isItsPeriod, reportersFor } from '../indicator/asked.ts';
import type { CompiledIndicator } from '../indicator/compile.ts';
import { fractionOf } from '../indicator/fraction.ts';
import { type Figure, type Reading, type ReadingStep, readingId, type Scope } from '../indicator/reading.ts';
import { addsUp } from '../indicator/unit.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { canonicalText } from '../problem/canonical.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import type { ReportReading, VerifyReading } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Event, Fact, ReadingConfirmed, ReadingReported, ReadingReturned } from './event.ts';
import { tooFewAnswers } from './public.ts';
import type { Campaign } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

const absent = (photos: readonly string[], context: Context): readonly Problem[] =>
  photos
    .filter((photo) => !context.photos(photo))
    .map((photo) => problem('submission.photo-unknown', '/photos', { photo: photo.slice(0, 8) }));

const current = (plan: CompiledPlan, unit: string): string => plan.organization.units.get(unit) ?? unit;

/** What the command is about; `undefined` when it names two things. One of several units that report means itself. */
const scopeOf = (command: ReportReading, indicator: CompiledIndicator, own: string): Scope | undefined => {
  const named = (['unit', 'area', 'class', 'grade'] as const).flatMap((kind): Scope[] =>
    command[kind] === undefined ? [] : [{ kind, name: command[kind] }],
  );
  if (named.length > 1) return undefined;
  if (named[0]) return named[0];
  return indicator.reporters.length > 1 && indicator.reporters.includes(own) ? { kind: 'unit', name: own } : { kind: 'whole', name: '' };
};

const checkScope = (indicator: CompiledIndicator, scope: Scope | undefined, command: ReportReading): Outcome<Scope> => {
  const asked = askedScopes(indicator);
  const found = scope && asked.find((one) => one.kind === scope.kind && one.name === scope.name);
  if (found) return { ok: true, value: found, problems: [] };
  const choices = asked
    .map((one) => one.name || '全部')
    .slice(0, 8)
    .join('、');
  return refuse('reading.not-asked', '', {
    indicator: command.indicator,
    found: command.unit ?? command.area ?? command.class ?? command.grade,
    choices: choices || '—',
  });
};

const checkPeriod = (indicator: CompiledIndicator, period: Period, context: Context): readonly Problem[] => {
  const today = dayOf(context.at);
  const params = { indicator: indicator.name, period, example: periodOf(indicator.indicator.reported?.every ?? 'month', today) };
  if (!isItsPeriod(indicator, period)) return [problem('reading.not-a-period', '/period', params)];
  const { last } = daysOf(period);
  return today < last ? [problem('reading.period-not-over', '/period', { ...params, last })] : [];
};

/** A number that comes after its last day for the first time says why: the exception stays on record with its reason. */
const lateProblems = (
  plan: CompiledPlan,
  indicator: CompiledIndicator,
  { period, text }: ReportReading,
  context: Context,
): readonly Problem[] => {
  if (!indicator.within || !isItsPeriod(indicator, period) || text.trim() !== '') return [];
  const due = lastDay(plan.calendar, indicator.within, daysOf(period).last).day;
  return dayOf(context.at) > due ? [problem('reading.late-reason', '/text', { indicator: indicator.name, due })] : [];
};

/** The number itself: two sides for a rate, one for everything else, and never something divided by nothing. */
const readFigure = (indicator: CompiledIndicator, command: ReportReading): Outcome<Figure> => {
  const { value, numerator, denominator } = command;
  const rate = indicator.indicator.rate !== undefined;
  const wrong = refuse('reading.wrong-figure', '', { indicator: indicator.name, detail: rate ? 'rate' : 'value' });
  const fine = [value, numerator, denominator].find((number) => number !== undefined && !fractionOf(number));
  if (fine !== undefined) return refuse('reading.too-fine', '', { found: fine });
  if (!rate && (value === undefined || numerator !== undefined || denominator !== undefined)) return wrong;
  if (!rate && value !== undefined) {
    const { unit, name } = indicator.indicator;
    return value < 0 && addsUp(unit)
      ? refuse('reading.negative', '/value', { indicator: name, unit, found: value })
      : { ok: true, value: { value }, problems: [] };
  }
  if (value !== undefined || numerator === undefined || denominator === undefined) return wrong;
  const impossible = denominator < 0 || numerator < 0 || (denominator === 0 && numerator > 0);
  if (impossible) return refuse('reading.impossible', '/denominator', { numerator, denominator });
  return { ok: true, value: { numerator, denominator }, problems: [] };
};

const checkReporter = (plan: CompiledPlan, indicator: CompiledIndicator, scope: Scope, context: Context): Outcome<string> => {
  const own = current(plan, context.by.unit);
  const may = reportersFor(indicator, scope);
  if (may.includes(own) || context.by.roles.includes('office')) return { ok: true, value: own, problems: [] };
  return refuse('reading.not-your-unit', '', { indicator: indicator.name, by: may.slice(0, 3).join('、'), unit: context.by.unit || '—' });
};

/** A number reported before: the same changes nothing, a confirmed one stays, any other is replaced. */
const again = (before: Reading | undefined, figure: Figure, command: ReportReading): Outcome<readonly Fact[]> | undefined => {
  if (!before || before.state === 'returned') return undefined;
  const last = before.steps.findLast((step) => step.kind === 'reported');
  const same = (what: Pick<ReadingStep, 'figure' | 'text' | 'photos'>) => canonicalText([what.figure, what.text, what.photos]);
  if (last && same(last) === same({ figure, text: command.text, photos: command.photos })) return facts();
  return before.state === 'confirmed'
    ? refuse('reading.already-confirmed', '/period', { indicator: before.indicator, period: before.period })
    : undefined;
};

/** A unit that reports the indicator, or the office, gives the number of a period that is over. */
export const decideReading = (campaign: Campaign, command: ReportReading, context: Context): Outcome<readonly Fact[]> => {
  const plan = planInForce(campaign);
  const indicator = plan?.indicators.get(command.indicator);
  if (!plan || !indicator)
    return refuse('reading.unknown-indicator', '/indicator', {
      indicator: command.indicator,
      near: nearest(command.indicator, plan?.indicators.keys() ?? []),
    });
  if (indicator.indicator.computed) return refuse('reading.computed', '/indicator', { indicator: indicator.name });
  const scope = checkScope(indicator, scopeOf(command, indicator, current(plan, context.by.unit)), command);
  if (!scope.ok) return scope;
  const reporter = checkReporter(plan, indicator, scope.value, context);
  if (!reporter.ok) return reporter;
  const figure = readFigure(indicator, command);
  const problems = [
    ...checkPeriod(indicator, command.period, context),
    ...figure.problems,
    ...tooFewAnswers(plan, indicator.name, command.denominator),
    ...absent(command.photos, context),
  ];
  if (problems.length > 0 || !figure.ok) return { ok: false, problems };
  const { period, text, photos } = command;
  const reading = readingId(indicator.name, period, scope.value);
  const before = campaign.readings.get(reading);
  const seen = again(before, figure.value, command);
  if (seen) return seen;
  const late = before ? [] : lateProblems(plan, indicator, command, context);
  if (late.length > 0) return { ok: false, problems: late };
  return facts({
    type: 'ReadingReported',
    reading,
    indicator: indicator.name,
    scope: scope.value,
    period,
    figure: figure.value,
    day: dayOf(context.at),
    text,
    photos,
  });
};

/**
 * Nobody verifies a number of his own or of his unit. The office that reports itself is the exception: there another
 * of its people does.
 */
const isOwnWork = (reading: Reading, plan: CompiledPlan | undefined, { by }: Context): boolean => {
  const reported = reading.steps.filter((step) => step.kind === 'reported');
  const office = plan && current(plan, plan.plan.organization.body.office);
  const own = plan ? current(plan, by.unit) : by.unit;
  const units = [reported.at(-1)?.by.unit ?? '', ...(reading.scope.kind === 'unit' ? [reading.scope.name] : [])].map((unit) =>
    plan ? current(plan, unit) : unit,
  );
  return reported.some((step) => step.by.account === by.account) || (own !== '' && own !== office && units.includes(own));
};

/** Somebody else confirms a reported number or returns it; a return says why. A confirmed one is locked until it is returned. */
export const decideReadingVerdict = (campaign: Campaign, command: VerifyReading, context: Context): Outcome<readonly Fact[]> => {
  const reading = campaign.readings.get(command.reading);
  if (!reading) return refuse('reading.unknown', '/reading');
  if (isOwnWork(reading, planInForce(campaign), context)) return refuse('reading.own-work', '/reading');
  const unlocks = reading.state === 'confirmed' && !command.passed;
  if (reading.state !== 'reported' && !unlocks) return refuse('reading.wrong-state', '/reading', { state: reading.state });
  const { text, photos } = command;
  const missing = absent(photos, context);
  if (missing.length > 0) return { ok: false, problems: missing };
  if (!command.passed && text.trim() === '') return refuse('reading.reason-missing', '/text');
  return facts({
    type: command.passed ? 'ReadingConfirmed' : 'ReadingReturned',
    reading: reading.id,
    day: dayOf(context.at),
    text,
    photos,
  });
};

/** Takes a fact about a reading in. Throws when the log judges a reading it never reported. */
export const keepReading = (campaign: Campaign, event: Event, fact: ReadingReported | ReadingConfirmed | ReadingReturned): void => {
  const by = { account: event.by.account, name: event.by.name, unit: event.by.unit };
  const { day, text, photos } = fact;
  const before = campaign.readings.get(fact.reading);
  if (fact.type === 'ReadingReported') {
    const { indicator, scope, period, figure } = fact;
    const step: ReadingStep = { kind: 'reported', at: event.at, day, by, figure, text, photos };
    campaign.readings.set(fact.reading, {
      id: fact.reading,
      indicator,
      scope,
      period,
      figure,
      state: 'reported',
      steps: [...(before?.steps ?? []), step],
    });
    return;
  }
  if (!before) throw new Error(`the log judges a reading it never reported: ${fact.reading}`);
  const state = fact.type === 'ReadingConfirmed' ? 'confirmed' : 'returned';
  campaign.readings.set(fact.reading, {
    ...before,
    state,
    steps: [...before.steps, { kind: state, at: event.at, day, by, figure: null, text, photos }],
  });
};
