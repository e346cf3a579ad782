import { sweepPlans } from '../device/cache.ts';
import { changeItem, tidyOutbox } from '../device/outbox.ts';
import { sweepPhotos } from '../device/photos.ts';
import { acknowledge, dueNow, tryAgain } from '../send/progress.ts';
import { sendAll } from '../send/sender.ts';
import { type Pocket, reload } from './pocket.ts';
import { refresh } from './refresh.ts';

/** How often the phone tries by itself while something waits. */
export const everyMs = 60_000;

/**
 * Sends what waits. `pressed` is a person's press on the button, which also tries what failed a moment ago. Does
 * nothing when another window is sending.
 */
export const send = async (pocket: Pocket, pressed = false): Promise<void> => {
  const { device, wire, state, tell } = pocket;
  const { session } = state.get();
  if (!session) return;
  const account = session.account.id;
  const told = (done: number, of: number) => {
    state.set({ sending: { done, of } });
    void reload(pocket);
  };
  const round = await pocket
    .sender(() => sendAll({ device, wire, account, now: Date.now, told }, pressed))
    .finally(() => state.set({ sending: null }));
  if (!round) return;
  state.set({ lastRound: round.of > 0 ? round.end : state.get().lastRound, ...(round.end === 'signed-out' ? { signedIn: 'no' } : {}) });
  if (round.of > 0) state.set({ line: round.end === 'no-line' ? 'gone' : 'there' });
  await reload(pocket);
  tell();
  if (round.sent > 0 || round.end === 'other-account') await refresh(pocket);
  // Finished while the round was under way: it is not left to the timer.
  if (round.of > 0 && round.end === 'done' && dueNow(state.get().items, Date.now(), false).length > 0) await send(pocket);
};

/** Puts an item that needs a person back in line and sends. */
export const sendAgain = async (pocket: Pocket, submission: string): Promise<void> => {
  await changeItem(pocket.device, submission, tryAgain);
  await reload(pocket);
  await send(pocket, true);
};

/** Puts an item aside whose conflict the person has read. */
export const putAside = async (pocket: Pocket, submission: string): Promise<void> => {
  await changeItem(pocket.device, submission, (item) => acknowledge(item, Date.now()));
  await reload(pocket);
  pocket.tell();
};

/** Clears away what is old and confirmed. Never anything that is not delivered. */
export const tidy = async ({ device }: Pocket): Promise<void> => {
  await tidyOutbox(device, Date.now());
  await sweepPhotos(device, Date.now());
  await sweepPlans(device);
};
