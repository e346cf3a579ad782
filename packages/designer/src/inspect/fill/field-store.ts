import type { Points } from '@xiuhua/engine';
import type { DraftAnswer } from '../device/records.ts';
import { gapOf, lostBy } from './answers.ts';
import type { Form, Question } from './form.ts';

/** What the whole form comes to. `answered` have a result; `complete` lack nothing, not even a photo. */
export interface Totals {
  readonly of: number;
  readonly answered: number;
  readonly complete: number;
  readonly failed: number;
  readonly lost: Points;
}

/** How far a section is. */
export interface SectionTotals {
  readonly of: number;
  readonly complete: number;
  readonly unanswered: number;
}

/**
 * The answers of one form. A key pressed in one field wakes that field and the totals, never the other questions, so
 * a form of 300 questions costs no more than one of six.
 */
export interface FieldStore {
  readonly form: Form;
  answer(name: string): DraftAnswer | undefined;
  answers(): ReadonlyMap<string, DraftAnswer>;
  totals(): Totals;
  section(index: number): SectionTotals;
  /** Replaces the answers given; the others stay. */
  put(changes: ReadonlyMap<string, DraftAnswer>): void;
  /** Puts back earlier answers, removing those that were not there. */
  restore(earlier: ReadonlyMap<string, DraftAnswer | undefined>): void;
  /** Wakes when the answer to this question changes. */
  onField(name: string, wake: () => void): () => void;
  /** Wakes when any answer changes. */
  onAny(wake: () => void): () => void;
}

/** What one question adds to the totals: complete, answered, failed, lost. */
type Weight = readonly [complete: number, answered: number, failed: number, lost: Points];

const nothing: Weight = [0, 0, 0, 0];

const weight = (question: Question, answer: DraftAnswer | undefined): Weight => [
  gapOf(question, answer) ? 0 : 1,
  answer?.result ? 1 : 0,
  answer?.result === 'fail' ? 1 : 0,
  lostBy(question, answer),
];

/** Opens the store on a form with the answers of a draft; answers to questions the form does not ask are left out. */
export const fieldStore = (form: Form, begun: Readonly<Record<string, DraftAnswer>>): FieldStore => {
  const answers = new Map(Object.entries(begun).filter(([name]) => form.byName.has(name)));
  const fields = new Map<string, Set<() => void>>();
  const any = new Set<() => void>();
  const sectionOf = new Map(form.sections.flatMap((s, index) => s.questions.map((q) => [q.name, index] as const)));
  const sections: SectionTotals[] = form.sections.map((s) => ({ of: s.questions.length, complete: 0, unanswered: s.questions.length }));
  let totals: Totals = { of: form.questions.length, answered: 0, complete: 0, failed: 0, lost: 0 };

  const count = (question: Question, from: Weight, to: Weight): void => {
    const [complete, answered, failed, lost] = from.map((old, i) => (to[i] ?? 0) - old) as unknown as Weight;
    if (complete || answered || failed || lost)
      totals = {
        of: totals.of,
        answered: totals.answered + answered,
        complete: totals.complete + complete,
        failed: totals.failed + failed,
        lost: totals.lost + lost,
      };
    const index = sectionOf.get(question.name) ?? 0;
    const s = sections[index];
    // The same object for the same figures: who shows them is not woken.
    if (s && (complete || answered)) sections[index] = { ...s, complete: s.complete + complete, unanswered: s.unanswered - answered };
  };
  for (const question of form.questions) count(question, nothing, weight(question, answers.get(question.name)));

  const change = (name: string, next: DraftAnswer | undefined): void => {
    const question = form.byName.get(name);
    if (!question) return;
    const before = weight(question, answers.get(name));
    const kept = next && Object.keys(next).length > 0 ? next : undefined;
    if (kept) answers.set(name, kept);
    else answers.delete(name);
    count(question, before, weight(question, kept));
    for (const wake of fields.get(name) ?? []) wake();
  };
  const apply = (changes: ReadonlyMap<string, DraftAnswer | undefined>): void => {
    for (const [name, next] of changes) change(name, next);
    for (const wake of any) wake();
  };

  return {
    form,
    answer: (name) => answers.get(name),
    answers: () => answers,
    totals: () => totals,
    section: (index) => sections[index] ?? { of: 0, complete: 0, unanswered: 0 },
    put: apply,
    restore: apply,
    onField: (name, wake) => {
      const wakes = fields.get(name) ?? new Set();
      fields.set(name, wakes.add(wake));
      return () => wakes.delete(wake);
    },
    onAny: (wake) => {
      any.add(wake);
      return () => any.delete(wake);
    },
  };
};
