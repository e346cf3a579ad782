import { type Day, type DutyState, type DutyView, daysOf, type Period, periodOf } from '@xiuhua/engine';

/** The duties due in one week, counted by state. */
export interface Week {
  readonly week: Period;
  readonly first: Day;
  readonly last: Day;
  readonly total: number;
  readonly counts: Readonly<Record<DutyState, number>>;
}

/** The week in which a duty is due. */
export const weekOfDuty = (duty: DutyView): Period => periodOf('week', duty.due);

/** Duties by the week in which they are due, newest first; weeks without any are left out. */
export const weeksOf = (duties: readonly DutyView[]): readonly Week[] => {
  const weeks = [...new Set(duties.map(weekOfDuty))];
  return weeks
    .map((week): Week => {
      const due = duties.filter((duty) => weekOfDuty(duty) === week);
      const count = (state: DutyState) => due.filter((duty) => duty.state === state).length;
      const counts = {
        upcoming: count('upcoming'),
        open: count('open'),
        done: count('done'),
        late: count('late'),
        missed: count('missed'),
      };
      const { first, last } = daysOf(week);
      return { week, first, last, total: due.length, counts };
    })
    .toSorted((a, b) => b.week.localeCompare(a.week));
};

/** True when the duty is in the state asked for; `visited` is done in time or late, `all` any. */
export const inState = (duty: DutyView, state: string): boolean =>
  state === 'all' || (state === 'visited' ? duty.state === 'done' || duty.state === 'late' : duty.state === state);
