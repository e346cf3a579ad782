import type { Day } from '@xiuhua/engine';
import { isEqual } from '../draft/json.ts';
import { forgetLocal, localCopy } from '../save/localCopy.ts';
import { type Saver, saver } from '../save/saver.ts';
import type { ServerDraft } from '../save/server.ts';
import { type Checking, checkerFor, followChecks } from './checker.ts';
import { type Hand, handAt, type Renaming } from './focus.ts';
import { type DraftStore, draftStore } from './store.ts';

/** The moving parts of an open desk. `restored` says that changes kept on this device were brought back. */
export interface Opened {
  readonly store: DraftStore;
  readonly checked: Checking;
  readonly hand: Hand;
  readonly saver: Saver;
  readonly restored: boolean;
  readonly close: () => void;
}

interface Surroundings {
  /** Today in China. */
  readonly today: Day;
  /** Whether a plan of this campaign is in force now. */
  readonly inForce: () => boolean;
  readonly renamed: (renaming: Renaming) => void;
}

/**
 * Opens a draft. Changes that this device kept while the server was away come back as an edit that can be undone; when
 * somebody saved since they were made, the person is asked, as for any newer draft.
 */
export const openDesk = (campaign: string, draft: ServerDraft, { today, inForce, renamed }: Surroundings): Opened => {
  const store = draftStore(draft.plan);
  const kept = localCopy(campaign);
  const restored = kept !== undefined && !isEqual(kept.plan, draft.plan);
  if (kept && !restored) forgetLocal(campaign);
  if (restored) store.edit({ type: 'ReplacePlan', plan: kept.plan });
  const moved = restored && kept.revision !== draft.revision;
  const saving = saver({ campaign, store, base: draft, ...(moved ? { theirs: draft } : {}) });
  const checking = followChecks(store, checkerFor(today));
  return {
    store,
    checked: checking,
    hand: handAt(store, inForce, renamed),
    saver: saving,
    restored: restored && !moved,
    close: () => {
      checking.stop();
      saving.stop();
    },
  };
};
