import { weekday } from '../calendar/day.ts';
import type { Every, Point, Stretch } from './recurrence.ts';

const zhWeekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const enWeekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const enMonths = [
  '',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const enNumbers = ['', 'first', 'second', 'third', 'fourth'];

const zhEach: Readonly<Record<Stretch, string>> = {
  week: '每周',
  'ten-days': '每旬',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
  phase: '每个阶段',
};
const enStretch: Readonly<Record<Stretch, string>> = {
  week: 'week',
  'ten-days': 'ten-day period',
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half-year',
  year: 'year',
  phase: 'phase',
};

/** 每周 goes before 周一 as 每周一, never 每周周一. */
const zhRepeat = (stretch: Stretch, step: number, named = false): string => {
  if (step === 1) return named ? '每' : zhEach[stretch];
  const number = step === 2 ? '两' : String(step);
  return stretch === 'week' ? `每${number}周的` : `每${number}个月的`;
};
const enRepeat = (stretch: Stretch, step: number): string =>
  step === 1 ? `every ${enStretch[stretch]}` : `every ${step} ${enStretch[stretch]}s`;

const zhNth = (nth: number, what: string): string => (nth === -1 ? `最后一个${what}` : `第${nth}个${what}`);
const zhDay = (stretch: Stretch, day: number): string => (day === -1 ? '最后一天' : stretch === 'month' ? `${day}日` : `第${day}天`);

const zhPoint = (stretch: Stretch, point: Point): string => {
  switch (point.kind) {
    case 'weekdays':
      return point.weekdays.map((n) => zhWeekdays[n]).join('、');
    case 'nth-weekday':
      return zhNth(point.nth, zhWeekdays[point.weekday] ?? '');
    case 'days':
      return point.days.map((day) => zhDay(stretch, day)).join('、');
    case 'workday':
      return zhNth(point.nth, '工作日');
    case 'date':
      return stretch === 'year' ? `${point.month}月${point.day}日` : `第${point.month}个月${point.day}日`;
  }
};

const ordinal = (n: number): string => {
  const tens = n % 100 > 10 && n % 100 < 14;
  return `${n}${tens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
};
const enList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const enPoint = (stretch: Stretch, point: Point): string => {
  switch (point.kind) {
    case 'weekdays':
      return enList(point.weekdays.map((n) => enWeekdays[n] ?? ''));
    case 'nth-weekday':
      return `the ${point.nth === -1 ? 'last' : enNumbers[point.nth]} ${enWeekdays[point.weekday]}`;
    case 'days':
      return enList(point.days.map((day) => (day === -1 ? 'the last day' : stretch === 'month' ? `the ${ordinal(day)}` : `day ${day}`)));
    case 'workday':
      return point.nth === -1 ? 'the last workday' : `the ${ordinal(point.nth)} workday`;
    case 'date':
      return stretch === 'year' ? `${enMonths[point.month]} ${point.day}` : `the ${ordinal(point.day)} of month ${point.month}`;
  }
};

const zhDate = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const enDate = (day: string): string =>
  `${enWeekdays[weekday(day)]}, ${Number(day.slice(8))} ${enMonths[Number(day.slice(5, 7))]} ${day.slice(0, 4)}`;

const zh = (every: Every): string => {
  switch (every.kind) {
    case 'daily':
      return `${every.workdays ? '每个工作日' : '每天（含节假日）'}${every.clock ?? ''}`;
    case 'once':
      return `${every.days.map(zhDate).join('、')}${every.clock ?? ''}${every.before ? '前（含当日）' : ''}，${every.days.length}次`;
    case 'in':
      return `${zhRepeat(every.stretch, every.step)}${every.edge === 'first' ? '开头' : '最后'}${every.amount}${every.unit === 'days' ? '天' : '个工作日'}内`;
    default:
      return `${zhRepeat(every.stretch, every.step, every.point.kind === 'weekdays')}${zhPoint(every.stretch, every.point)}${every.clock ?? ''}${every.kind === 'before' ? '前（含当日）' : ''}`;
  }
};

const en = (every: Every): string => {
  const clock = every.kind !== 'in' && every.clock ? ` at ${every.clock}` : '';
  switch (every.kind) {
    case 'daily':
      return `every ${every.workdays ? 'workday' : 'day, holidays included'}${clock}`;
    case 'once':
      return `once ${every.before ? 'by' : 'on'} ${enList(every.days.map(enDate))}${clock}${every.before ? ', inclusive' : ''}`;
    case 'in':
      return `within the ${every.edge} ${every.amount} ${every.unit} of ${enRepeat(every.stretch, every.step)}`;
    default:
      return `${every.kind === 'before' ? 'by' : 'on'} ${enPoint(every.stretch, every.point)} of ${enRepeat(every.stretch, every.step)}${clock}${every.kind === 'before' ? ', inclusive' : ''}`;
  }
};

/** The recurrence as a phrase people say: 每周一15:00, or `on Monday of every week at 15:00`. */
export const sayEvery = (every: Every, language: 'zh' | 'en'): string => (language === 'zh' ? zh(every) : en(every));
