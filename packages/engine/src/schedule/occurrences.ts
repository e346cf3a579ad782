import { addDays, type Day, earlier, later, weekday } from '../calendar/day.ts';
import { lastDay } from '../calendar/within.ts';
import { isProvisional, isWorkday, type Reckoned, rollTo, type WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import type { CompiledSchedule } from './compile.ts';
import { type Days, phaseOf, plannedDays } from './planned.ts';
import type { HolidayRule } from './schema.ts';

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

/** The days the occurrence must stay in: its run of phases, and its week when the rule says so. */
const staysIn = (run: Days, rule: HolidayRule, day: Day): Days => {
  if (rule !== 'same-week') return run;
  const monday = addDays(day, 1 - weekday(day));
  return { first: later(run.first, monday), last: earlier(run.last, addDays(monday, 6)) };
};

/**
 * Moves a planned day off a holiday. It goes the way the rule says, the other way when that would leave the days it
 * must stay in, and is dropped (`undefined`) when those hold no workday at all or the rule is `skip`.
 */
export const settle = (calendar: WorkCalendar, rule: HolidayRule, day: Day, stay: Days): Reckoned | undefined => {
  if (rule === 'keep' || isWorkday(calendar, day)) return { day, provisional: isProvisional(calendar, day) };
  if (rule === 'skip') return undefined;
  const step = rule === 'backward' ? -1 : 1;
  const inside = (moved: Reckoned): boolean => moved.day >= stay.first && moved.day <= stay.last;
  const moved = rollTo(calendar, day, step);
  if (inside(moved)) return moved;
  const back = rollTo(calendar, day, step === 1 ? -1 : 1);
  return inside(back) ? { day: back.day, provisional: moved.provisional || back.provisional } : undefined;
};

/**
 * Every occurrence of a schedule whose planned day is not after `until`, in order of the planned day. None lies
 * outside its phases: the planned day is in one, and rolling and the time allowed stop at the end of the run of
 * phases. An occurrence that the holiday rule drops is left out.
 */
export const occurrencesOf = (schedule: CompiledSchedule, calendar: WorkCalendar, until: Day): readonly Occurrence[] => {
  const rule = schedule.schedule.holidays;
  const runs = runsOf(schedule.phases);
  return plannedDays(schedule.every, schedule.phases, until, calendar).flatMap(({ opens, day: planned }) => {
    const phase = phaseOf(schedule.phases, planned);
    const run = runs.find(({ first, last }) => first <= planned && planned <= last);
    if (!phase || !run) return [];
    const stay = staysIn(run, rule, planned);
    const settled = settle(calendar, rule, planned, stay);
    if (!settled) return [];
    const from = later(run.first, opens === planned ? settled.day : earlier(opens, settled.day));
    const end = schedule.within ? lastDay(calendar, schedule.within, settled.day) : settled;
    const provisional = settled.provisional || end.provisional || isProvisional(calendar, planned);
    return [{ planned, day: settled.day, from, due: earlier(end.day, stay.last), phase: phase.name, provisional }];
  });
};
