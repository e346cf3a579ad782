import { addDays, type Day, daysBetween, later } from '../calendar/day.ts';
import { ceiling, compareFractions, divided, type Fraction, fraction, minus, plus, times } from './fraction.ts';
import { type Bounds, meets } from './target.ts';

/**
 * Where an indicator stands against a target. Before the due day: ahead of the straight line by a whole period
 * (`early`), on or above it (`on-course`), below it (`behind`). `reached` meets the target; `late` met it only after
 * the due day; `missed` did not, or can no longer. `no-data` has no number to judge by, which is never a zero.
 */
export type IndicatorState = 'no-data' | 'early' | 'on-course' | 'behind' | 'reached' | 'late' | 'missed';

/** A value as of a day. It is null where a rate had nothing to divide by and the plan says that this is no data. */
export interface Mark {
  readonly day: Day;
  readonly value: Fraction | null;
  /** True when somebody else has confirmed every number in it, or it was computed. */
  readonly confirmed: boolean;
}

/** Where the straight line begins. */
export interface Start {
  readonly day: Day;
  readonly value: Fraction;
}

/** Everything one target is judged by, in one scope and time. */
export interface Course extends Bounds {
  /** In order of their days. */
  readonly marks: readonly Mark[];
  /** Null when there is nothing to rise or fall from: then a value is held against the target itself. */
  readonly start: Start | null;
  /** Last day in time, inclusive; null for one to be kept without end. */
  readonly due: Day | null;
  /** Last day of the newest period whose number is overdue: a value from before is held against the line of that day. */
  readonly owed: Day | null;
  /** Last day on which the number of the last period is still awaited; not before `due`. */
  readonly closes: Day | null;
  /** True for amounts that only add up: past an upper bound there is no way back. */
  readonly grows: boolean;
  /** True when every value has to meet the target. */
  readonly kept: boolean;
  /** Last day of the period after the one that ends on a day. */
  readonly next: (day: Day) => Day;
  readonly today: Day;
}

/** A course judged. */
export interface Judgement {
  readonly state: IndicatorState;
  /** The value it rests on; null without data. Of a target to be kept, the first that broke it. */
  readonly mark: Mark | null;
  /** Where the straight line from the start to the target is on that day; null where there is none. */
  readonly expected: Fraction | null;
  /** What the straight line from the start through the value comes to on the due day; null where there is none. */
  readonly forecast: Fraction | null;
  /** First day on which that line meets the target; null when it never does or has done already. */
  readonly reaches: Day | null;
}

interface Known extends Mark {
  readonly value: Fraction;
}

const days = (from: Day, to: Day): Fraction => fraction(BigInt(daysBetween(from, to)));

/** The straight line from the start to a bound on the due day; the bound itself from then on. */
const lineAt = (start: Start, bound: Fraction, at: { readonly due: Day; readonly day: Day }): Fraction => {
  if (at.day >= at.due || start.day >= at.due) return bound;
  const part = divided(days(start.day, at.day), days(start.day, at.due));
  return part ? plus(start.value, times(minus(bound, start.value), part)) : bound;
};

/** The bound still ahead: the lower one while the value is below it, else the upper one. */
const aheadOf = (value: Fraction, { low, high }: Bounds): { readonly bound: Fraction; readonly rising: boolean } | undefined => {
  if (low !== null && compareFractions(value, low) < 0) return { bound: low, rising: true };
  return high === null ? undefined : { bound: high, rising: false };
};

const outlook = (start: Start | null, mark: Known, due: Day, bounds: Bounds): Pick<Judgement, 'forecast' | 'reaches'> => {
  const slope = start && mark.day > start.day ? divided(minus(mark.value, start.value), days(start.day, mark.day)) : undefined;
  if (!start || !slope) return { forecast: null, reaches: null };
  const forecast = mark.day < due ? plus(mark.value, times(slope, days(mark.day, due))) : null;
  const bound = meets(mark.value, bounds) ? undefined : aheadOf(mark.value, bounds)?.bound;
  const needed = bound && divided(minus(bound, mark.value), slope);
  const wait = needed && needed.over > 0n ? ceiling(needed) : 0n;
  return { forecast, reaches: wait > 0n && wait < 36_500n ? addDays(mark.day, Number(wait)) : null };
};

/** Before the due day, not there yet (or an amount still under its upper bound): held against the straight line. */
const onTheWay = (course: Course, mark: Known, due: Day): Judgement => {
  const { start } = course;
  const ahead = aheadOf(mark.value, course);
  const rest = { mark, ...outlook(start, mark, due, course) };
  if (!ahead) return { ...rest, state: 'on-course', expected: null };
  const away = start ? compareFractions(start.value, ahead.bound) : 0;
  const straight = course.grows || (ahead.rising ? away < 0 : away > 0);
  const line = (day: Day): Fraction => (start && straight ? lineAt(start, ahead.bound, { due, day }) : ahead.bound);
  const day = later(mark.day, course.owed ?? '');
  const holds = (bound: Fraction): boolean =>
    ahead.rising ? compareFractions(mark.value, bound) >= 0 : compareFractions(mark.value, bound) <= 0;
  const expected = line(day);
  if (!holds(expected)) return { ...rest, state: 'behind', expected };
  const budget = course.grows && !ahead.rising;
  return { ...rest, state: !budget && holds(line(course.next(day))) ? 'early' : 'on-course', expected };
};

const bare = (state: IndicatorState, mark: Mark | null): Judgement => ({ state, mark, expected: null, forecast: null, reaches: null });

const judgeKept = (course: Course, known: readonly Known[]): Judgement => {
  const { due, closes, today } = course;
  const held = known.filter((mark) => due === null || mark.day <= due);
  const last = held.at(-1);
  if (!last) return bare('no-data', null);
  const broken = held.find((mark) => !meets(mark.value, course));
  if (broken) return bare('missed', broken);
  return bare(due !== null && (last.day >= due || (closes !== null && today > closes)) ? 'reached' : 'on-course', last);
};

/** Judges a course as of its day. Later values are not looked at. */
export const judge = (course: Course): Judgement => {
  const { due, closes, today, grows, high, low } = course;
  const known = course.marks.flatMap((mark): Known[] => (mark.day <= today && mark.value !== null ? [{ ...mark, value: mark.value }] : []));
  if (course.kept || due === null) return judgeKept(course, known);
  const last = known.findLast((mark) => mark.day <= due);
  const newest = known.at(-1);
  if (!newest) return bare('no-data', null);
  if (last && grows && high !== null && compareFractions(last.value, high) > 0) return bare('missed', last);
  const budget = grows && low === null;
  const over = today > due && (newest.day >= due || closes === null || today > closes);
  if (over) {
    if (last && meets(last.value, course)) return bare('reached', last);
    const after = known.find((mark) => mark.day > due && meets(mark.value, course));
    return after && !budget ? bare('late', after) : bare('missed', last ?? newest);
  }
  const mark = last ?? newest;
  return meets(mark.value, course) && !budget ? bare('reached', mark) : onTheWay(course, mark, due);
};
