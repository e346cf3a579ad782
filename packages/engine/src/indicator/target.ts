import { compareFractions, divided, type Fraction, fractionOf, minus, plus, times } from './fraction.ts';

/** How a value is held against a bound: 不低于, 不高于, 等于. */
export type Comparator = 'at least' | 'at most' | 'exactly';

/**
 * The read form of a `target` phrase. Numbers are in the unit of the indicator. A `change` counts from the baseline:
 * `amount` units, or per cent of the baseline when `percent`; `below` counts downwards, so that `at least 7 below`
 * means a fall by 7 or more.
 */
export type TargetPhrase =
  | { readonly kind: 'value'; readonly comparator: Comparator; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'ratio'; readonly comparator: Comparator; readonly left: number; readonly right: number }
  | {
      readonly kind: 'change';
      readonly comparator: Comparator;
      readonly amount: number;
      readonly percent: boolean;
      readonly direction: 'above' | 'below';
    };

/** The values that meet a target: from `low` to `high`, both inclusive; null where there is no bound. */
export interface Bounds {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

const number = '(\\d{1,10}(?:\\.\\d{1,6})?)';
const bound = '(at least|at most|exactly)';
const forms = {
  value: new RegExp(`^${bound} ${number}$`),
  range: new RegExp(`^${number} to ${number}$`),
  ratio: new RegExp(`^${bound} ${number}:${number}$`),
  change: new RegExp(`^${bound} ${number}(%?) (above|below) baseline$`),
};

/**
 * Reads `at least 95`, `at most 9`, `exactly 100`, `5 to 8`, `at least 1:3`, `at most 0 above baseline`,
 * `at least 7% above baseline`. `undefined` for anything else, a bare number too: how it is compared must be said.
 */
export const readTarget = (phrase: string): TargetPhrase | undefined => {
  const value = forms.value.exec(phrase);
  if (value) return { kind: 'value', comparator: value[1] as Comparator, value: Number(value[2]) };
  const range = forms.range.exec(phrase);
  if (range) return { kind: 'range', low: Number(range[1]), high: Number(range[2]) };
  const ratio = forms.ratio.exec(phrase);
  if (ratio)
    return Number(ratio[3]) === 0
      ? undefined
      : { kind: 'ratio', comparator: ratio[1] as Comparator, left: Number(ratio[2]), right: Number(ratio[3]) };
  const change = forms.change.exec(phrase);
  if (!change) return undefined;
  const direction = change[4] as 'above' | 'below';
  return { kind: 'change', comparator: change[1] as Comparator, amount: Number(change[2]), percent: change[3] === '%', direction };
};

/** The phrase that says it. */
export const writeTarget = (target: TargetPhrase): string => {
  switch (target.kind) {
    case 'value':
      return `${target.comparator} ${target.value}`;
    case 'range':
      return `${target.low} to ${target.high}`;
    case 'ratio':
      return `${target.comparator} ${target.left}:${target.right}`;
    case 'change':
      return `${target.comparator} ${target.amount}${target.percent ? '%' : ''} ${target.direction} baseline`;
  }
};

/** True for a number that says nothing of how it is compared, such as `95`. */
export const isBare = (phrase: string): boolean => new RegExp(`^${number} ?(%|‰)?$`).test(phrase);

const compared = (comparator: Comparator, value: Fraction): Bounds => ({
  low: comparator === 'at most' ? null : value,
  high: comparator === 'at least' ? null : value,
});

const exact = (written: number): Fraction => fractionOf(written) ?? { over: 0n, under: 1n };

const changed = (phrase: Extract<TargetPhrase, { kind: 'change' }>, baseline: Fraction): Bounds => {
  const amount = exact(phrase.amount);
  const whole = baseline.over < 0n ? minus(exact(0), baseline) : baseline;
  const size = phrase.percent ? times(whole, times(amount, exact(0.01))) : amount;
  if (phrase.direction === 'above') return compared(phrase.comparator, plus(baseline, size));
  const turned: Readonly<Record<Comparator, Comparator>> = { 'at least': 'at most', 'at most': 'at least', exactly: 'exactly' };
  return compared(turned[phrase.comparator], minus(baseline, size));
};

/** The values that meet a target, in the unit of the indicator. `undefined` for a change from a baseline that is not there. */
export const boundsOf = (phrase: TargetPhrase, baseline: Fraction | undefined): Bounds | undefined => {
  switch (phrase.kind) {
    case 'value':
      return compared(phrase.comparator, exact(phrase.value));
    case 'range':
      return { low: exact(phrase.low), high: exact(phrase.high) };
    case 'ratio':
      return compared(phrase.comparator, divided(exact(phrase.left), exact(phrase.right)) ?? exact(0));
    case 'change':
      return baseline && changed(phrase, baseline);
  }
};

/** True for a value inside the bounds. */
export const meets = (value: Fraction, { low, high }: Bounds): boolean =>
  (low === null || compareFractions(value, low) >= 0) && (high === null || compareFractions(value, high) <= 0);
