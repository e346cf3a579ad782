import type { Scenario } from '../plan/scenarios.ts';
import { type Habits, ordinaryHabits } from './habits.ts';
import type { Luck } from './luck.ts';

/** Nothing is left to chance: what is not certain does not happen, and the first of several is taken. */
export const noLuck: Luck = {
  likely: (share) => share >= 1,
  share: () => 0.999,
  whole: (low) => low,
  one: <T>(list: readonly T[]) => list[0] as T,
};

/** People who do everything in time and right, but for how they put right what was found. */
export const calmHabits = (rectified: Scenario['rectified'] = 'in-time'): Habits => ({
  ...ordinaryHabits,
  lateVisits: 0,
  missedVisits: 0,
  heldVisits: 0,
  earlyReplies: 0,
  lateReplies: rectified === 'late' ? 1 : 0,
  missedReplies: rectified === 'never' ? 1 : 0,
  returned: 0,
  lateReadings: 0,
  missedReadings: 0,
  wrongReadings: 0,
  lateMilestones: 0,
  missedMilestones: 0,
  appeals: 0,
});
