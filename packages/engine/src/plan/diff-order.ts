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
 * Compares two values of one kind: positive when the second is stricter, negative when it is looser, zero when they
 * weigh the same or cannot be compared.
 */
export type Order = (before: unknown, after: unknown) => number;

const numbers =
  (compare: (a: number, b: number) => number): Order =>
  (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? compare(a, b) : 0;
const texts =
  (compare: (a: string, b: string) => number): Order =>
  (a, b) =>
    typeof a === 'string' && typeof b === 'string' ? compare(a, b) : 0;

/** More is stricter: points, targets, amounts of work. */
export const higher = numbers((a, b) => Math.sign(b - a));
/** Less is stricter: a number of times, a base, a cap. */
export const lower = numbers((a, b) => Math.sign(a - b));
/** Yes is stricter than no. */
export const yes: Order = (a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? Number(b) - Number(a) : 0);
/** The same order the other way round. */
export const turned =
  (order: Order): Order =>
  (a, b) =>
    order(b, a);
/** From the loosest word to the strictest. */
export const ladder = (...words: readonly string[]): Order =>
  texts((a, b) => (words.includes(a) && words.includes(b) ? Math.sign(words.indexOf(b) - words.indexOf(a)) : 0));

/** An earlier last day is stricter; a day, month or year ends on its last day; `long-term` never does. */
export const earlier = texts((a, b) => {
  const [first, second] = [a, b].map((text) => (/^\d{4}/.test(text) ? lastDayOf(text) : '9999-12-31'));
  return first === undefined || second === undefined || first === second ? 0 : second < first ? 1 : -1;
});

/** More names, items or conditions are stricter; where some came and some went, neither. */
export const superset: Order = (a, b) => {
  if (!Array.isArray(a) || !Array.isArray(b)) return 0;
  const [before, after] = [new Set<unknown>(a), new Set<unknown>(b)];
  const [came, went] = [[...after].some((one) => !before.has(one)), [...before].some((one) => !after.has(one))];
  return came === went ? 0 : came ? 1 : -1;
};

/** A shorter time is stricter. `n` days are never longer than `n` workdays; other clocks are compared with themselves only. */
export const shorter = texts((a, b) => {
  const [before, after] = [readWithin(a), readWithin(b)];
  if (!before || !after) return 0;
  if (before.unit === after.unit) return Math.sign(before.amount - after.amount);
  if (before.unit === 'workdays' && after.unit === 'days') return after.amount <= before.amount ? 1 : 0;
  return before.unit === 'days' && after.unit === 'workdays' && before.amount <= after.amount ? -1 : 0;
});

/** An earlier deadline of a milestone: days with days, the same clock from the same end of the phase with itself. */
export const sooner = texts((a, b) => {
  const [before, after] = [readBy(a), readBy(b)];
  if (before?.kind === 'day' && after?.kind === 'day') return earlier(before.day, after.day);
  if (!before || !after || before.kind === 'day' || after.kind === 'day' || before.kind !== after.kind || before.unit !== after.unit)
    return 0;
  return before.kind === 'after-start' ? Math.sign(before.amount - after.amount) : Math.sign(after.amount - before.amount);
});

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

/** More often is stricter; any recurrence is more often than once. */
export const oftener = texts((a, b) => {
  const [before, after] = [readEvery(a), readEvery(b)];
  if (!before || !after) return 0;
  if (before.kind === 'once' && after.kind === 'once') return Math.sign(after.days.length - before.days.length);
  if (before.kind === 'once' || after.kind === 'once') return before.kind === 'once' ? 1 : -1;
  const [first, second] = [timesAYear(before), timesAYear(after)];
  return first === undefined || second === undefined ? 0 : Math.sign(second - first);
});

/** A larger sample is stricter, all the largest; samples drawn in different ways are not compared. */
export const larger = texts((a, b) => {
  const [before, after] = [readSites(a), readSites(b)];
  if (!before || !after) return 0;
  if (before.kind === 'all' || after.kind === 'all') return Number(after.kind === 'all') - Number(before.kind === 'all');
  return before.by === after.by && before.unit === after.unit ? Math.sign(after.amount - before.amount) : 0;
});

/** More places of a ranking, counted from the same end. */
export const deeper = texts((a, b) => {
  const [before, after] = [readRank(a), readRank(b)];
  return before && after && before.end === after.end ? Math.sign(after.n - before.n) : 0;
});

const side = (before: Fraction | null, after: Fraction | null, towards: 1 | -1): number => {
  if (before === null || after === null) return Number(after !== null) - Number(before !== null);
  return compareFractions(after, before) * towards;
};

/**
 * A target that leaves fewer values: a higher “at least”, a lower “at most”, a narrower range. Changes from a baseline
 * are compared with each other, taken from the same one.
 */
export const tighter = texts((a, b) => {
  const [before, after] = [readTarget(a), readTarget(b)];
  if (!before || !after || (before.kind === 'change') !== (after.kind === 'change')) return 0;
  if (before.kind === 'change' && after.kind === 'change' && before.percent !== after.percent) return 0;
  const [first, second] = [before, after].map((phrase) => boundsOf(phrase, fractionOf(100)));
  if (!first || !second) return 0;
  const [low, high] = [side(first.low, second.low, 1), side(first.high, second.high, -1)];
  return low * high < 0 ? 0 : Math.sign(low + high);
});
