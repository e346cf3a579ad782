import type { Pocket } from '../app/pocket.ts';
import { withResult } from './answers.ts';
import type { FieldStore } from './field-store.ts';
import type { Question } from './form.ts';

/** Passes the questions given in one step, says how many, and offers to undo it. */
export const passRest = ({ state }: Pocket, store: FieldStore, questions: readonly Question[], words: (n: number) => string): void => {
  if (questions.length === 0) return;
  const before = new Map(questions.map((q) => [q.name, store.answer(q.name)]));
  store.put(new Map(questions.map((q) => [q.name, withResult(q, store.answer(q.name), 'pass')])));
  const undo = () => {
    store.put(before);
    state.set({ notice: null });
  };
  state.set({ notice: { text: words(questions.length), undo } });
};
