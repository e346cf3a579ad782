import { type Fraction, fraction } from './fraction.ts';

const per: readonly (readonly [RegExp, bigint])[] = [
  [/^[%％]$/, 100n],
  [/^‰$/, 1000n],
  [/^‱$/, 10_000n],
];

/** What a rate of one whole is in the unit: 100 for %, 1000 for ‰, which is never turned into %; else 1. */
export const wholeIn = (unit: string): Fraction => fraction(per.find(([form]) => form.test(unit))?.[1] ?? 1n);

/** True for %, ‰ and ‱. */
export const isPart = (unit: string): boolean => per.some(([form]) => form.test(unit));

/** True for 倍 and 比: a ratio of two things. */
export const isTimes = (unit: string): boolean => /^(倍|比|比例|times|ratio|:|：)$/.test(unit);

/** True for a unit whose numbers can be added up: neither a share nor so much of one thing for each of another. */
export const addsUp = (unit: string): boolean => !isPart(unit) && !isTimes(unit) && !/[/／]|率$/.test(unit);

/** True for things that are counted one by one. */
export const isCounted = (unit: string): boolean => /^(个|座|条|户|件|处|场|次|人|名|辆|家|项|起|所|台|块|栋|人次|户次)$/.test(unit);
