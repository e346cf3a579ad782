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

/**
 * A value worked out from the plan, at once for the first plan and then whenever the hand has rested for `delay`
 * milliseconds: what is dear to compute never stands in the way of typing. `stop` ends it.
 */
export const workedOut = <T>(store: DraftStore, compute: (plan: Json) => T, delay: number): Followed<T> & { readonly stop: () => void } => {
  const value = cell(compute(store.get().present));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(() => value.set(compute(store.get().present)), delay);
  });
  const stop = () => {
    clearTimeout(timer);
    unsubscribe();
  };
  return { get: value.get, subscribe: value.subscribe, stop };
};
