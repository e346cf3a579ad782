import { addDays, type Day, dayOf, type Instant, instantAt } from './day.ts';
import { hoursIn, hoursOn, type Season } from './hours.ts';
import type { Within } from './within.ts';
import { isProvisional, isWorkday, type WorkCalendar } from './workdays.ts';

/** A time in which a clock stands still (挂账, 缓办, 延期审批). `to` is null while it has not been started again. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** When a clock starts and when it stood still. */
export interface Running {
  readonly start: Instant;
  readonly pauses?: readonly Pause[];
}

/** The last moment in time, inclusive, and whether it rests on a year whose holiday notice is not out. */
export interface Deadline {
  readonly at: Instant;
  readonly provisional: boolean;
}

type Stretch = readonly [number, number];

const hour = 3_600_000;
/** Longer than any clock with its pauses: a hundred years of days. */
const limit = 36_600;

const textOf = (time: number): Instant => new Date(time).toISOString();
const startOf = (day: Day): number => Date.parse(instantAt(day));
const stretchOf = (pause: Pause): Stretch => [Date.parse(pause.from), pause.to === null ? Number.POSITIVE_INFINITY : Date.parse(pause.to)];

/** What is left of a stretch of time when the pauses are cut out of it, in order. */
const without = (stretch: Stretch, pauses: readonly Stretch[]): readonly Stretch[] =>
  pauses.reduce<readonly Stretch[]>(
    (left, [from, to]) =>
      left.flatMap(([a, b]) => {
        const parts: Stretch[] = [
          [a, Math.min(b, from)],
          [Math.max(a, to), b],
        ];
        return from >= b || to <= a ? [[a, b] as const] : parts.filter(([x, y]) => x < y);
      }),
    [stretch],
  );

const stretchesOn = (day: Day, spans: Season['spans']): readonly Stretch[] => {
  const midnight = startOf(day);
  return spans.map(([from, to]) => [midnight + from * 60_000, midnight + to * 60_000] as const);
};

const officeOn = (day: Day, calendar: WorkCalendar): readonly Stretch[] =>
  isWorkday(calendar, day) ? stretchesOn(day, hoursOn(calendar.hours, day)) : [];

/** Days from the first on, as long as one that begins before the clock stands still for good. */
function* daysFrom(first: Day, stop: number): Generator<Day> {
  for (let day = first, n = 0; n < limit && startOf(day) < stop; day = addDays(day, 1), n++) yield day;
}

interface Course {
  readonly start: number;
  readonly pauses: readonly Stretch[];
  /** From when on the clock stands still for good. */
  readonly stop: number;
}

const courseOf = (running: Running): Course => {
  const pauses = (running.pauses ?? []).map(stretchOf);
  const open = pauses.filter(([, to]) => to === Number.POSITIVE_INFINITY).map(([from]) => from);
  return { start: Date.parse(running.start), pauses, stop: Math.min(Number.POSITIVE_INFINITY, ...open) };
};

/** The moment at which so many hours have run in the stretches that `open` gives for each day. */
const afterHours = (hours: number, { start, pauses, stop }: Course, open: (day: Day) => readonly Stretch[]): number | null => {
  let left = Math.round(hours * 100) * (hour / 100);
  if (left === 0) return start;
  for (const day of daysFrom(dayOf(textOf(start)), stop)) {
    for (const [from, to] of open(day)) {
      for (const [a, b] of without([Math.max(from, start), Math.max(to, start)], pauses)) {
        if (b - a >= left) return a + left;
        left -= b - a;
      }
    }
  }
  return null;
};

/**
 * The end of the last of so many whole days after the first, or the part of the next one that the fraction says. A
 * day that a pause touches does not count; of the last one only the part that is needed has to be untouched.
 */
const afterDays = (amount: number, { start, pauses, stop }: Course, open: (day: Day) => readonly Stretch[]): number | null => {
  const first = dayOf(textOf(start));
  const part = Math.round((amount - Math.floor(amount)) * 100) / 100;
  let left = Math.floor(amount);
  if (amount === 0) return startOf(addDays(first, 1)) - 1;
  const paused = (from: number, to: number): boolean => pauses.some(([a, b]) => a < to && b > from);
  for (const day of daysFrom(addDays(first, 1), stop)) {
    const [from, to] = [startOf(day), startOf(addDays(day, 1))];
    const stretches = open(day);
    if (stretches.length === 0) continue;
    if (left > 0) {
      if (paused(from, to)) continue;
      if (left === 1 && part === 0) return to - 1;
      left--;
    } else {
      const running = stretches.reduce((sum, [a, b]) => sum + b - a, 0) / hour;
      const hours = Math.round(running * part * 100) / 100;
      const end = afterHours(hours, { start: from, pauses: [], stop: Number.POSITIVE_INFINITY }, open);
      if (end !== null && !paused(from, end)) return end;
    }
  }
  return null;
};

const wholeDay = (day: Day): readonly Stretch[] => [[startOf(day), startOf(addDays(day, 1))]];

const touchesUnknown = (calendar: WorkCalendar, first: Day, last: Day): boolean => {
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) if (isProvisional(calendar, `${year}`)) return true;
  return false;
};

/**
 * The last moment in time of a time allowed that starts at a moment and may have stood still. Whole days end at
 * midnight in China (23:59:59.999 is in time). Null while the clock stands still and would end later.
 */
export const deadlineOf = (within: Within, running: Running, calendar: WorkCalendar): Deadline | null => {
  const course = courseOf(running);
  const office = (day: Day): readonly Stretch[] => officeOn(day, calendar);
  const urgent = (day: Day): readonly Stretch[] => stretchesOn(day, calendar.urgent);
  const end = {
    days: () => afterDays(within.amount, course, wholeDay),
    workdays: () => afterDays(within.amount, course, office),
    hours: () => afterHours(within.amount, course, wholeDay),
    'work hours': () => afterHours(within.amount, course, office),
    'urgent work hours': () => afterHours(within.amount, course, urgent),
    'urgent workdays': () => afterHours(within.amount * hoursIn(calendar.urgent), course, urgent),
  }[within.unit]();
  if (end === null) return null;
  const at = textOf(end);
  const byCalendar = within.unit === 'workdays' || within.unit === 'work hours';
  return { at, provisional: byCalendar && touchesUnknown(calendar, dayOf(running.start), dayOf(at)) };
};

/** One of several limits that follow each other, such as 围护, 修复, 恢复. */
export interface Stage {
  readonly name: string;
  readonly within: Within;
}

/** A stage with the moment it starts and its deadline; both null when an earlier stage has no end yet. */
export interface StageDeadline {
  readonly stage: string;
  readonly from: Instant | null;
  readonly deadline: Deadline | null;
}

/**
 * The deadlines of stages in order. A stage starts when the one before it was finished (`finished` gives those
 * moments in order); while that is not known, it is taken to end at its own deadline.
 */
export const stageDeadlines = (
  stages: readonly Stage[],
  running: Running & { readonly finished: readonly Instant[] },
  calendar: WorkCalendar,
): readonly StageDeadline[] => {
  let from: Instant | null = running.start;
  return stages.map(({ name, within }, i) => {
    const start = from;
    const deadline = start === null ? null : deadlineOf(within, { ...running, start }, calendar);
    from = running.finished[i] ?? deadline?.at ?? null;
    return { stage: name, from: start, deadline };
  });
};
