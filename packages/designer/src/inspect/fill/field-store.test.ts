// @vitest-environment node
import { checkAnswers } from '@xiuhua/engine';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { DraftAnswer } from '../device/records.ts';
import { gapOf, lostBy, withResult } from './answers.ts';
import { finalAnswers } from './draft.ts';
import { askedAnswers, fieldStore, missing, unanswered } from './field-store.ts';
import { formWith } from './form.fixture.ts';
import type { Form } from './form.ts';

const form = formWith([
  { name: '物品', points: 0.5, counted: true, most: 2, photo: 'on-failure' },
  { name: '占道', points: 1, section: '路面' },
  { name: '井盖', points: 1, section: '路面', optional: true },
  { name: '路灯', points: 0.25, photo: 'always' },
  { name: '深度', answer: 'number', fails: 'above 3', points: 2 },
  { name: '追问', asked: { '==': [{ var: '占道' }, false] }, points: 0.5 },
]);

const answer = fc.record(
  {
    result: fc.constantFrom('pass', 'fail', 'not-applicable', undefined),
    note: fc.constantFrom('看过', undefined),
    photos: fc.constantFrom(['a'], undefined),
  },
  { requiredKeys: [] },
);
const changes = fc.array(fc.tuple(fc.constantFrom(...form.questions.map((q) => q.name)), answer), { maxLength: 25 });

const apply = (of: Form, history: readonly (readonly [string, object])[]) => {
  const store = fieldStore(of, {});
  for (const [name, given] of history) {
    const question = of.byName.get(name);
    const { result, ...rest } = given as DraftAnswer;
    const plain = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined)) as DraftAnswer;
    const next = result && question ? withResult(question, plain, result) : plain;
    store.put(new Map([[name, next]]));
  }
  return store;
};

describe('the answers of a form', () => {
  it('come to the same totals however they were reached', () => {
    fc.assert(
      fc.property(changes, (history) => {
        const store = apply(form, history);
        const asked = form.questions.filter((q) => store.isAsked(q.name));
        const sum = (of: (name: string) => number) => asked.reduce((all, q) => all + of(q.name), 0);
        expect(store.totals().lost).toBe(sum((n) => lostBy(form.byName.get(n) as never, store.answer(n))));
        expect(store.totals().failed).toBe(sum((n) => (store.answer(n)?.result === 'fail' ? 1 : 0)));
        expect(store.totals().of - store.totals().complete).toBe(missing(store).length);
        expect(form.sections.reduce((all, _, i) => all + store.section(i).complete, 0)).toBe(store.totals().complete);
        expect(fieldStore(form, Object.fromEntries(store.answers())).totals()).toEqual(store.totals());
      }),
    );
  });

  it('are complete exactly when the engine takes them', () => {
    fc.assert(
      fc.property(changes, (history) => {
        const store = apply(form, history);
        const items = new Map(form.questions.map((q) => [q.name, q.item]));
        const taken = checkAnswers(form.checklist, finalAnswers(askedAnswers(store)), items).length === 0;
        const remarksAlone = [...store.answers()].some(([name, a]) => store.isAsked(name) && !a.result);
        expect(missing(store).length === 0).toBe(taken && !remarksAlone);
      }),
      { numRuns: 400 },
    );
  });

  it('wake only the field that changed and those that follow the whole', () => {
    const store = fieldStore(form, {});
    const [own, other, any] = [vi.fn(), vi.fn(), vi.fn()];
    store.onField('物品', own);
    store.onField('路灯', other);
    store.onAny(any);
    store.put(new Map([['物品', { result: 'pass' as const }]]));
    expect([own, other, any].map((f) => f.mock.calls.length)).toEqual([1, 0, 1]);
  });

  it('give the same totals object when nothing in them moves, so that nobody draws again', () => {
    const store = fieldStore(form, { 物品: { result: 'pass' } });
    const before = store.totals();
    store.put(new Map([['物品', { result: 'pass' as const, note: '干净' }]]));
    expect(store.totals()).toBe(before);
  });
});

describe('a question with a condition', () => {
  it('appears at once when the condition holds, and wakes', () => {
    const store = fieldStore(form, {});
    const woken = vi.fn();
    store.onField('追问', woken);
    expect(store.isAsked('追问')).toBe(false);
    store.put(new Map([['占道', { result: 'fail' as const }]]));
    expect(store.isAsked('追问')).toBe(true);
    expect(woken).toHaveBeenCalledTimes(1);
    expect(store.totals().of).toBe(5);
  });

  it('that goes away takes its points along and is not sent, but its answer comes back with it', () => {
    const store = fieldStore(form, { 占道: { result: 'fail' }, 追问: { result: 'fail' } });
    expect(store.totals().lost).toBe(1500);
    store.put(new Map([['占道', { result: 'pass' as const }]]));
    expect(store.totals().lost).toBe(0);
    expect(Object.keys(askedAnswers(store))).toEqual(['占道']);
    store.put(new Map([['占道', { result: 'fail' as const }]]));
    expect(store.totals().lost).toBe(1500);
  });
});

describe('其余全部合格', () => {
  it('answers what is asked, judged and open, and nothing else', () => {
    const store = fieldStore(form, { 物品: { result: 'fail', count: 2 }, 路灯: { note: '晚上再看' } });
    expect(unanswered(store).map((q) => q.name)).toEqual(['占道', '井盖', '路灯']);
  });

  it('can be undone, also for what was open', () => {
    const store = fieldStore(form, { 路灯: { note: '晚上再看' } });
    const before = new Map(unanswered(store).map((q) => [q.name, store.answer(q.name)]));
    store.put(new Map(unanswered(store).map((q) => [q.name, withResult(q, store.answer(q.name), 'pass')])));
    expect(store.totals().answered).toBe(4);
    store.put(before);
    expect(store.totals().answered).toBe(0);
    expect(store.answer('路灯')).toEqual({ note: '晚上再看' });
    expect(store.answer('占道')).toBeUndefined();
  });
});

describe('a form of 300 questions', () => {
  it('costs no more than a few microseconds of bookkeeping a key', () => {
    const large = formWith(Array.from({ length: 300 }, (_, i) => ({ name: `第${i}项`, counted: i % 2 === 0 })));
    const store = fieldStore(large, {});
    const started = performance.now();
    for (let i = 0; i < 1000; i++) store.put(new Map([[`第${i % 300}项`, { result: 'pass' as const, note: '字'.repeat(i % 50) }]]));
    expect((performance.now() - started) / 1000).toBeLessThan(0.5);
    expect(gapOf(large.questions[0] as never, store.answer('第0项'))).toBeUndefined();
  });
});
