import { type Period, periodBefore } from '../calendar/period.ts';
import { compareFractions, divided, type Fraction, fraction, fractionOf, minus, nothing, roundedTo, times } from './fraction.ts';
import type { Figure, Reading, Scope } from './reading.ts';

/** From which difference to last time, as a part of it, a number is asked about again. */
const asked = fraction(30n, 100n);

const exact = (written: number): Fraction => fractionOf(written) ?? nothing;

const sizeOf = (figure: Figure): Fraction | undefined =>
  figure.value === undefined ? divided(exact(figure.numerator), exact(figure.denominator)) : exact(figure.value);

/** How much the one is more than nothing, whichever way. */
const size = (of: Fraction): Fraction => (of.over < 0n ? minus(nothing, of) : of);

/**
 * How far a number lies from last time, in whole per cent, when that is far enough to ask about (more than thirty); else
 * nothing, also where there was none last time, or zero.
 */
export const jumpFrom = (last: Figure | undefined, next: Figure): number | undefined => {
  const [before, after] = [last && sizeOf(last), sizeOf(next)];
  const part = before && after && divided(size(minus(after, before)), size(before));
  return part && compareFractions(part, asked) > 0 ? Number(roundedTo(times(part, fraction(100n)), 0)) : undefined;
};

/** The number of the period before for the same scope, if it was reported and not returned. */
export const lastReading = (
  readings: Iterable<Reading>,
  { indicator, period, scope }: { readonly indicator: string; readonly period: Period; readonly scope: Scope },
): Reading | undefined => {
  const before = periodBefore(period);
  for (const one of readings)
    if (
      one.indicator === indicator &&
      one.period === before &&
      one.scope.kind === scope.kind &&
      one.scope.name === scope.name &&
      one.state !== 'returned'
    )
      return one;
  return undefined;
};
