import type { Instant } from '@xiuhua/engine';
import { Refused } from '../../shared/api.ts';
import { type Cell, cell, type DraftStore, type Followed } from '../desk/store.ts';
import { isEqual, type Json } from '../draft/json.ts';
import { forgetLocal, keepLocal } from './localCopy.ts';
import { draftInTheWay, putDraft, type Saved, type ServerDraft } from './server.ts';

/** How the draft on the screen stands to the one on the server. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  /** The server cannot be reached; `kept` says whether this device holds a copy. */
  | { readonly kind: 'away'; readonly kept: boolean }
  /** The server refused for a reason it words; nothing is sent until something changes. */
  | { readonly kind: 'refused'; readonly message: string; readonly signedOut: boolean }
  /** Somebody saved in between; a person must choose. */
  | { readonly kind: 'moved'; readonly theirs: ServerDraft };

/** What a draft grew from: the plan and revision the server last confirmed. */
export interface Base extends Saved {
  readonly plan: Json;
}

/** Saves a draft by itself, and never over somebody else's. */
export interface Saver {
  readonly state: Followed<SaveState>;
  readonly base: Followed<Base>;
  /** Saves now; true once the server has exactly what is on the screen. */
  readonly flush: () => Promise<boolean>;
  /** Goes on from a newer draft; what is on the screen is then saved over it unless it is the same. */
  readonly settle: (base: Base) => void;
  readonly stop: () => void;
}

interface SaverSettings {
  readonly campaign: string;
  readonly store: DraftStore;
  readonly base: Base;
  /** The newer draft of somebody else that was there when the desk was opened. */
  readonly theirs?: ServerDraft;
}

/** The hand must rest this long before the draft is sent. */
const rest = 900;
/** Time between two tries while the server is away. */
const again = 10_000;
/** Time within which the copy on this device follows the hand. */
const keepWithin = 250;

const firstState = ({ store, base, theirs }: SaverSettings): SaveState => {
  if (theirs) return { kind: 'moved', theirs };
  return isEqual(store.get().present, base.plan) ? { kind: 'saved', at: base.savedAt, by: base.savedBy } : { kind: 'changed' };
};

const refusal = (error: unknown, keep: () => boolean): SaveState => {
  const theirs = draftInTheWay(error);
  if (theirs) return { kind: 'moved', theirs };
  if (!(error instanceof Refused)) throw error;
  if (error.status === 0 || error.status >= 500) return { kind: 'away', kept: keep() };
  return { kind: 'refused', message: error.message, signedOut: error.status === 401 };
};

/** Sends what is on the screen and says how it went. */
const send = async ({ campaign, store }: SaverSettings, base: Cell<Base>, keep: () => boolean): Promise<SaveState> => {
  const plan = store.get().present;
  if (!isEqual(plan, base.get().plan)) {
    try {
      base.set({ ...(await putDraft(campaign, plan, base.get().revision)), plan });
    } catch (error) {
      return refusal(error, keep);
    }
  }
  if (store.get().present !== plan) return { kind: 'changed' };
  forgetLocal(campaign);
  const { savedAt, savedBy } = base.get();
  return { kind: 'saved', at: savedAt, by: savedBy };
};

/** The saver of a draft. One request at a time; the newest draft follows. */
export const saver = (settings: SaverSettings): Saver => {
  const { campaign, store } = settings;
  const state = cell(firstState(settings));
  const base = cell(settings.base);
  let sending: Promise<void> | undefined;
  const timers: Record<'save' | 'keep', ReturnType<typeof setTimeout> | undefined> = { save: undefined, keep: undefined };
  const keep = () => keepLocal(campaign, { plan: store.get().present, revision: base.get().revision });
  const later = (wait: number) => {
    clearTimeout(timers.save);
    timers.save = setTimeout(() => void save(), wait);
  };
  const save = (): Promise<void> => {
    if (state.get().kind === 'moved') return Promise.resolve();
    sending ??= (async () => {
      state.set({ kind: 'saving' });
      const next = await send(settings, base, keep);
      sending = undefined;
      state.set(next);
      if (next.kind === 'saved') clearTimeout(timers.keep);
      if (next.kind === 'changed') later(rest);
      if (next.kind === 'away') later(again);
    })();
    return sending;
  };
  const changed = () => {
    clearTimeout(timers.keep);
    timers.keep = setTimeout(keep, keepWithin);
    if (state.get().kind === 'moved') return;
    if (!sending && state.get().kind !== 'away' && state.get().kind !== 'changed') state.set({ kind: 'changed' });
    if (!sending) later(rest);
  };
  const unsubscribe = store.subscribe(changed);
  const online = () => later(0);
  globalThis.addEventListener('online', online);
  if (state.get().kind === 'changed') later(rest);
  return {
    state,
    base,
    flush: async () => {
      clearTimeout(timers.save);
      for (let tries = 0; tries < 3 && state.get().kind !== 'moved'; tries++) {
        await save();
        if (state.get().kind === 'saved') return true;
      }
      return false;
    },
    settle: (next) => {
      base.set(next);
      state.set({ kind: 'changed' });
      later(0);
    },
    stop: () => {
      unsubscribe();
      globalThis.removeEventListener('online', online);
      clearTimeout(timers.save);
      if (timers.keep !== undefined && state.get().kind !== 'saved') keep();
      clearTimeout(timers.keep);
    },
  };
};
