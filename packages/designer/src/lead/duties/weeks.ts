import { type DutyView, type Period, periodOf } from '@xiuhua/engine';

/** The week in which a duty is due. */
export const weekOfDuty = (duty: DutyView): Period => periodOf('week', duty.due);

/** True when the duty is in the state asked for; `visited` is done in time or late, `all` any. */
export const inState = (duty: DutyView, state: string): boolean =>
  state === 'all' || (state === 'visited' ? duty.state === 'done' || duty.state === 'late' : duty.state === state);
