import { type Day, daysBetween, type TargetView } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { fill, type Language } from '../../shared/language.ts';
import { indicatorWords } from './words.ts';

/** A decimal text with one decimal at most, for reading; the exact one stays in the data. */
export const brief = (text: string): string => {
  const value = Number(text);
  return Number.isInteger(value) ? String(value) : value.toFixed(1).replace(/\.0$/, '');
};

/** A number with its unit: 96.0 %, 12 公里. */
export const withUnit = (text: string, unit: string): string => `${text} ${unit}`;

/** What has to be reached, in words: 至少 95 %, 至多 5 处, 5 至 8 %. */
export const sayBounds = ({ low, high }: Pick<TargetView, 'low' | 'high'>, unit: string, language: Language): string => {
  const words = indicatorWords[language];
  if (low !== null && high !== null)
    return low === high ? withUnit(brief(low), unit) : fill(words.between, { low: brief(low), high: withUnit(brief(high), unit) });
  if (low !== null) return fill(words.atLeast, { amount: withUnit(brief(low), unit) });
  return fill(words.atMost, { amount: withUnit(brief(high ?? ''), unit) });
};

/**
 * What today's pace comes to at the deadline, in one sentence: when the target is met and how far from the deadline that
 * is, or that it is not met. Says so where there is nothing to reckon from.
 */
export const sayForecast = (view: TargetView, unit: string, today: Day, language: Language): string => {
  const words = indicatorWords[language];
  const { state, due, reaches, forecast, value } = view;
  if (value === null) return words.forecastNoData;
  if (state === 'reached' || state === 'late') return words.forecastReached;
  if (state === 'missed') return words.forecastMissed;
  const end = forecast === null ? '' : withUnit(brief(forecast), unit);
  if (reaches !== null && due !== null) {
    const days = daysBetween(reaches, due);
    const day = showDay(reaches, today, language);
    if (days >= 0) return fill(days === 0 ? words.forecastOnDay : words.forecastEarly, { day, n: days });
    return fill(words.forecastLate, { day, n: -days, end });
  }
  if (forecast === null) return words.forecastNone;
  return fill(words.forecastShort, { end });
};
