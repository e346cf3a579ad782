import { sweepPlans } from '../device/cache.ts';
import { changeItem, tidyOutbox } from '../device/outbox.ts';
import { sweepPhotos } from '../device/photos.ts';
import { acknowledge, tryAgain } from '../send/progress.ts';
import { type Round, sendAll } from '../send/sender.ts';
import { type Pocket, reload } from './pocket.ts';
import { refresh } from './refresh.ts';
import type { State } from './state.ts';

/** How often the phone tries by itself while something waits. */
export const everyMs = 60_000;

/** One round, unless another window is sending; `undefined` then, and when the device's memory fails. */
const oneRound = (pocket: Pocket, account: string, pressed: boolean): Promise<Round | undefined> => {
  const { device, wire, state } = pocket;
  const told = (done: number, of: number) => {
    state.set({ sending: { done, of } });
    void reload(pocket);
  };
  return pocket.sender(async () => {
    try {
      return await sendAll({ device, wire, account, now: Date.now, told }, pressed);
    } catch {
      state.set({ memory: 'broken' });
      return undefined;
    } finally {
      state.set({ sending: null });
    }
  });
};

/** What a round that tried something says about the line and the sign-in. */
const learnt = ({ end }: Round): Partial<State> => ({
  lastRound: end,
  line: end === 'no-line' ? 'gone' : 'there',
  ...(end === 'signed-out' ? { signedIn: 'no' } : {}),
});

/**
 * Sends what waits, round after round, until nothing is due: what is finished while a round is under way is not left to
 * the timer. `pressed` is a person's press on the button, which also tries what failed a moment ago. Does nothing when
 * another window is sending.
 */
export const send = async (pocket: Pocket, pressed = false): Promise<void> => {
  const { state, tell } = pocket;
  const { session } = state.get();
  if (!session) return;
  let sent = 0;
  for (let first = true; ; first = false) {
    const round = await oneRound(pocket, session.account.id, pressed && first);
    if (!round || round.of === 0) break;
    sent += round.sent;
    state.set(learnt(round));
    await reload(pocket);
    tell();
    if (round.end === 'other-account') await refresh(pocket);
    if (round.end !== 'done') return;
  }
  if (sent > 0) await refresh(pocket);
};

/**
 * Brings the device up to date and sends, at once: neither waits for the other. Afterwards it sends again, for who is
 * signed in may have changed. Done at the start, when the line is back, when the page is looked at again.
 */
export const bringUpToDate = async (pocket: Pocket): Promise<void> => {
  await Promise.all([send(pocket), refresh(pocket)]);
  if (pocket.state.get().signedIn === 'yes') await send(pocket);
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
