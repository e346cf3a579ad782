import type { NamedKind } from '@xiuhua/engine';
import { textOf, valueAt } from '../draft/json.ts';
import { namesOf } from '../draft/names.ts';
import { countRefs } from '../draft/rename.ts';
import { schemaAt } from '../draft/schema.ts';
import { type Cell, cell, type DraftStore } from './store.ts';

/** Where the hand is: the clause that is open, the field to put the cursor in, and whether its text is selected. */
export interface Focus {
  readonly open: string | null;
  readonly field: string | null;
  readonly select: boolean;
}

/** A name that was changed while its clause was open, and how many references followed. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

interface Opened {
  readonly at: string;
  readonly kind: NamedKind;
  readonly name: string;
}

/** Opens and closes clauses, one at a time. */
export interface Hand {
  readonly focus: Cell<Focus>;
  readonly open: (at: string, field?: string, select?: boolean) => void;
  readonly close: () => void;
}

const openedAt = (store: DraftStore, at: string): Opened | undefined => {
  const kind = schemaAt(at).properties?.name?.declares;
  return kind ? { at, kind, name: textOf(valueAt(store.get().present, at), 'name') } : undefined;
};

/**
 * The hand at a draft. When a clause is left under another name than it was opened with, everything that referred to
 * the old name follows, as one edit that can be undone; `renamed` is told. `keep` says whether a unit's old name is
 * kept as a former one: it is once a plan of the campaign was in force.
 */
export const handAt = (store: DraftStore, keep: () => boolean, renamed: (renaming: Renaming) => void): Hand => {
  const focus = cell<Focus>({ open: null, field: null, select: false });
  let opened: Opened | undefined;
  const settle = () => {
    if (!opened) return;
    const { at, kind, name: from } = opened;
    opened = undefined;
    const plan = store.get().present;
    const to = textOf(valueAt(plan, at), 'name');
    if (to === '' || to === from || namesOf(plan, kind).some((n) => n.name === from)) return;
    const count = countRefs(plan, kind, from);
    if (count === 0 && !keep()) return;
    store.edit({ type: 'Rename', kind, from, to, keep: keep() });
    if (count > 0) renamed({ from, to, count });
  };
  return {
    focus,
    open: (at, field, select = false) => {
      settle();
      opened = openedAt(store, at);
      focus.set({ open: at, field: field ?? null, select });
    },
    close: () => {
      settle();
      focus.set({ open: null, field: null, select: false });
    },
  };
};
