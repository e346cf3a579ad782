import { decimalOf, type Rounding, roundDivideBig, tens } from './decimal.ts';

/** An exact fraction; `under` is above zero. Only the second opinion computes with it. */
export class Fraction {
  readonly over: bigint;
  readonly under: bigint;

  constructor(over: bigint, under: bigint) {
    this.over = under < 0n ? -over : over;
    this.under = under < 0n ? -under : under;
  }
}

/** The fraction a number was written as; `undefined` when it is none. */
export const fractionOf = (value: unknown): Fraction | undefined => {
  if (value instanceof Fraction) return value;
  const decimal = typeof value === 'number' ? decimalOf(value, 30) : undefined;
  return decimal && new Fraction(BigInt(decimal.units), tens(decimal.decimals));
};

const both = (a: unknown, b: unknown): readonly [Fraction, Fraction] | undefined => {
  const [x, y] = [fractionOf(a), fractionOf(b)];
  return x && y ? [x, y] : undefined;
};

const computed =
  (take: (a: Fraction, b: Fraction) => Fraction) =>
  (a: unknown, b: unknown): unknown => {
    const pair = both(a, b);
    return pair ? take(...pair) : null;
  };

export const plus = computed((a, b) => new Fraction(a.over * b.under + b.over * a.under, a.under * b.under));
export const minus = computed((a, b) => new Fraction(a.over * b.under - b.over * a.under, a.under * b.under));
export const times = computed((a, b) => new Fraction(a.over * b.over, a.under * b.under));
export const over = computed((a, b) => new Fraction(a.over * b.under, a.under * b.over));
export const rest = computed((a, b) => new Fraction((a.over * b.under) % (b.over * a.under), a.under * b.under));

/** Negative, zero or positive as `a` is below, equal to or above `b`; texts by their order. */
export const signOf = (a: unknown, b: unknown): number => {
  const pair = both(a, b);
  const [x, y] = pair ? [pair[0].over * pair[1].under, pair[1].over * pair[0].under] : [a as string, b as string];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The fraction rounded to so many decimals. */
export const rounded = (value: unknown, decimals: number, rounding: Rounding): unknown => {
  const fraction = fractionOf(value);
  return fraction ? new Fraction(roundDivideBig(fraction.over * tens(decimals), fraction.under, rounding), tens(decimals)) : null;
};

/** The fraction that a decimal written out stands for; `undefined` for any other text. */
export const fractionFrom = (text: string): Fraction | undefined => {
  const parts = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const decimals = parts[2] ?? '';
  return new Fraction(BigInt(`${parts[1]}${decimals}`), tens(decimals.length));
};

/** True when both are the same fraction. */
export const isSame = (a: Fraction, b: Fraction): boolean => a.over * b.under === b.over * a.under;

/** The double nearest to a fraction, within a few of its last digits. */
export const toNumber = (value: unknown): unknown =>
  value instanceof Fraction ? Number((value.over * 10n ** 20n) / value.under) / 1e20 : value;
