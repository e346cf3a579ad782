import { type Fraction, fractionOf, mostDecimals, roundedTo, showFraction } from './fraction.ts';
import type { IndicatorState } from './status.ts';
import { type Bounds, meets } from './target.ts';

type Language = 'zh' | 'en';

const looksTrue = (value: Fraction, shown: string, bounds: Bounds): boolean => {
  const rounded = fractionOf(Number(shown));
  return rounded !== undefined && meets(value, bounds) === meets(rounded, bounds);
};

/**
 * A rate as people read it: one decimal (19,069 of 19,861 is `96.0`), or as many more as are needed so that it does
 * not look met when it is not: 99.96 against at least 100 is never shown as `100.0`.
 */
export const showRate = (value: Fraction, bounds: Bounds): string => {
  for (let decimals = 1; decimals < mostDecimals; decimals++) {
    const shown = roundedTo(value, decimals);
    if (looksTrue(value, shown, bounds)) return shown;
  }
  return roundedTo(value, mostDecimals);
};

/** A value as people read it: rates by `showRate`, amounts exactly. */
export const showValue = (value: Fraction, rate: boolean, bounds: Bounds): string => (rate ? showRate(value, bounds) : showFraction(value));

const zh: Readonly<Record<IndicatorState, string>> = {
  'no-data': '无数据',
  early: '超前',
  'on-course': '正常',
  behind: '滞后',
  reached: '已达到',
  late: '逾期达到',
  missed: '未达到',
};
const en: Readonly<Record<IndicatorState, string>> = {
  'no-data': 'no data',
  early: 'early',
  'on-course': 'on course',
  behind: 'behind',
  reached: 'reached',
  late: 'reached late',
  missed: 'missed',
};

/** Where an indicator stands, in a word. */
export const sayState = (state: IndicatorState, language: Language): string => (language === 'zh' ? zh : en)[state];
