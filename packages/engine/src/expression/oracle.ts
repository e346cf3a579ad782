import jsonLogic, { type RulesLogic } from 'json-logic-js';
import type { WorkCalendar } from '../calendar/workdays.ts';
import { dayNumber, dayText, workdayAfter, workdaysFrom } from './days.ts';
import type { Rounding } from './decimal.ts';
import { Fraction, fractionOf, minus, over, plus, rest, rounded, signOf, times } from './fraction.ts';

/** Another evaluator: json-logic-js, with the operators it lacks, on data that is all there. */
export type Oracle = (logic: unknown, data: Readonly<Record<string, unknown>>) => unknown;

type Operation = (...args: never[]) => unknown;

const day = (text: unknown): number => dayNumber(String(text)) ?? Number.NaN;
const whole = (value: unknown): number => (value instanceof Fraction ? Number(value.over / value.under) : (value as number));
const unlessNull =
  (take: Operation) =>
  (...args: unknown[]): unknown =>
    args.includes(null) ? null : take(...(args as never[]));

/** Rounds a double as if the digits a double cannot keep were not there. */
const round = (value: number, decimals: number, rounding: Rounding): unknown => {
  const result = rounded(Number(value.toFixed(12)), decimals, rounding);
  return result instanceof Fraction ? Number(result.over) / Number(result.under) : null;
};

const pick =
  (sign: number) =>
  (...args: unknown[]): unknown =>
    args.reduce((a, b) => (signOf(b, a) * sign > 0 ? b : a));
const place = (value: unknown, list: readonly unknown[]): number => 1 + list.filter((each) => signOf(each, value) > 0).length;
const equal = (a: unknown, b: unknown): boolean => (fractionOf(a) && fractionOf(b) ? signOf(a, b) === 0 : a === b);
const isAmong = (what: unknown, home: unknown): boolean =>
  Array.isArray(home) ? home.some((each) => equal(each, what)) : String(home).includes(String(what));

const added = (calendar: WorkCalendar | undefined, nameOf: (key: string) => string): Readonly<Record<string, Operation>> => ({
  '#names': (keys: readonly string[]) => keys.map(nameOf),
  '#rank': unlessNull(place),
  '#round': unlessNull(round),
  '#days': unlessNull((from, to) => day(to) - day(from)),
  '#workdays': unlessNull((from, to) => calendar && workdaysFrom(calendar, day(from), day(to))),
  '#add-days': unlessNull((from, n) => dayText(day(from) + whole(n))),
  '#add-workdays': unlessNull((from, n) => calendar && dayText(workdayAfter(calendar, day(from), whole(n)))),
});

/** The operators that deal in numbers, once more with fractions. */
const exactly: Readonly<Record<string, Operation>> = {
  '~+': (...args: unknown[]) => args.reduce(plus, 0),
  '~*': (...args: unknown[]) => args.reduce((a, b) => times(a, b), 1),
  '~-': (a: unknown, b: unknown) => (b === undefined ? minus(0, a) : minus(a, b)),
  '~/': over,
  '~%': rest,
  '~min': pick(-1),
  '~max': pick(1),
  '~<': (a: unknown, b: unknown, c: unknown) => signOf(a, b) < 0 && (c === undefined || signOf(b, c) < 0),
  '~<=': (a: unknown, b: unknown, c: unknown) => signOf(a, b) <= 0 && (c === undefined || signOf(b, c) <= 0),
  '~>': (a: unknown, b: unknown) => signOf(a, b) > 0,
  '~>=': (a: unknown, b: unknown) => signOf(a, b) >= 0,
  '~==': equal,
  '~===': equal,
  '~!=': (a: unknown, b: unknown) => !equal(a, b),
  '~!==': (a: unknown, b: unknown) => !equal(a, b),
  '~in': isAmong,
  '~#round': rounded as Operation,
};

/** Plain JsonLogic with exact operators in place of those that compute in doubles. */
export const exact = (logic: unknown): unknown => {
  if (Array.isArray(logic)) return logic.map(exact);
  if (typeof logic !== 'object' || logic === null) return logic;
  const [operator, value] = Object.entries(logic)[0] as [string, unknown];
  const name = `~${operator}`;
  return { [Object.hasOwn(exactly, name) ? name : operator]: exact(value) };
};

/** Makes the other evaluator ready. The operators it lacks are added under names no rule can have. */
export const oracle = (calendar: WorkCalendar | undefined, nameOf: (key: string) => string): Oracle => {
  for (const [name, take] of Object.entries({ ...added(calendar, nameOf), ...exactly })) {
    jsonLogic.add_operation(name, take as (...args: unknown[]) => unknown);
  }
  return (logic, data) => jsonLogic.apply(logic as RulesLogic, data);
};
