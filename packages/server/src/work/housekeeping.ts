import { sweepSessions } from '../store/sessions.ts';
import { sweepThrottle } from '../store/throttle.ts';
import { longestSession } from './sessions.ts';
import { day, hour, shift } from './time.ts';
import type { Work } from './work.ts';

/** Removes what nobody needs any more: dead sessions, forgotten failures, unfinished uploads. */
export const tidy = async ({ tools, photos }: Work): Promise<void> => {
  const now = tools.clock.now();
  await tools.store.write((db) => sweepSessions(db, shift(now, -longestSession)));
  await tools.store.write((db) => sweepThrottle(db, shift(now, -day)));
  await photos.sweep();
};

/** Tidies now and every hour until it is stopped by calling the answer. A failure is logged and tried again later. */
export const housekeeping = (work: Work): (() => void) => {
  const once = (): void => void tidy(work).catch((error: unknown) => work.tools.log.warn('tidying up failed', { error }));
  once();
  const timer = setInterval(once, hour);
  timer.unref();
  return () => clearInterval(timer);
};
