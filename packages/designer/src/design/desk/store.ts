import { apply, type Draft, draftOf, redo, undo } from '../draft/draft.ts';
import type { Edit } from '../draft/edits.ts';
import type { Json } from '../draft/json.ts';

/** A value that screens follow. */
export interface Followed<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A followed value that can be set; setting the same value tells nobody. */
export interface Cell<T> extends Followed<T> {
  readonly set: (value: T) => void;
}

/** A cell that holds a value. */
export const cell = <T>(first: T): Cell<T> => {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The draft on the screen and what can be done to it. */
export interface DraftStore extends Followed<Draft> {
  readonly edit: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** The store of a draft that begins with this plan. */
export const draftStore = (plan: Json): DraftStore => {
  const draft = cell(draftOf(plan));
  return {
    get: draft.get,
    subscribe: draft.subscribe,
    edit: (edit) => draft.set(apply(draft.get(), edit, Date.now())),
    undo: () => draft.set(undo(draft.get())),
    redo: () => draft.set(redo(draft.get())),
  };
};
