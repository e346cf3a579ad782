import { type Edit, edited } from './edits.ts';
import type { Json } from './json.ts';

/** One step back or forward: the plan on that side, and the edit between it and the present. */
export interface Step {
  readonly plan: Json;
  readonly edit: Edit;
  /** Milliseconds at which the edit was last added to. */
  readonly at: number;
}

/** The plan being written, with the way back and forward. Never changed in place. */
export interface Draft {
  readonly past: readonly Step[];
  readonly present: Json;
  readonly future: readonly Step[];
}

/** Steps that can be undone; older ones are forgotten. */
const longest = 500;

/** Typing in one clause within this time is one step. */
const pause = 1200;

/** A draft on which nothing has been done. */
export const draftOf = (plan: Json): Draft => ({ past: [], present: plan, future: [] });

const continues = (step: Step | undefined, edit: Edit, at: number): boolean =>
  step?.edit.type === 'WriteClause' &&
  edit.type === 'WriteClause' &&
  step.edit.at === edit.at &&
  !step.edit.whole &&
  !edit.whole &&
  at - step.at <= pause;

/**
 * The draft after an edit at the time `at`. An edit that changes nothing leaves the draft as it is. Quick edits of the
 * same clause are one step. What had been undone is given up.
 */
export const apply = (draft: Draft, edit: Edit, at: number): Draft => {
  const present = edited(draft.present, edit);
  if (present === draft.present) return draft;
  const last = draft.past.at(-1);
  const past =
    last && draft.future.length === 0 && continues(last, edit, at)
      ? [...draft.past.slice(0, -1), { ...last, edit, at }]
      : [...draft.past.slice(1 - longest), { plan: draft.present, edit, at }];
  return { past, present, future: [] };
};

/** One step back; the same draft when there is none. */
export const undo = (draft: Draft): Draft => {
  const step = draft.past.at(-1);
  if (!step) return draft;
  return {
    past: draft.past.slice(0, -1),
    present: step.plan,
    future: [{ ...step, plan: draft.present, at: Number.NEGATIVE_INFINITY }, ...draft.future],
  };
};

/** One step forward again; the same draft when there is none. */
export const redo = (draft: Draft): Draft => {
  const [step, ...future] = draft.future;
  if (!step) return draft;
  return { past: [...draft.past, { ...step, plan: draft.present, at: Number.NEGATIVE_INFINITY }], present: step.plan, future };
};
