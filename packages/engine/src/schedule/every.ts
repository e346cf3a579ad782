import { isDay } from '../calendar/day.ts';
import type { Every, Point, Stretch } from './recurrence.ts';

export type { Every } from './recurrence.ts';
export { sayEvery } from './say-every.ts';

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const nthNames = ['first', 'second', 'third', 'fourth'];
const stretches: readonly Stretch[] = ['week', 'ten-days', 'month', 'quarter', 'half-year', 'year', 'phase'];
/** Most days and months a stretch can have; `months` 0 where a month inside it has no meaning. */
const sizes: Readonly<Record<Stretch, { readonly days: number; readonly months: number }>> = {
  week: { days: 7, months: 0 },
  'ten-days': { days: 11, months: 0 },
  month: { days: 31, months: 0 },
  quarter: { days: 92, months: 3 },
  'half-year': { days: 184, months: 6 },
  year: { days: 366, months: 12 },
  phase: { days: 999, months: 0 },
};

/** `a`, `a and b`, `a, b and c` as a list; `undefined` when a part is unreadable or comes twice. */
const readList = <T>(text: string, read: (part: string) => T | undefined): readonly T[] | undefined => {
  if (!/^[^ ,]+(?:(?:, [^ ,]+)* and [^ ,]+)?$/.test(text)) return undefined;
  const parts = text.split(/, | and /).map(read);
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length && new Set(known).size === known.length ? known : undefined;
};

const readWeekday = (name: string): number | undefined => {
  const index = weekdayNames.indexOf(name);
  return index < 0 ? undefined : index + 1;
};

const readNumber = (text: string, most: number): number | undefined => {
  const n = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0;
  return n >= 1 && n <= most ? n : undefined;
};

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

const readDate = (stretch: Stretch, text: string): Point | undefined => {
  const inYear = stretch === 'year' ? /^(\d\d)-(\d\d)$/.exec(text) : null;
  if (inYear && isDay(`2024-${text}`)) return { kind: 'date', month: Number(inYear[1]), day: Number(inYear[2]) };
  const inMonth = stretch === 'year' ? null : /^month (\d) day (\d+)$/.exec(text);
  const month = readNumber(inMonth?.[1] ?? '', sizes[stretch].months);
  const day = readNumber(inMonth?.[2] ?? '', 31);
  return month && day ? { kind: 'date', month, day } : undefined;
};

const readNthWeekday = (stretch: Stretch, text: string): Point | undefined => {
  const [nthName = '', dayName = '', ...rest] = text.split(' ');
  const weekday = readWeekday(dayName);
  const nth = nthName === 'last' ? -1 : nthNames.indexOf(nthName) + 1;
  if (!weekday || !nth || rest.length > 0 || stretch === 'week' || stretch === 'ten-days') return undefined;
  return { kind: 'nth-weekday', nth, weekday };
};

const readPoint = (stretch: Stretch, text: string): Point | undefined => {
  if (text === 'first day' && stretch !== 'week') return { kind: 'days', days: [1] };
  if (text === 'last day' && stretch !== 'week') return { kind: 'days', days: [-1] };
  if (text === 'first workday') return { kind: 'workday', nth: 1 };
  if (text === 'last workday') return { kind: 'workday', nth: -1 };
  if (text.startsWith('workday ')) {
    const nth = readNumber(text.slice(8), sizes[stretch].days);
    return nth ? { kind: 'workday', nth } : undefined;
  }
  if (text.startsWith('day ') && stretch !== 'week') {
    const days = readList(text.slice(4), (part) => readNumber(part, sizes[stretch].days));
    return days ? { kind: 'days', days: ascending(days) } : undefined;
  }
  const weekdays = stretch === 'week' ? readList(text, readWeekday) : undefined;
  if (weekdays) return { kind: 'weekdays', weekdays: ascending(weekdays) };
  return readNthWeekday(stretch, text) ?? readDate(stretch, text);
};

const readOnce = (text: string, clock: string | null): Every | undefined => {
  const parts = /^once (on|before) (.+)$/.exec(text);
  const days = parts ? readList(parts[2] ?? '', (part) => (isDay(part) ? part : undefined)) : undefined;
  if (!parts || !days || (parts[1] === 'before' && days.length > 1)) return undefined;
  return { kind: 'once', days: [...days].sort(), before: parts[1] === 'before', clock };
};

const readStretch = (number: string | undefined, name: string): { readonly stretch: Stretch; readonly step: number } | undefined => {
  const stretch = stretches.find((known) => known === name);
  if (!number) return stretch && { stretch, step: 1 };
  if (name !== 'weeks' && name !== 'months') return undefined;
  const step = readNumber(number, 12) ?? 0;
  return step >= 2 ? { stretch: name === 'weeks' ? 'week' : 'month', step } : undefined;
};

const readIn = (repeat: { readonly stretch: Stretch; readonly step: number }, text: string): Every | undefined => {
  const parts = /^(first|last) (\d+) (days|workdays)$/.exec(text);
  const amount = readNumber(parts?.[2] ?? '', sizes[repeat.stretch].days);
  if (!parts || !amount) return undefined;
  return { kind: 'in', ...repeat, edge: parts[1] === 'first' ? 'first' : 'last', amount, unit: parts[3] === 'days' ? 'days' : 'workdays' };
};

/**
 * Reads an `every` phrase, e.g. `week on monday at 15:00`, `month before day 25`, `quarter in last 5 workdays`; all
 * forms stand in `everyGrammar`. `undefined` for anything else: letters, spaces and numbers must be exactly so.
 */
export const readEvery = (phrase: string): Every | undefined => {
  const timed = /^(.+) at ([01]\d|2[0-3]):([0-5]\d)$/.exec(phrase);
  const text = timed?.[1] ?? phrase;
  const clock = timed ? `${timed[2]}:${timed[3]}` : null;
  if (text === 'day' || text === 'workday') return { kind: 'daily', workdays: text === 'workday', clock };
  if (text.startsWith('once ')) return readOnce(text, clock);
  const parts = /^(?:(\d+) )?(\S+) (on|before|in) (.+)$/.exec(text);
  const repeat = parts ? readStretch(parts[1], parts[2] ?? '') : undefined;
  if (!parts || !repeat) return undefined;
  const rest = parts[4] ?? '';
  if (parts[3] === 'in') return clock ? undefined : readIn(repeat, rest);
  const point = readPoint(repeat.stretch, rest);
  const kind = parts[3] === 'before' ? 'before' : 'on';
  const many = point && ((point.kind === 'days' && point.days.length > 1) || (point.kind === 'weekdays' && point.weekdays.length > 1));
  return point && !(kind === 'before' && many) ? { kind, ...repeat, point, clock } : undefined;
};
