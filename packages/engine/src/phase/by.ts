import { addDays, type Day, isCoarseDay, lastDayOf } from '../calendar/day.ts';
import { addWorkdays, isWorkday, type WorkCalendar } from '../calendar/workdays.ts';

/** When something is due: a day, as the document writes it too, or so long after the phase begins or before it ends. */
export type By =
  | { readonly kind: 'day'; readonly day: Day; readonly written: string }
  | { readonly kind: 'after-start' | 'before-end'; readonly amount: number; readonly unit: 'days' | 'workdays' };

/** Reads `2026-11-04`, `2026-11`, `2026`, `10 workdays after start`, `5 days before end`. */
export const readBy = (phrase: string): By | undefined => {
  if (isCoarseDay(phrase)) return { kind: 'day', day: lastDayOf(phrase), written: phrase };
  const parts = /^(\d{1,3}) (workdays?|days?) (after start|before end)$/.exec(phrase);
  if (!parts) return undefined;
  const kind = parts[3] === 'after start' ? 'after-start' : 'before-end';
  return { kind, amount: Number(parts[1]), unit: parts[2]?.startsWith('work') ? 'workdays' : 'days' };
};

/** The phrase that says it. */
export const writeBy = (by: By): string => {
  if (by.kind === 'day') return by.written;
  return `${by.amount} ${by.amount === 1 ? by.unit.slice(0, -1) : by.unit} ${by.kind.replace('-', ' ')}`;
};

/** When it is due in words: 阶段开始后10个工作日, `10 workdays after the phase begins`; a day as it is written. */
export const sayBy = (by: By, language: 'zh' | 'en'): string => {
  if (by.kind === 'day') return by.written;
  const after = by.kind === 'after-start';
  if (language === 'zh') return `阶段${after ? '开始后' : '结束前'}${by.amount}${by.unit === 'days' ? '天' : '个工作日'}`;
  const [amount] = writeBy(by).split(after ? ' after' : ' before');
  return `${amount} ${after ? 'after the phase begins' : 'before the phase ends'}`;
};

/** The last day in time. `undefined` for one counted from the end of a phase that has none. */
export const dayBy = (by: By, phase: { readonly from: Day; readonly to: Day | null }, calendar: WorkCalendar): Day | undefined => {
  if (by.kind === 'day') return by.day;
  if (by.kind === 'after-start')
    return by.unit === 'days' ? addDays(phase.from, by.amount) : addWorkdays(calendar, phase.from, by.amount).day;
  if (phase.to === null) return undefined;
  let [day, left] = [phase.to, by.amount];
  while (left > 0) {
    day = addDays(day, -1);
    if (by.unit === 'days' || isWorkday(calendar, day)) left--;
  }
  return day;
};
