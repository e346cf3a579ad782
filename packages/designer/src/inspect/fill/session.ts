import { planText } from '@xiuhua/engine';
import { instantNow, type Pocket, reload } from '../app/pocket.ts';
import { send } from '../app/sending.ts';
import { isFull } from '../device/base.ts';
import { dropDraft, finishDraft, saveDraft } from '../device/drafts.ts';
import { dropSentPhotos } from '../device/photos.ts';
import type { Draft } from '../device/records.ts';
import { type Autosave, autosave } from './autosave.ts';
import { finalise } from './draft.ts';
import { askedAnswers } from './field-store.ts';
import type { OpenForm } from './open.ts';

/** How finishing a form ended. `gone`: another window was quicker. `full`, `broken`: nothing was kept, the draft is as it was. */
export type Finished = 'done' | 'gone' | 'full' | 'broken';

/** A form in the hand: kept on the device as it is filled, until it is finished or left. */
export interface Filling {
  /** Moves the record into the outbox. */
  finish(): Promise<Finished>;
  /** Ends filling: keeps the draft, or drops it when nothing was answered. */
  leave(): Promise<void>;
}

/** Retries a write once after making room: form data weighs more than copies the server has. */
const withRoom = async <T>(pocket: Pocket, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (!isFull(error) || (await dropSentPhotos(pocket.device)) === 0) throw error;
    return write();
  }
};

/** The draft with the answers as they are now. */
const asDraft = (pocket: Pocket, { draft, store }: OpenForm): Draft => ({
  ...draft,
  changed: instantNow(pocket),
  answers: Object.fromEntries(store.answers()),
});

const keeping = (pocket: Pocket, open: OpenForm, gone: () => void): Autosave =>
  autosave(
    async () => {
      const kept = await withRoom(pocket, () => saveDraft(pocket.device, asDraft(pocket, open)));
      if (!kept) gone();
      if (pocket.state.get().memory !== 'fine') pocket.state.set({ memory: 'fine' });
    },
    { failed: (error) => pocket.state.set({ memory: isFull(error) ? 'full' : 'broken' }) },
  );

/** True when nothing was answered, or nothing was answered anew in a record sent back. */
const isUntouched = ({ draft, store }: OpenForm): boolean =>
  draft.reopened ? planText(Object.fromEntries(store.answers())) === planText(draft.reopened.answers) : store.answers().size === 0;

/** Begins keeping a form: within half a second of a change, and at once when the page is hidden. `gone` is told when the draft was finished elsewhere. */
export const fill = (pocket: Pocket, open: OpenForm, gone: () => void): Filling => {
  let finished = false;
  const saver = keeping(pocket, open, () => {
    if (!finished) gone();
  });
  const forget = open.store.onAny(saver.changed);
  const hidden = () => void saver.flush();
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', hidden);
  const end = () => {
    forget();
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', hidden);
  };
  return {
    finish: async () => {
      // The record holds all the answers itself: one write from the press to the outbox, nothing before it.
      const item = finalise(
        { ...asDraft(pocket, open), answers: askedAnswers(open.store) },
        { now: Date.now(), slip: pocket.state.get().slip },
      );
      try {
        const made = await withRoom(pocket, () => finishDraft(pocket.device, open.draft.id, item));
        finished = true;
        await saver.stop();
        await reload(pocket);
        pocket.tell();
        void send(pocket);
        return made ? 'done' : 'gone';
      } catch (error) {
        pocket.state.set({ memory: isFull(error) ? 'full' : 'broken' });
        return isFull(error) ? 'full' : 'broken';
      }
    },
    leave: async () => {
      end();
      await saver.flush();
      await saver.stop();
      if (isUntouched(open)) await dropDraft(pocket.device, open.draft.id);
      await reload(pocket);
      pocket.tell();
    },
  };
};
