import { lastDayOf } from '../calendar/day.ts';
import { readWithin } from '../calendar/within.ts';
import { readRank } from '../consequence/rank.ts';
import { compareFractions, type Fraction, fractionOf } from '../indicator/fraction.ts';
import { boundsOf, readTarget } from '../indicator/target.ts';
import { readBy } from '../phase/by.ts';
import { type Every, readEvery } from '../schedule/every.ts';
import { readSites } from '../schedule/sites.ts';

/** Whether a change asks for more (从严), for less (从宽), or neither can be said. */
export type Weight = 'stricter' | 'looser' | 'neutral';

/**
 * Which way is stricter, as people say it: `higher` and `lower` of points and limits, `raised` of targets and amounts of
 * work, `tighter` of target phrases, `larger` of samples, `more` and `fewer` of lists, `firmer` of words and yes or no.
 */
export type Sense =
  | 'higher'
  | 'lower'
  | 'raised'
  | 'tighter'
  | 'larger'
  | 'earlier'
  | 'later'
  | 'shorter'
  | 'oftener'
  | 'more'
  | 'fewer'
  | 'firmer';

/**
 * Compares two values of one kind: positive when the second is stricter, negative when it is looser, zero when they
 * weigh the same, undefined when that cannot be told.
 */
export interface Order {
  (before: unknown, after: unknown): number | undefined;
  readonly sense: Sense;
}

type Compare = (before: unknown, after: unknown) => number | undefined;

const ordered = (sense: Sense, compare: Compare): Order => Object.assign((a: unknown, b: unknown) => compare(a, b), { sense });
const numbers =
  (compare: (a: number, b: number) => number): Compare =>
  (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? compare(a, b) : undefined;
const texts =
  (compare: (a: string, b: string) => number | undefined): Compare =>
  (a, b) =>
    typeof a === 'string' && typeof b === 'string' ? compare(a, b) : undefined;

const upwards = numbers((a, b) => Math.sign(b - a));

/** More is stricter: points, shares of points. */
export const higher = ordered('higher', upwards);
/** More is stricter: amounts of work that are asked for. */
export const raised = ordered('raised', upwards);
/** More is stricter: how many are drawn. */
export const drawn = ordered('larger', upwards);
/** Less is stricter: a number of times, a base, a cap. */
export const lower = ordered(
  'lower',
  numbers((a, b) => Math.sign(a - b)),
);
/** Yes is stricter than no. */
export const yes = ordered('firmer', (a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? Number(b) - Number(a) : undefined));

const opposites: Readonly<Partial<Record<Sense, Sense>>> = {
  higher: 'lower',
  lower: 'higher',
  more: 'fewer',
  fewer: 'more',
  earlier: 'later',
  later: 'earlier',
};
/** The sense of an order the other way round. */
export const opposite = (sense: Sense): Sense => opposites[sense] ?? sense;
/** The same order the other way round. */
export const turned = (order: Order): Order => ordered(opposite(order.sense), (a, b) => order(b, a));
/** From the loosest word to the strictest. */
export const ladder = (...words: readonly string[]): Order =>
  ordered(
    'firmer',
    texts((a, b) => (words.includes(a) && words.includes(b) ? Math.sign(words.indexOf(b) - words.indexOf(a)) : undefined)),
  );

/** An earlier last day is stricter; a day, month or year ends on its last day; `long-term` never does. */
export const earlier = ordered(
  'earlier',
  texts((a, b) => {
    const [first, second] = [a, b].map((text) => (/^\d{4}/.test(text) ? lastDayOf(text) : '9999-12-31'));
    if (first === undefined || second === undefined) return undefined;
    return first === second ? 0 : second < first ? 1 : -1;
  }),
);
/** A later first day is stricter: nothing begins before the upper level lets it. */
export const later = turned(earlier);

/** More names, items or conditions are stricter; where some came and some went, that cannot be told. */
export const superset = ordered('more', (a, b) => {
  if (!Array.isArray(a) || !Array.isArray(b)) return undefined;
  const [before, after] = [new Set<unknown>(a), new Set<unknown>(b)];
  const [came, went] = [[...after].some((one) => !before.has(one)), [...before].some((one) => !after.has(one))];
  return came && went ? undefined : Number(came) - Number(went);
});

/** A shorter time is stricter. `n` days are never longer than `n` workdays; other clocks are compared with themselves only. */
export const shorter = ordered(
  'shorter',
  texts((a, b) => {
    const [before, after] = [readWithin(a), readWithin(b)];
    if (!before || !after) return undefined;
    if (before.unit === after.unit) return Math.sign(before.amount - after.amount);
    if (before.unit === 'workdays' && after.unit === 'days') return after.amount <= before.amount ? 1 : undefined;
    return before.unit === 'days' && after.unit === 'workdays' && before.amount <= after.amount ? -1 : undefined;
  }),
);

/** An earlier deadline of a milestone: days with days, the same clock from the same end of the phase with itself. */
export const sooner = ordered(
  'earlier',
  texts((a, b) => {
    const [before, after] = [readBy(a), readBy(b)];
    if (before?.kind === 'day' && after?.kind === 'day') return earlier(before.day, after.day);
    if (!before || !after || before.kind === 'day' || after.kind === 'day') return undefined;
    if (before.kind !== after.kind || before.unit !== after.unit) return undefined;
    return before.kind === 'after-start' ? Math.sign(before.amount - after.amount) : Math.sign(after.amount - before.amount);
  }),
);

const perYear = { week: 365 / 7, 'ten-days': 36, month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;

/** How many times a year something recurs; undefined for once and for each phase, which no year counts. */
export const timesAYear = (every: Every): number | undefined => {
  if (every.kind === 'daily') return every.workdays ? 250 : 365;
  if (every.kind === 'once' || every.stretch === 'phase') return undefined;
  const points =
    every.kind === 'in'
      ? 1
      : every.point.kind === 'days'
        ? every.point.days.length
        : every.point.kind === 'weekdays'
          ? every.point.weekdays.length
          : 1;
  return (perYear[every.stretch] / every.step) * points;
};

/** More often is stricter; any recurrence is more often than once. On which day of its stretch it falls weighs nothing. */
export const oftener = ordered(
  'oftener',
  texts((a, b) => {
    const [before, after] = [readEvery(a), readEvery(b)];
    if (!before || !after) return undefined;
    if (before.kind === 'once' && after.kind === 'once') return Math.sign(after.days.length - before.days.length) || undefined;
    if (before.kind === 'once' || after.kind === 'once') return before.kind === 'once' ? 1 : -1;
    const [first, second] = [timesAYear(before), timesAYear(after)];
    return first === undefined || second === undefined ? undefined : Math.sign(second - first);
  }),
);
/** The stretches a number is reported for, from the longest. */
export const periods = ordered('oftener', ladder('year', 'half-year', 'quarter', 'month', 'ten-days', 'week'));

/** A larger sample is stricter, all the largest; samples drawn in different ways are not compared. */
export const larger = ordered(
  'larger',
  texts((a, b) => {
    const [before, after] = [readSites(a), readSites(b)];
    if (!before || !after) return undefined;
    if (before.kind === 'all' || after.kind === 'all') return Number(after.kind === 'all') - Number(before.kind === 'all');
    return before.by === after.by && before.unit === after.unit ? Math.sign(after.amount - before.amount) : undefined;
  }),
);

/** More places of a ranking, counted from the same end. */
export const deeper = ordered(
  'firmer',
  texts((a, b) => {
    const [before, after] = [readRank(a), readRank(b)];
    return before && after && before.end === after.end ? Math.sign(after.n - before.n) : undefined;
  }),
);

const side = (before: Fraction | null, after: Fraction | null, towards: 1 | -1): number => {
  if (before === null || after === null) return Number(after !== null) - Number(before !== null);
  return compareFractions(after, before) * towards;
};

/**
 * A target that leaves fewer values: a higher “at least”, a lower “at most”, a narrower range. Changes from a baseline
 * are compared with each other, taken from the same one.
 */
export const tighter = ordered(
  'tighter',
  texts((a, b) => {
    const [before, after] = [readTarget(a), readTarget(b)];
    if (!before || !after || (before.kind === 'change') !== (after.kind === 'change')) return undefined;
    if (before.kind === 'change' && after.kind === 'change' && before.percent !== after.percent) return undefined;
    const [first, second] = [before, after].map((phrase) => boundsOf(phrase, fractionOf(100)));
    if (!first || !second) return undefined;
    const [low, high] = [side(first.low, second.low, 1), side(first.high, second.high, -1)];
    return low * high < 0 ? undefined : Math.sign(low + high);
  }),
);
