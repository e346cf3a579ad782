import { useCallback, useSyncExternalStore } from 'react';

/** A value that screens follow. */
export interface Store<T> {
  get(): T;
  set(change: Partial<T>): void;
  subscribe(wake: () => void): () => void;
}

/** A store that starts with this value. */
export const createStore = <T extends object>(initial: T): Store<T> => {
  let value = initial;
  const wakes = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      value = { ...value, ...change };
      for (const wake of wakes) wake();
    },
    subscribe: (wake) => {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
  };
};

/** What `pick` takes out of the store, following changes. `pick` must give the same thing for the same value. */
export const useStore = <T extends object, S>(store: Store<T>, pick: (value: T) => S): S =>
  useSyncExternalStore(
    store.subscribe,
    useCallback(() => pick(store.get()), [store, pick]),
  );
