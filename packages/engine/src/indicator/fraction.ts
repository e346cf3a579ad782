import { decimalOf, roundDivideBig, showDecimal, tens } from '../expression/decimal.ts';

/** A number without any rounding: `over / under`, in lowest terms, `under` positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Decimals an indicator's numbers may have. */
export const mostDecimals = 6;

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** `over / under` in lowest terms. Throws when `under` is zero: whoever divides asks first. */
export const fraction = (over: bigint, under = 1n): Fraction => {
  if (under === 0n) throw new Error('a fraction of nothing');
  const common = divisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
};

export const nothing: Fraction = fraction(0n);

/** The number as written, exactly; `undefined` when it has more than six decimals or is not finite. */
export const fractionOf = (written: number): Fraction | undefined => {
  const read = decimalOf(written, mostDecimals);
  return read && fraction(BigInt(read.units), tens(read.decimals));
};

/** Negative when `a` is less than `b`, zero when they are equal. Compared crosswise, never by dividing. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : Number(left > right);
};

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under);

/** `a` divided by `b`; `undefined` when `b` is zero. */
export const divided = (a: Fraction, b: Fraction): Fraction | undefined =>
  b.over === 0n ? undefined : fraction(a.over * b.under, a.under * b.over);

/** All of them together; zero of none. */
export const sumOf = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, nothing);

/** The least whole number that is not below the fraction. */
export const ceiling = ({ over, under }: Fraction): bigint => -roundDivideBig(-over - (over > 0n ? under - 1n : 0n), under, 'down');

/** Rounded half away from zero to so many decimals, which are all written: 96.0. */
export const roundedTo = ({ over, under }: Fraction, decimals: number): string => {
  const text = showDecimal(roundDivideBig(over * tens(decimals), under, 'half-up'), decimals);
  const [whole = '', rest = ''] = text.split('.');
  return decimals === 0 ? whole : `${whole}.${rest.padEnd(decimals, '0')}`;
};

/** The number as people write it: exact with up to six decimals, rounded to six beyond that. */
export const showFraction = ({ over, under }: Fraction): string =>
  showDecimal(roundDivideBig(over * tens(mostDecimals), under, 'half-up'), mostDecimals);
