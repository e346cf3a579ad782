import { type Deadline, deadlineOf, type Pause } from '../calendar/clock.ts';
import type { Instant } from '../calendar/day.ts';
import type { Within } from '../calendar/within.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CompiledClass } from './classes.ts';
import type { CompiledFlow } from './flow.ts';

/** The last moment in time of a stage. `due` is null while the clock stands still. */
export interface Due {
  readonly due: Instant | null;
  readonly provisional: boolean;
}

/** The time a finding has in a stage: what its class says for it, what the stage says, else the notice for putting right. */
export const limitOf = (
  flow: CompiledFlow,
  stage: string,
  rest: { readonly of: CompiledClass | undefined; readonly notice: Within },
): Within | null => {
  const found = flow.stages.get(stage);
  if (!found) return null;
  const own = rest.of?.limits.get(stage) ?? (found.is === 'rectifying' ? rest.of?.limits.get('') : undefined);
  return own ?? found.within ?? (found.is === 'rectifying' ? rest.notice : null);
};

/** When a time allowed ends that began at a moment, stood still in the pauses and was added to, each addition after the one before. */
export const dueOf = (
  limit: { readonly within: Within; readonly added: readonly Within[] },
  running: { readonly start: Instant; readonly pauses: readonly Pause[] },
  calendar: WorkCalendar,
): Due => {
  let due: Instant | null = running.start;
  let provisional = false;
  for (const within of [limit.within, ...limit.added]) {
    const deadline: Deadline | null = due === null ? null : deadlineOf(within, { start: due, pauses: running.pauses }, calendar);
    due = deadline?.at ?? null;
    provisional ||= deadline?.provisional ?? false;
  }
  return { due, provisional };
};
