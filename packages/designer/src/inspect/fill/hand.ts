import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { usePocket } from '../app/context.ts';
import type { DraftAnswer, Reopened, StoredVisit } from '../device/records.ts';
import type { FieldStore, Totals } from './field-store.ts';
import { type OpenForm, roomToFill, visitBefore } from './open.ts';
import { type Filling, fill } from './session.ts';

/** The store of the form that is open. */
export const FieldStoreContext = createContext<FieldStore | null>(null);

/** What the office sent back, in the form of its next round. */
export const ReopenedContext = createContext<Reopened | undefined>(undefined);

/** True for a question that stays as it was: the record was sent back for others, and this one had been answered. */
export const isClosed = (reopened: Reopened | undefined, name: string): boolean =>
  reopened !== undefined && !Object.hasOwn(reopened.remarks, name) && Object.hasOwn(reopened.answers, name);

/** The store of the open form; used only inside one. */
export const useFieldStore = (): FieldStore => {
  const store = useContext(FieldStoreContext);
  if (!store) throw new Error('no form is open');
  return store;
};

/** The answer to one question, following its changes alone. */
export const useAnswer = (name: string): DraftAnswer | undefined => {
  const store = useFieldStore();
  return useSyncExternalStore(
    useCallback((wake) => store.onField(name, wake), [store, name]),
    () => store.answer(name),
  );
};

/** True while the question is asked, following the answers its condition reads. */
export const useIsAsked = (name: string): boolean => {
  const store = useFieldStore();
  return useSyncExternalStore(
    useCallback((wake) => store.onField(name, wake), [store, name]),
    () => store.isAsked(name),
  );
};

/** What the form comes to, following changes. */
export const useTotals = (): Totals => {
  const store = useFieldStore();
  return useSyncExternalStore(store.onAny, store.totals);
};

/** How far a section is, following changes. */
export const useSection = (index: number): Totals => {
  const store = useFieldStore();
  return useSyncExternalStore(store.onAny, () => store.section(index));
};

/** Keeps the form on the device while it is on the screen. `gone` when it was finished in another window. */
export const useFilling = (open: OpenForm): { readonly filling: Filling | null; readonly gone: boolean } => {
  const pocket = usePocket();
  const [gone, setGone] = useState(false);
  const [filling, setFilling] = useState<Filling | null>(null);
  useEffect(() => {
    const begun = fill(pocket, open, () => setGone(true));
    setFilling(begun);
    return () => void begun.leave().catch(() => pocket.state.set({ memory: 'broken' }));
  }, [pocket, open]);
  return { filling, gone };
};

/** How the site did the last time, and whether there is room on the device; both come a moment after the form is there. */
export const useSurroundings = (open: OpenForm): { readonly visit: StoredVisit | undefined; readonly room: boolean } => {
  const pocket = usePocket();
  const [visit, setVisit] = useState<StoredVisit | undefined>();
  const [room, setRoom] = useState(true);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    const see =
      <T>(set: (value: T) => void) =>
      (value: T) =>
        here.current && set(value);
    void visitBefore(pocket, open).then(see(setVisit), () => undefined);
    void roomToFill(pocket).then(see(setRoom));
    return () => {
      here.current = false;
    };
  }, [pocket, open]);
  return { visit, room };
};
