import { createContext, useContext } from 'react';
import type { Pocket } from './pocket.ts';
import type { State } from './state.ts';
import { useStore } from './store.ts';

/** The pocket of the open door. */
export const PocketContext = createContext<Pocket | null>(null);

/** The pocket of the open door; used only below the app. */
export const usePocket = (): Pocket => {
  const pocket = useContext(PocketContext);
  if (!pocket) throw new Error('no pocket');
  return pocket;
};

/** A part of the state, following changes. */
export const useInspect = <S>(pick: (state: State) => S): S => useStore(usePocket().state, pick);
