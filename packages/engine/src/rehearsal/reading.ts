import { addDays, type Day, daysBetween, earlier, later } from '../calendar/day.ts';
import { daysOf, type Period, periodAfter, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import type { Command, ReportReading } from '../campaign/command.ts';
import type { ReadingReported, ReadingReturned } from '../campaign/event.ts';
import { askedScopes, reportersFor } from '../indicator/asked.ts';
import type { CompiledIndicator, CompiledTarget } from '../indicator/compile.ts';
import type { Fraction } from '../indicator/fraction.ts';
import { readingId, type Scope } from '../indicator/reading.ts';
import type { Luck } from './luck.ts';
import { type Intent, momentIn, type World } from './world.ts';

/** What is reported: which number, of what, for when. */
interface Asked {
  readonly indicator: CompiledIndicator;
  readonly scope: Scope;
  readonly period: Period;
}

const numberOf = ({ over, under }: Fraction): number => Number(over) / Number(under);

/** The target a scope is reported for: its own, else one of the whole. */
const targetFor = ({ indicator, scope }: Asked): CompiledTarget | undefined =>
  indicator.targets.find(
    (target) =>
      (target.scope.kind === scope.kind && target.scope.name === scope.name) ||
      target.each.includes(scope.name) ||
      target.shares.has(scope.name),
  ) ?? indicator.targets[0];

/** What the scope has to come to, in the indicator's unit; 100 where the plan names no number. */
const goalOf = (asked: Asked, target: CompiledTarget | undefined): number => {
  const share = target?.shares.get(asked.scope.name);
  if (share) return numberOf(share);
  const bound = target?.low ?? target?.high;
  const goal = bound ? numberOf(bound) : 100;
  const summed = asked.scope.kind === 'unit' && asked.indicator.indicator.rate === undefined && !target?.each.includes(asked.scope.name);
  return summed ? goal / Math.max(1, asked.indicator.reporters.length) : goal;
};

const clamped = (share: number): number => Math.min(1, Math.max(0, share));

/** How much of the way lies behind the end of the period, and how much of it is the period's own. */
const wayOf = (asked: Asked, target: CompiledTarget | undefined, world: World): { readonly sofar: number; readonly own: number } => {
  const { first, last } = daysOf(asked.period);
  const yearly = target?.target.per !== 'cumulative';
  const from = yearly ? `${last.slice(0, 4)}-01-01` : (target?.baseline?.day ?? world.plan.from);
  const to = yearly ? `${last.slice(0, 4)}-12-31` : (target?.due ?? addDays(from, 365));
  const whole = Math.max(1, daysBetween(from, to) + 1);
  const sofar = clamped((daysBetween(from, last) + 1) / whole);
  return { sofar, own: clamped((daysBetween(later(first, from), last) + 1) / whole) };
};

/** A number people would write: whole when the goal is a large whole number, else with up to two decimals. */
const tidy = (value: number, goal: number): number => {
  const bounded = Math.min(999_999_999, Math.max(-999_999_999, value));
  return Number.isInteger(goal) && Math.abs(goal) >= 20 ? Math.round(bounded) : Number(`${Math.round(bounded * 100)}e-2`);
};

const amountOf = (asked: Asked, world: World, pace: number): number => {
  const target = targetFor(asked);
  const goal = goalOf(asked, target);
  const covers = asked.indicator.indicator.reported?.covers;
  if (target?.target.per === 'every-reading') return tidy(goal * (target.low ? Math.min(1.02, 0.01 + pace) : 2 - pace), goal);
  const { sofar, own } = wayOf(asked, target, world);
  if (covers === 'period') return tidy(goal * own * pace, goal);
  const start = covers === 'all' && target?.baseline ? numberOf(target.baseline.value) : 0;
  return tidy(start + (goal - start) * sofar * pace, goal);
};

const figureOf = (asked: Asked, world: World, luck: Luck): Pick<ReportReading, 'value' | 'numerator' | 'denominator'> => {
  const { paceLeast, paceMost } = world.habits;
  const steady = world.luck(`pace ${asked.indicator.name} ${asked.scope.name}`);
  const pace = paceLeast + steady.share() * (paceMost - paceLeast) + (luck.share() - 0.5) * 0.04;
  if (!asked.indicator.indicator.rate) return { value: amountOf(asked, world, pace) };
  const target = targetFor(asked);
  const share = goalOf(asked, target) / numberOf(asked.indicator.whole);
  const denominator = luck.whole(120, 2400);
  const numerator = Math.round(denominator * (share <= 1 ? Math.min(1, share * (target?.low ? pace : 2 - pace)) : share * pace));
  return { numerator: Math.min(999_999_999, Math.max(0, numerator)), denominator };
};

/** A number somebody mistyped by a digit. */
const mistyped = (figure: ReturnType<typeof figureOf>): ReturnType<typeof figureOf> =>
  figure.value === undefined
    ? { ...figure, denominator: (figure.denominator ?? 0) * 10 }
    : { value: Math.abs(figure.value) < 1e7 ? Number(`${Math.round(figure.value * 100) * 10}e-2`) : 0 };

const reportOn = (world: World, asked: Asked, day: Day, wrong: boolean): Intent => ({
  day,
  act: () => {
    const { indicator, scope, period } = asked;
    const figure = figureOf(asked, world, world.luck(`figure ${readingId(indicator.name, period, scope)}`));
    const [reporter] = reportersFor(indicator, scope);
    const by = reporter === undefined ? world.people.clerk : world.people.unit(reporter);
    const named = scope.kind === 'whole' ? {} : { [scope.kind]: scope.name };
    const text = wrong ? '按台账填报。' : '按台账填报，已核对。';
    const command: Command = {
      type: 'ReportReading',
      indicator: indicator.name,
      ...named,
      period,
      ...(wrong ? mistyped(figure) : figure),
      text,
      photos: [],
    };
    const at = momentIn(day, [9, 12], world.luck(`hour ${indicator.name} ${scope.name} ${day}`));
    return [{ at, by, command }];
  },
});

/** Whether the first number reported for a period is mistyped. */
const isWrong = (world: World, reading: string): boolean => world.luck(`wrong ${reading}`).likely(world.habits.wrongReadings);

const firstReport = (world: World, asked: Asked): readonly Intent[] => {
  const { lateReadings, missedReadings } = world.habits;
  const { last } = daysOf(asked.period);
  const reading = readingId(asked.indicator.name, asked.period, asked.scope);
  const luck = world.luck(`report ${reading}`);
  const fate = luck.share();
  if (fate < missedReadings) return [];
  const due = asked.indicator.within ? lastDay(world.plan.calendar, asked.indicator.within, last).day : addDays(last, 5);
  const inTime = later(addDays(last, 1), earlier(due, addDays(last, luck.whole(1, 4))));
  const day = fate < missedReadings + lateReadings ? addDays(due, luck.whole(1, 6)) : inTime;
  return day > world.to ? [] : [reportOn(world, asked, day, isWrong(world, reading))];
};

const periodsOf = (indicator: CompiledIndicator, world: World): readonly Period[] => {
  const { reported } = indicator.indicator;
  if (!reported) return [];
  const periods: Period[] = [];
  for (let period = periodOf(reported.every, world.from); daysOf(period).last < world.to; period = periodAfter(period))
    periods.push(period);
  return periods;
};

/** The numbers that will be reported. */
export const reportsOf = (world: World): readonly Intent[] =>
  [...world.plan.indicators.values()].flatMap((indicator) =>
    periodsOf(indicator, world).flatMap((period) =>
      askedScopes(indicator).flatMap((scope) => firstReport(world, { indicator, scope, period })),
    ),
  );

/** Somebody of the office confirms a number, or returns one that was mistyped. */
export const afterReport = (world: World, { reading: id, day: reported }: ReadingReported): readonly Intent[] => {
  const luck = world.luck(`confirm ${id} ${reported}`);
  const day = addDays(reported, luck.whole(1, 3));
  return [
    {
      day,
      act: (now) => {
        const reading = now.readings.get(id);
        if (reading?.state !== 'reported') return [];
        const passed = reading.steps.length > 1 || !isWrong(world, id);
        const text = passed ? '与台账一致。' : '与上期相差过大，请核对后重报。';
        return [
          {
            at: momentIn(day, [14, 17], luck),
            by: world.people.head,
            command: { type: 'VerifyReading', reading: id, passed, text, photos: [] },
          },
        ];
      },
    },
  ];
};

/** A returned number is reported anew the next day. */
export const afterReadingReturn = (world: World, { reading: id, day }: ReadingReturned): readonly Intent[] => [
  {
    day: addDays(day, 1),
    act: (now) => {
      const reading = now.readings.get(id);
      const indicator = reading && world.plan.indicators.get(reading.indicator);
      if (!reading || !indicator || reading.state !== 'returned') return [];
      return reportOn(world, { indicator, scope: reading.scope, period: reading.period }, addDays(day, 1), false).act(now);
    },
  },
];
