import { type Amendment, addDays, amendmentOf, compilePlan, type Day } from '@xiuhua/engine';
import { daysAhead } from '../desk/ahead.ts';
import type { Json } from '../draft/json.ts';

/** What the newer plan does to the duties of the next weeks; null while one of the two has errors. */
export const amend = (before: Json, after: Json, today: Day): Amendment | null => {
  const [old, fresh] = [compilePlan(before), compilePlan(after)];
  if (!old.ok || !fresh.ok) return null;
  return amendmentOf(old.value, fresh.value, { from: today, to: addDays(today, daysAhead - 1) });
};
