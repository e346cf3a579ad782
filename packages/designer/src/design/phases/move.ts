import { addDays, type Day, daysBetween, isWorkday, officialCalendar, readBy, rollTo, writeBy } from '@xiuhua/engine';
import { isList, isObject, type Json, type JsonObject, textOf } from '../draft/json.ts';
import type { Bar, TimeLine } from './layout.ts';

/** What of a phase is taken hold of: the whole of it, its first day or its last. */
export type Grip = 'whole' | 'from' | 'to';

/** Days of a phase, both inclusive. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const calendar = officialCalendar();

/** How near, in days, the edge of a neighbour draws an edge to itself. */
const pull = 2;

/** Days at which an edge stands flush with a neighbour, leaving neither gap nor overlap. */
const flushOf = ({ bars }: TimeLine, bar: Bar, edge: 'from' | 'to'): readonly Day[] =>
  bars.flatMap((other) => {
    if (other.index === bar.index) return [];
    if (edge === 'from') return other.open ? [] : [addDays(other.to, 1)];
    return [addDays(other.from, -1)];
  });

const nearestWorkday = (day: Day, step: 1 | -1): Day => {
  if (isWorkday(calendar, day)) return day;
  const [on, back] = [rollTo(calendar, day, step).day, rollTo(calendar, day, step === 1 ? -1 : 1).day];
  return Math.abs(daysBetween(day, on)) <= Math.abs(daysBetween(day, back)) ? on : back;
};

/** The day an edge comes to rest on: flush with a neighbour that is near, else the nearest workday. */
const snapped = (day: Day, step: 1 | -1, flush: readonly Day[]): Day => {
  const near = flush
    .filter((f) => Math.abs(daysBetween(day, f)) <= pull)
    .sort((a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)));
  return near[0] ?? nearestWorkday(day, step);
};

/** A phase moved or stretched by so many days of the hand. It keeps at least one day; without an end it keeps none. */
export const dragged = (line: TimeLine, bar: Bar, grip: Grip, days: number): Span => {
  if (days === 0) return { from: bar.from, to: bar.to };
  const step = days > 0 ? 1 : -1;
  const [from, to] = [
    snapped(addDays(bar.from, days), step, flushOf(line, bar, 'from')),
    snapped(addDays(bar.to, days), step, flushOf(line, bar, 'to')),
  ];
  if (grip === 'from') return { from: bar.open || from <= bar.to ? from : bar.to, to: bar.open && from > bar.to ? from : bar.to };
  if (grip === 'to') return { from: bar.from, to: to >= bar.from ? to : bar.from };
  if (bar.open) return { from, to: addDays(from, daysBetween(bar.from, bar.to)) };
  return { from, to: to >= from ? to : from };
};

/** The next day, in a direction, on which an edge can come to rest. */
const nextStop = (day: Day, step: 1 | -1, flush: readonly Day[]): Day => {
  const workday = rollTo(calendar, addDays(day, step), step).day;
  const nearer = flush.filter((f) => (step === 1 ? f > day && f < workday : f < day && f > workday)).sort();
  return (step === 1 ? nearer[0] : nearer.at(-1)) ?? workday;
};

/** A phase moved or stretched by one stop of the keyboard. */
export const stepped = (line: TimeLine, bar: Bar, grip: Grip, step: 1 | -1): Span => {
  if (grip === 'to') {
    const to = nextStop(bar.to, step, flushOf(line, bar, 'to'));
    return { from: bar.from, to: to >= bar.from ? to : bar.to };
  }
  const from = nextStop(bar.from, step, flushOf(line, bar, 'from'));
  if (grip === 'from') return { from: bar.open || from <= bar.to ? from : bar.from, to: bar.to };
  const by = daysBetween(bar.from, from);
  if (bar.open) return { from, to: addDays(bar.to, by) };
  const to = snapped(addDays(bar.to, by), step, flushOf(line, bar, 'to'));
  return { from, to: to >= from ? to : from };
};

const isExactDay = (text: string): boolean => text.length === 10;

/** Milestones go along with a phase that is moved as a whole: those given as a day by as many days, onto a workday inside. */
const moveMilestones = (milestones: Json | undefined, by: number, { from, to }: Span, open: boolean): Json | undefined =>
  isList(milestones)
    ? milestones.map((milestone) => {
        const text = textOf(milestone, 'by');
        if (!isObject(milestone) || !isExactDay(text) || readBy(text)?.kind !== 'day') return milestone;
        const day = nearestWorkday(addDays(text, by), by > 0 ? 1 : -1);
        return { ...milestone, by: day < from ? from : !open && day > to ? to : day };
      })
    : milestones;

/** What a phase says once its bar has these days. Ends that did not move stay as they were written. */
export const written = (phase: Json, bar: Bar, grip: Grip, span: Span): JsonObject => {
  if (!isObject(phase)) return {};
  const ends: JsonObject = {
    ...phase,
    ...(span.from === bar.from ? {} : { from: span.from }),
    ...(bar.open || span.to === bar.to ? {} : { to: span.to }),
  };
  const by = daysBetween(bar.from, span.from);
  const milestones = grip === 'whole' && by !== 0 ? moveMilestones(phase.milestones, by, span, bar.open) : undefined;
  return milestones === undefined ? ends : { ...ends, milestones };
};

/** A milestone put on another day; one that counts from its phase counts so many days more or fewer. */
export const milestoneMoved = (by: string, from: Day, to: Day): string => {
  const read = readBy(by);
  if (!read || read.kind === 'day') return to;
  const sign = read.kind === 'after-start' ? 1 : -1;
  const step = from <= to ? 1 : -1;
  let amount = 0;
  for (let day = from; day !== to; day = addDays(day, step)) {
    if (read.unit === 'days' || isWorkday(calendar, step === 1 ? addDays(day, 1) : day)) amount += step;
  }
  return writeBy({ ...read, amount: Math.max(0, read.amount + sign * amount) });
};

/** The workday a milestone comes to rest on after so many days of the hand; `step` for the keyboard goes one workday on. */
export const milestoneDay = (day: Day, days: number): Day => nearestWorkday(addDays(day, days), days >= 0 ? 1 : -1);

/** The workday after or before a milestone. */
export const milestoneStep = (day: Day, step: 1 | -1): Day => rollTo(calendar, addDays(day, step), step).day;

/** How many workdays lie in a span, both ends included. */
export const workdaysIn = ({ from, to }: Span): number => {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count++;
  return count;
};
