import { daysOf, type Period, type PeriodKind, periodBefore, periodOf } from '../calendar/period.ts';

/** The window in which results are counted. */
export type Window = { readonly kind: 'calendar'; readonly period: PeriodKind } | { readonly kind: 'last'; readonly periods: number };

/** Reads `quarter`, `half-year`, `year`, `last 6 periods`. `undefined` for anything else. */
export const readWindow = (phrase: string): Window | undefined => {
  if (phrase === 'quarter' || phrase === 'half-year' || phrase === 'year') return { kind: 'calendar', period: phrase };
  const last = /^last ([1-9]\d?) periods$/.exec(phrase);
  return last ? { kind: 'last', periods: Number(last[1]) } : undefined;
};

/** The periods of the window that ends with `period`, newest first. Without a window: that period alone. */
export const periodsIn = (window: Window | undefined, period: Period): readonly Period[] => {
  if (window === undefined) return [period];
  const start = window.kind === 'calendar' ? daysOf(periodOf(window.period, daysOf(period).last)).first : '';
  const periods: Period[] = [];
  for (let at = period; window.kind === 'last' ? periods.length < window.periods : daysOf(at).last >= start; at = periodBefore(at))
    periods.push(at);
  return periods;
};
