import { addDays, type Day, earlier, later } from '../calendar/day.ts';
import { daysOf, periodOf } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import { isProvisional, isWorkday, type Reckoned, rollTo, type WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { type Days, phaseOf, plannedDays } from './planned.ts';
import type { HolidayRule } from './schema.ts';
import type { Timed } from './timed.ts';

/** One time a schedule falls due, after the holiday rule. */
export interface Occurrence {
  /** The day the schedule names. */
  readonly planned: Day;
  /** The day it moved to; the planned day when no holiday moved it. */
  readonly day: Day;
  /** First day on which it can be done. */
  readonly from: Day;
  /** Last day on which it is in time, inclusive. */
  readonly due: Day;
  /** The phase in which the planned day lies. */
  readonly phase: string;
  readonly provisional: boolean;
}

/** Runs of phases that follow each other without a gap. Rolling may cross from one phase of a run into the next. */
const runsOf = (phases: readonly CompiledPhase[]): readonly Days[] => {
  const runs: Days[] = [];
  for (const { from, to } of phases) {
    const last = to ?? '2999-12-31';
    const before = runs.at(-1);
    if (before && from <= addDays(before.last, 1)) runs[runs.length - 1] = { first: before.first, last: later(before.last, last) };
    else runs.push({ first: from, last });
  }
  return runs;
};

/** The days an occurrence must stay in: its run of phases, and the period its schedule or holiday rule names. */
const staysIn = (timed: Timed, run: Days, day: Day): Days => {
  const within = [...(timed.holidays === 'same-week' ? (['week'] as const) : []), ...(timed.stay ? [timed.stay] : [])];
  return within
    .map((kind) => daysOf(periodOf(kind, day)))
    .reduce<Days>((stay, period) => ({ first: later(stay.first, period.first), last: earlier(stay.last, period.last) }), run);
};

/**
 * Moves a planned day off a holiday. It goes the way the rule says, the other way when that would leave the days it
 * must stay in, and is dropped (`undefined`) when those hold no workday at all or the rule is `skip`.
 */
export const settle = (calendar: WorkCalendar, rule: HolidayRule, day: Day, stay: Days): Reckoned | undefined => {
  if (rule === 'keep') return { day, provisional: false };
  if (isWorkday(calendar, day)) return { day, provisional: isProvisional(calendar, day) };
  if (rule === 'skip') return undefined;
  const step = rule === 'backward' ? -1 : 1;
  const inside = (moved: Reckoned): boolean => moved.day >= stay.first && moved.day <= stay.last;
  const moved = rollTo(calendar, day, step);
  if (inside(moved)) return moved;
  const back = rollTo(calendar, day, step === 1 ? -1 : 1);
  return inside(back) ? { day: back.day, provisional: moved.provisional || back.provisional } : undefined;
};

/** True when which day is planned depends on which days are worked. */
const countsWorkdays = ({ every }: Timed): boolean => {
  if (every.kind === 'daily') return every.workdays;
  if (every.kind === 'in') return every.unit === 'workdays';
  return every.kind !== 'once' && every.point.kind === 'workday';
};

/** An occurrence, or a planned day that the holiday rule dropped. */
type Laid = { readonly occurrence: Occurrence } | { readonly dropped: Day };

const layDays = (timed: Timed, calendar: WorkCalendar, until: Day): readonly Laid[] => {
  const runs = runsOf(timed.phases);
  return plannedDays(timed.every, timed.phases, until, calendar).flatMap(({ opens, day: planned }): readonly Laid[] => {
    const phase = phaseOf(timed.phases, planned);
    const run = runs.find(({ first, last }) => first <= planned && planned <= last);
    if (!phase || !run) return [];
    const stay = staysIn(timed, run, planned);
    const settled = settle(calendar, timed.holidays, planned, stay);
    if (!settled) return [{ dropped: planned }];
    const from = later(run.first, opens === planned ? settled.day : earlier(opens, settled.day));
    const end = timed.within ? lastDay(calendar, timed.within, settled.day) : settled;
    const counted = countsWorkdays(timed) && isProvisional(calendar, planned);
    const provisional = settled.provisional || counted || (timed.within?.unit === 'workdays' && end.provisional);
    return [{ occurrence: { planned, day: settled.day, from, due: earlier(end.day, stay.last), phase: phase.name, provisional } }];
  });
};

const layOccurrences = (timed: Timed, calendar: WorkCalendar, until: Day): readonly Occurrence[] => {
  const kept = layDays(timed, calendar, until).flatMap((laid) => ('occurrence' in laid ? [laid.occurrence] : []));
  if (!timed.merge) return kept;
  const seen = new Set<Day>();
  return kept.filter(({ day }) => !seen.has(day) && seen.add(day));
};

/** Occurrences laid out before, and up to which day: neither schedule nor calendar changes, and a later day only adds to them. */
interface LaidOut {
  readonly calendar: WorkCalendar;
  readonly until: Day;
  readonly all: readonly Occurrence[];
}

const laidOut = new WeakMap<Timed, LaidOut>();

/**
 * Every occurrence whose planned day is not after `until`, in order of the planned day. None lies outside the
 * phases: the planned day is in one, and rolling and the time allowed stop at the end of the run of phases. One that
 * the holiday rule drops is left out; of several merged into a day the first stays.
 */
export const occurrencesOf = (timed: Timed, calendar: WorkCalendar, until: Day): readonly Occurrence[] => {
  const before = laidOut.get(timed);
  const known = before?.calendar === calendar && before.until >= until ? before : undefined;
  // To the end of the year, so that the next days need no laying out of their own.
  const far = `${until.slice(0, 4)}-12-31`;
  const laid = known ?? { calendar, until: far, all: layOccurrences(timed, calendar, far) };
  laidOut.set(timed, laid);
  return laid.all.filter(({ planned }) => planned <= until);
};

/** Planned days that a holiday moved to one and the same day. */
export interface Collision {
  readonly day: Day;
  readonly planned: readonly Day[];
}

/**
 * What holidays did to the planned days: on how many days they leave something and the last due day of it (null for
 * none), which met on one, which were dropped, and the first year without a notice that they rest on, null for none.
 */
export interface Upsets {
  readonly days: number;
  readonly last: Day | null;
  readonly collisions: readonly Collision[];
  readonly dropped: readonly Day[];
  readonly unknownYear: string | null;
}

/** The upsets of the planned days up to `until`. */
export const upsetsOf = (timed: Timed, calendar: WorkCalendar, until: Day): Upsets => {
  const byDay = new Map<Day, Day[]>();
  const dropped: Day[] = [];
  let unknownYear: string | null = null;
  let last: Day | null = null;
  for (const laid of layDays(timed, calendar, until)) {
    if ('dropped' in laid) {
      dropped.push(laid.dropped);
      continue;
    }
    const { planned, day, due, provisional } = laid.occurrence;
    byDay.set(day, [...(byDay.get(day) ?? []), planned]);
    last = last === null ? due : later(last, due);
    if (provisional) unknownYear ??= [planned, day, due].find((at) => isProvisional(calendar, at))?.slice(0, 4) ?? null;
  }
  const collisions = [...byDay].filter(([, planned]) => planned.length > 1).map(([day, planned]) => ({ day, planned }));
  return { days: byDay.size, last, collisions, dropped, unknownYear };
};
