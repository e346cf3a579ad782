import { addDays, type Day } from './day.ts';
import { hoursIn, hoursOn } from './hours.ts';
import { addWorkdays, isProvisional, type Reckoned, rollTo, type WorkCalendar } from './workdays.ts';

/**
 * The clock a time allowed runs on. Days (自然日) and workdays (工作日) are whole days after the first; hours,
 * urgent work hours (紧急工作时) and urgent workdays (紧急工作日) run through nights and holidays, in the hours the
 * calendar names for them; work hours (工作时) run in office hours only.
 */
export type WithinUnit = 'days' | 'workdays' | 'hours' | 'work hours' | 'urgent work hours' | 'urgent workdays';

/** A time allowed: so much of a clock after the start. `amount` has at most two decimals. */
export interface Within {
  readonly amount: number;
  readonly unit: WithinUnit;
}

const units: readonly WithinUnit[] = ['days', 'workdays', 'hours', 'work hours', 'urgent work hours', 'urgent workdays'];

/** Reads `3 workdays`, `1 workday`, `1.5 work hours`, `2 urgent workdays`; 0 to 999. `undefined` for anything else. */
export const readWithin = (phrase: string): Within | undefined => {
  const parts = /^(\d{1,3}(?:\.\d{1,2})?) (.+)$/.exec(phrase);
  const unit = units.find((known) => known === parts?.[2] || known === `${parts?.[2]}s`);
  return parts && unit ? { amount: Number(parts[1]), unit } : undefined;
};

/** True for a time allowed in whole days or whole workdays, as a schedule needs it. */
export const isWholeDays = ({ amount, unit }: Within): boolean => (unit === 'days' || unit === 'workdays') && Number.isInteger(amount);

const afterWorkHours = (calendar: WorkCalendar, hours: number, from: Day): Reckoned => {
  let at: Reckoned = { day: from, provisional: isProvisional(calendar, from) };
  for (let left = hours * 60; left > 0; ) {
    const next = rollTo(calendar, addDays(at.day, 1), 1);
    at = { day: next.day, provisional: at.provisional || next.provisional };
    left -= hoursOn(calendar.hours, at.day).reduce((sum, [start, end]) => sum + end - start, 0);
  }
  return at;
};

/**
 * The last day in time, inclusive, when the clock starts on `from`: the day itself does not count. A part of a day
 * falls on the day after the whole ones; hours are counted from the end of `from`.
 */
export const lastDay = (calendar: WorkCalendar, within: Within, from: Day): Reckoned => {
  if (within.unit === 'workdays') return addWorkdays(calendar, from, Math.ceil(within.amount));
  if (within.unit === 'work hours') return afterWorkHours(calendar, within.amount, from);
  const hoursADay = { hours: 24, 'urgent work hours': hoursIn(calendar.urgent), days: 1, 'urgent workdays': 1 }[within.unit];
  const day = addDays(from, Math.ceil(within.amount / hoursADay));
  return { day, provisional: isProvisional(calendar, day) };
};

const zhUnits: Readonly<Record<WithinUnit, string>> = {
  days: '天',
  workdays: '个工作日',
  hours: '小时',
  'work hours': '个工作时',
  'urgent work hours': '个紧急工作时',
  'urgent workdays': '个紧急工作日',
};

/** The time allowed in words: 3个工作日内, or `within 3 workdays`; 当天 for 0 days. */
export const sayWithin = ({ amount, unit }: Within, language: 'zh' | 'en'): string => {
  if (amount === 0) return language === 'zh' ? '当天' : 'the same day';
  if (language === 'zh') return `${amount}${zhUnits[unit]}内`;
  return `within ${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
};
