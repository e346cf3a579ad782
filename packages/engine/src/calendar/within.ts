import { addDays, type Day } from './day.ts';
import { addWorkdays, isProvisional, type Reckoned, type WorkCalendar } from './workdays.ts';

/** A time allowed: so many calendar days (自然日) or workdays (工作日) after the day it starts. */
export interface Within {
  readonly amount: number;
  readonly unit: 'days' | 'workdays';
}

/** Reads `3 workdays`, `1 workday`, `5 days`; 0 to 999. `undefined` for anything else. */
export const readWithin = (phrase: string): Within | undefined => {
  const parts = /^(\d{1,3}) (workdays?|days?)$/.exec(phrase);
  if (!parts) return undefined;
  return { amount: Number(parts[1]), unit: parts[2]?.startsWith('work') ? 'workdays' : 'days' };
};

/** The last day in time, inclusive, when the clock starts on `from`: the day itself does not count. */
export const lastDay = (calendar: WorkCalendar, within: Within, from: Day): Reckoned => {
  if (within.unit === 'workdays') return addWorkdays(calendar, from, within.amount);
  const day = addDays(from, within.amount);
  return { day, provisional: isProvisional(calendar, day) };
};

/** The time allowed in words: 3个工作日内, or `within 3 workdays`; 当天 for 0. */
export const sayWithin = ({ amount, unit }: Within, language: 'zh' | 'en'): string => {
  if (amount === 0) return language === 'zh' ? '当天' : 'the same day';
  if (language === 'zh') return `${amount}${unit === 'days' ? '天' : '个工作日'}内`;
  return `within ${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
};
