import { addDays, type Day, earlier, later, weekday } from '../calendar/day.ts';
import { daysOf, periodAfter, periodOf } from '../calendar/period.ts';
import { isWorkday, type WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { Every, Point, Stretch } from './recurrence.ts';

/** A day that a recurrence names, with the first day on which the thing can be done. No holiday has moved it yet. */
export interface Planned {
  readonly opens: Day;
  readonly day: Day;
}

/** A stretch of days, both inclusive. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

const workdaysIn = ({ first, last }: Days, calendar: WorkCalendar): readonly Day[] => {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkday(calendar, day)) days.push(day);
  return days;
};

const nthWeekday = ({ first, last }: Days, nth: number, wanted: number): Day | undefined => {
  const day =
    nth > 0 ? addDays(first, ((wanted - weekday(first) + 7) % 7) + (nth - 1) * 7) : addDays(last, -((weekday(last) - wanted + 7) % 7));
  return day >= first && day <= last ? day : undefined;
};

/** The day of a month inside the stretch; the last day of that month when it is shorter. */
const dateIn = (days: Days, month: number, day: number): Day => {
  const key = `${days.first.slice(0, 4)}-${String(Number(days.first.slice(5, 7)) + month - 1).padStart(2, '0')}`;
  return earlier(addDays(`${key}-01`, day - 1), daysOf(key).last);
};

const nthDay = (days: Days, n: number, stretch: Stretch): Day | undefined => {
  const day = n === -1 ? days.last : addDays(days.first, n - 1);
  if (day <= days.last) return day;
  return stretch === 'phase' ? undefined : days.last;
};

const nthWorkday = (days: Days, nth: number, stretch: Stretch, calendar: WorkCalendar): Day | undefined => {
  const workdays = workdaysIn(days, calendar);
  return nth === -1 || (stretch !== 'phase' && nth > workdays.length) ? workdays.at(-1) : workdays[nth - 1];
};

const pointDays = (point: Point, stretch: Stretch, days: Days, calendar: WorkCalendar): readonly (Day | undefined)[] => {
  switch (point.kind) {
    case 'weekdays':
      return point.weekdays.map((n) => addDays(days.first, n - 1));
    case 'nth-weekday':
      return [nthWeekday(days, point.nth, point.weekday)];
    case 'days':
      return [...new Set(point.days.map((n) => nthDay(days, n, stretch)))];
    case 'workday':
      return [nthWorkday(days, point.nth, stretch, calendar)];
    case 'date':
      return [dateIn(days, point.month, point.day)];
  }
};

type Repeated = Exclude<Every, { readonly kind: 'daily' | 'once' }>;

const edgeOf = (every: Extract<Every, { readonly kind: 'in' }>, days: Days, calendar: WorkCalendar): readonly Planned[] => {
  const { first, last } = days;
  if (every.unit === 'days') {
    if (every.edge === 'first') return [{ opens: first, day: earlier(addDays(first, every.amount - 1), last) }];
    return [{ opens: later(addDays(last, 1 - every.amount), first), day: last }];
  }
  const workdays = workdaysIn(days, calendar);
  const chosen = every.edge === 'first' ? workdays.slice(0, every.amount) : workdays.slice(-every.amount);
  const [opens, day] = [chosen[0], chosen.at(-1)];
  return opens && day ? [{ opens, day }] : [];
};

const inStretch = (every: Repeated, days: Days, calendar: WorkCalendar): readonly Planned[] => {
  if (every.kind === 'in') return edgeOf(every, days, calendar);
  return pointDays(every.point, every.stretch, days, calendar)
    .filter((day) => day !== undefined)
    .map((day) => ({ opens: every.kind === 'before' ? days.first : day, day }));
};

/** A long-term phase has no last day: a point counted from its end is never reached. */
const needsEnd = (every: Repeated): boolean =>
  every.kind === 'in'
    ? every.edge === 'last'
    : (every.point.kind === 'days' && every.point.days.includes(-1)) || ('nth' in every.point && every.point.nth === -1);

const inPhases = (every: Repeated, phases: readonly CompiledPhase[], until: Day, calendar: WorkCalendar): readonly Planned[] =>
  phases
    .filter((phase) => phase.from <= until && !(phase.to === null && needsEnd(every)))
    .flatMap((phase) => inStretch(every, { first: phase.from, last: phase.to ?? addDays(phase.from, 1500) }, calendar));

const inPeriods = (every: Repeated, phases: readonly CompiledPhase[], until: Day, calendar: WorkCalendar): readonly Planned[] => {
  const start = phases[0]?.from;
  if (every.stretch === 'phase' || start === undefined) return [];
  const planned: Planned[] = [];
  let turn = 0;
  for (let period = periodOf(every.stretch, start); daysOf(period).first <= until; period = periodAfter(period)) {
    const found = inStretch(every, daysOf(period), calendar).filter(({ day }) => phaseOf(phases, day));
    if (turn === 0 && found.length === 0) continue;
    if (turn % every.step === 0) planned.push(...found);
    turn++;
  }
  return planned;
};

const inDays = (workdays: boolean, phases: readonly CompiledPhase[], until: Day, calendar: WorkCalendar): readonly Planned[] =>
  phases.flatMap((phase) => {
    const days: Planned[] = [];
    for (let day = phase.from; day <= earlier(phase.to ?? until, until); day = addDays(day, 1))
      if (!workdays || isWorkday(calendar, day)) days.push({ opens: day, day });
    return days;
  });

/** The phase in which a day lies, or `undefined` when it lies in none. */
export const phaseOf = (phases: readonly CompiledPhase[], day: Day): CompiledPhase | undefined =>
  phases.find((phase) => phase.from <= day && (phase.to === null || day <= phase.to));

/**
 * Every day up to `until` that the recurrence names and that lies in one of the phases, in order of time, each once.
 * The phases are in order of time. What opens before its run of phases begins is left to the caller to cut.
 */
export const plannedDays = (every: Every, phases: readonly CompiledPhase[], until: Day, calendar: WorkCalendar): readonly Planned[] => {
  const all = (): readonly Planned[] => {
    if (every.kind === 'daily') return inDays(every.workdays, phases, until, calendar);
    if (every.kind === 'once') return every.days.map((day) => ({ opens: every.before ? (phases[0]?.from ?? day) : day, day }));
    return every.stretch === 'phase' ? inPhases(every, phases, until, calendar) : inPeriods(every, phases, until, calendar);
  };
  return all()
    .filter(({ day }) => day <= until && phaseOf(phases, day))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
};
