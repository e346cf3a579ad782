/** A decimal as a whole number of units of its last decimal: `-0.25` is `{ units: -25, decimals: 2 }`. */
export interface Decimal {
  readonly units: number;
  readonly decimals: number;
}

const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** Below this, a number times a power of ten is off by less than half a unit. */
const surely = 2 ** 50;

/** From the digits of the shortest text. */
const fromText = (value: number, most: number): Decimal | undefined => {
  const parts = written.exec(String(value));
  if (!parts) return undefined;
  const fraction = parts[3] ?? '';
  const decimals = Math.max(0, fraction.length - Number(parts[4] ?? 0));
  if (decimals > most) return undefined;
  const units = Math.round(value * 10 ** decimals);
  return Number.isSafeInteger(units) && units / 10 ** decimals === value ? { units, decimals } : undefined;
};

/**
 * The decimal a number was written as: the one with fewest digits that reads as this number, and not its binary value.
 * `undefined` when it is not finite, needs more than `most` decimals, or has more digits than a double keeps.
 */
export const decimalOf = (value: number, most: number): Decimal | undefined => {
  if (Number.isSafeInteger(value)) return { units: value + 0, decimals: 0 };
  for (let decimals = 1, factor = 10; decimals <= most; decimals++, factor *= 10) {
    const scaled = value * factor;
    if (!(scaled < surely && scaled > -surely)) return fromText(value, most);
    const units = Math.round(scaled);
    if (units / factor === value) return { units, decimals };
  }
  return fromText(value, most);
};

/** Ten to the power `n` as a whole number of any size. */
export const tens = (n: number): bigint => 10n ** BigInt(n);

/** A number as people write it, without trailing zeros: 94500 with 3 decimals is `94.5`. */
export const showDecimal = (units: bigint | number, decimals: number): string => {
  const value = BigInt(units);
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals ? digits.slice(-decimals).replace(/0+$/, '') : '';
  return `${value < 0n ? '-' : ''}${whole}${fraction && '.'}${fraction}`;
};

/** The double nearest to the decimal: what a JSON number would read as. */
export const numberOf = (units: bigint | number, decimals: number): number =>
  typeof units === 'number' && decimals <= 22 ? units / 10 ** decimals : Number(showDecimal(units, decimals));

/** How a division is rounded. 四舍五入, 四舍六入五成双, 舍去 (toward zero), 进一 (away from zero). */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

export const roundings: readonly Rounding[] = ['half-up', 'half-even', 'down', 'up'];

/** `over / under` rounded to a whole number. Exact while both are below 2^52. `under` is not zero. */
export const roundDivide = (over: number, under: number, rounding: Rounding): number => {
  const rest = over % under;
  const whole = (over - rest) / under;
  if (rest === 0 || rounding === 'down') return whole + 0;
  const away = over < 0 === under < 0 ? 1 : -1;
  if (rounding === 'up') return whole + away;
  const twice = Math.abs(rest) * 2;
  const size = Math.abs(under);
  if (twice === size && rounding === 'half-even') return whole % 2 === 0 ? whole + 0 : whole + away;
  return twice >= size ? whole + away : whole + 0;
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** The same for whole numbers of any size. */
export const roundDivideBig = (over: bigint, under: bigint, rounding: Rounding): bigint => {
  const rest = over % under;
  const whole = over / under;
  if (rest === 0n || rounding === 'down') return whole;
  const away = over < 0n === under < 0n ? 1n : -1n;
  if (rounding === 'up') return whole + away;
  const twice = magnitude(rest) * 2n;
  const size = magnitude(under);
  if (twice === size && rounding === 'half-even') return whole % 2n === 0n ? whole : whole + away;
  return twice >= size ? whole + away : whole;
};
