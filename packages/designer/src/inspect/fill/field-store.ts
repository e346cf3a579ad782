import { askedItems, type Points } from '@xiuhua/engine';
import type { DraftAnswer } from '../device/records.ts';
import { gapOf, lostBy, mayStayOpen } from './answers.ts';
import { finalAnswers } from './draft.ts';
import type { Form, Question } from './form.ts';

/**
 * What the whole form comes to. `of` counts the questions to answer: asked, and not optional or answered all the same.
 * `answered` have a result; `complete` lack nothing, not even a photo.
 */
export interface Totals {
  readonly of: number;
  readonly answered: number;
  readonly complete: number;
  readonly failed: number;
  readonly lost: Points;
}

/**
 * The answers of one form. A key pressed in one field wakes that field and the totals, never the other questions, so
 * a form of 300 questions costs no more than one of six.
 */
export interface FieldStore {
  readonly form: Form;
  answer(name: string): DraftAnswer | undefined;
  /** All answers given, also those to questions that are not asked any more. */
  answers(): ReadonlyMap<string, DraftAnswer>;
  /** True when the question is asked, given the answers so far. */
  isAsked(name: string): boolean;
  totals(): Totals;
  section(index: number): Totals;
  /** Replaces the answers given; `undefined` takes one back; the others stay. */
  put(changes: ReadonlyMap<string, DraftAnswer | undefined>): void;
  /** Wakes when the answer to this question changes, or whether it is asked. */
  onField(name: string, wake: () => void): () => void;
  /** Wakes when any answer changes. */
  onAny(wake: () => void): () => void;
}

const zero: Totals = { of: 0, answered: 0, complete: 0, failed: 0, lost: 0 };

/** What one question adds to the totals. */
const weight = (question: Question, answer: DraftAnswer | undefined): Totals => ({
  of: mayStayOpen(question, answer) ? 0 : 1,
  answered: answer?.result ? 1 : 0,
  complete: gapOf(question, answer) || mayStayOpen(question, answer) ? 0 : 1,
  failed: answer?.result === 'fail' ? 1 : 0,
  lost: lostBy(question, answer),
});

/** The totals with one question's part exchanged. The same object when nothing changes, so that nobody is woken. */
const exchanged = (totals: Totals, from: Totals, to: Totals): Totals => {
  const keys = Object.keys(zero) as (keyof Totals)[];
  if (keys.every((key) => from[key] === to[key])) return totals;
  return Object.fromEntries(keys.map((key) => [key, totals[key] - from[key] + to[key]])) as unknown as Totals;
};

const listen = (set: Set<() => void>, wake: () => void): (() => void) => {
  set.add(wake);
  return () => set.delete(wake);
};

/** True when a change can matter to a condition: conditions read results and values, not photos and remarks. */
const matters = (before: DraftAnswer | undefined, after: DraftAnswer | undefined): boolean =>
  before?.result !== after?.result || before?.value !== after?.value;

/** Opens the store on a form with the answers of a draft; answers to questions the form does not have are left out. */
export const fieldStore = (form: Form, begun: Readonly<Record<string, DraftAnswer>>): FieldStore => {
  const answers = new Map(Object.entries(begun).filter(([name]) => form.byName.has(name)));
  const fields = new Map(form.questions.map((q) => [q.name, new Set<() => void>()]));
  const any = new Set<() => void>();
  const sectionOf = new Map(form.sections.flatMap((s, index) => s.questions.map((q) => [q.name, index] as const)));
  const sections: Totals[] = form.sections.map(() => zero);
  const weights = new Map<string, Totals>();
  let totals = zero;
  let asked: ReadonlySet<string> = new Set();

  const weigh = (question: Question): void => {
    const from = weights.get(question.name) ?? zero;
    const to = asked.has(question.name) ? weight(question, answers.get(question.name)) : zero;
    weights.set(question.name, to);
    totals = exchanged(totals, from, to);
    const index = sectionOf.get(question.name) ?? 0;
    sections[index] = exchanged(sections[index] ?? zero, from, to);
  };
  const ask = (): readonly Question[] => {
    const before = asked;
    asked = askedItems(form.checklist.checklist, form.checklist.asked, finalAnswers(Object.fromEntries(answers)));
    return form.questions.filter((q) => before.has(q.name) !== asked.has(q.name));
  };
  for (const question of ask()) weigh(question);

  const change = (question: Question, next: DraftAnswer | undefined): ReadonlySet<Question> => {
    const before = answers.get(question.name);
    if (next && Object.keys(next).length > 0) answers.set(question.name, next);
    else answers.delete(question.name);
    const turned = form.checklist.asked && matters(before, next) ? ask() : [];
    return new Set([question, ...turned]);
  };

  return {
    form,
    answer: (name) => answers.get(name),
    answers: () => answers,
    isAsked: (name) => asked.has(name),
    totals: () => totals,
    section: (index) => sections[index] ?? zero,
    put: (changes) => {
      for (const [name, next] of changes) {
        const question = form.byName.get(name);
        if (!question) continue;
        for (const touched of change(question, next)) {
          weigh(touched);
          for (const wake of fields.get(touched.name) ?? []) wake();
        }
      }
      for (const wake of any) wake();
    },
    onField: (name, wake) => listen(fields.get(name) ?? new Set(), wake),
    onAny: (wake) => listen(any, wake),
  };
};

/** The answers that count: to the questions asked now. */
export const askedAnswers = (store: FieldStore): Readonly<Record<string, DraftAnswer>> =>
  Object.fromEntries([...store.answers()].filter(([name]) => store.isAsked(name)));

/** The questions among these that 其余全部合格 answers: asked, judged 合格 or not, and without a result yet. */
export const unanswered = (store: FieldStore, questions: readonly Question[] = store.form.questions): readonly Question[] =>
  questions.filter((q) => q.kind === 'pass' && store.isAsked(q.name) && !store.answer(q.name)?.result);

/** What is missing, in the order of the checklist. */
export const missing = (
  store: FieldStore,
): readonly { readonly question: Question; readonly gap: NonNullable<ReturnType<typeof gapOf>> }[] =>
  store.form.questions.flatMap((question) => {
    const gap = store.isAsked(question.name) ? gapOf(question, store.answer(question.name)) : undefined;
    return gap ? [{ question, gap }] : [];
  });
