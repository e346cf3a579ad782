import type { Day, RefKind } from '@xiuhua/engine';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Draft } from '../draft/draft.ts';
import type { Edit } from '../draft/edits.ts';
import { type Json, valueAt } from '../draft/json.ts';
import { type KnownName, namesFor } from '../draft/names.ts';
import type { PlacedProblem } from './check.ts';
import type { Checked } from './checker.ts';
import type { Focus, Hand } from './focus.ts';
import type { DraftStore, Followed } from './store.ts';

/** What every part of the desk shares. */
export interface Desk {
  readonly store: DraftStore;
  readonly checked: Followed<Checked>;
  readonly hand: Hand;
  /** Shows a place of the plan: its section, its clause open, the cursor in its field. */
  readonly jump: (place: string) => void;
  /** Today in China, by the server's clock. */
  readonly today: Day;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this component. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('outside of a desk');
  return desk;
};

/** A followed value. */
export const useFollowed = <T>(followed: Followed<T>): T => useSyncExternalStore(followed.subscribe, followed.get);

/** Something picked from the draft; the component is drawn again only when what is picked is another value. */
export const useDraft = <T>(pick: (draft: Draft) => T): T => {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
};

/** The value at a place of the plan. */
export const useAt = (at: string): Json | undefined => useDraft((draft) => valueAt(draft.present, at));

/** The names a reference of this kind may use. */
export const useNames = (kind: RefKind): readonly KnownName[] => useDraft((draft) => namesFor(draft.present, kind));

/** Does an edit. */
export const useEdit = (): ((edit: Edit) => void) => useDesk().store.edit;

/** All problems of the plan. */
export const useProblems = (): readonly PlacedProblem[] => useFollowed(useDesk().checked).problems;

/** The clause and field the hand is at. */
export const useFocus = (): Focus => useFollowed(useDesk().hand.focus);
