import { describe, expect, test } from 'vitest';
import type { Outcome } from '../problem/problem.ts';
import type { Command } from './command.ts';
import { replay } from './replay.ts';
import { reviewOf } from './review.ts';
import { compiled, people, planFile, play, type Written } from './story.fixture.ts';

const at = '2026-03-02T01:00:00.000Z';
const first = compiled(planFile());
const second = compiled({ ...planFile(), note: '改了一处' });
const deputy = { ...people.office, account: '副主任', name: '副主任' };
const codes = (outcome: Outcome<unknown>) => outcome.problems.map(({ code }) => code);

const story = () => {
  const told = play([first, second]);
  const say = (by: typeof people.office | typeof people.leader, command: Written<Command>) => told.give(by, at, command);
  return {
    ...told,
    ask: (plan = first, by = people.office) => say(by, { type: 'AskReview', plan: plan.hash, text: '' }),
    review: (by: typeof people.office | typeof people.leader, { passed = true, text = '', remarks = {}, plan = first } = {}) =>
      say(by, { type: 'ReviewPlan', plan: plan.hash, passed, text, remarks }),
    adopt: (plan = first, by = people.office) => say(by, { type: 'AdoptPlan', plan: plan.hash }),
  };
};

describe('a draft is looked at by somebody else before it is adopted', () => {
  test('nobody asked, it waits, it was returned: it is not adopted; once another person passed it, it is', () => {
    const told = story();
    expect(codes(told.adopt())).toEqual(['review.missing']);
    expect(told.ask()).toMatchObject({ value: [{ type: 'ReviewAsked', review: '1', writer: { account: people.office.account } }] });
    expect(codes(told.adopt())).toEqual(['review.missing']);
    told.review(people.leader, { passed: false, text: '阶段太短' });
    expect(codes(told.adopt())).toEqual(['review.missing']);
    told.ask();
    expect(told.review(people.leader)).toMatchObject({ value: [{ type: 'PlanReviewed', review: '2', passed: true }] });
    expect(told.adopt().ok).toBe(true);
    expect(told.campaign().versions[0]?.review?.verdict?.by.name).toBe(people.leader.name);
  });

  test('a changed draft needs another review: the one that passed holds for exactly its hash', () => {
    const told = story();
    told.ask();
    told.review(people.leader);
    expect(codes(told.adopt(second))).toEqual(['review.missing']);
    expect(told.adopt(first).ok).toBe(true);
  });

  test('who wrote it, who asked and who adopts it are none of them its reviewer', () => {
    const told = story();
    told.ask();
    expect(codes(told.review(people.office))).toEqual(['review.own-work']);
    expect(told.review(deputy).ok).toBe(true);
    expect(codes(told.adopt(first, deputy))).toEqual(['review.own-adoption']);
    expect(told.adopt().ok).toBe(true);
  });

  test('inspectors and units do not review', () => {
    const told = story();
    told.ask();
    for (const by of [people.inspector, people.east])
      expect(codes(told.give(by, at, { type: 'ReviewPlan', plan: first.hash, passed: true, text: '', remarks: {} }))).toEqual([
        'command.not-allowed',
      ]);
  });

  test('the one who saved the draft last is its writer, whoever asks', () => {
    const told = story();
    told.give({ ...deputy, account: '另一人' }, at, { type: 'AskReview', plan: first.hash, text: '' });
    expect(told.campaign().reviews.get('1')?.writer).toEqual({ account: '另一人', name: '副主任' });
  });

  test('returning needs words: about the whole or about one clause', () => {
    const told = story();
    told.ask();
    expect(codes(told.review(people.leader, { passed: false, text: ' ' }))).toEqual(['review.reason-missing']);
    expect(told.review(people.leader, { passed: false, remarks: { '/phases/0': '写明牵头单位' } }).ok).toBe(true);
  });

  test('what waits or has passed is not asked for twice; what was decided is not decided again; the newest draft counts', () => {
    const told = story();
    expect(codes(told.review(people.leader))).toEqual(['review.unknown']);
    told.ask();
    expect(told.ask()).toMatchObject({ ok: true, value: [] });
    told.ask(second);
    expect(codes(told.review(people.leader, { plan: first }))).toEqual(['review.superseded']);
    told.review(people.leader, { plan: second });
    expect(codes(told.review(people.leader, { plan: second }))).toEqual(['review.decided']);
  });

  test('to go back to an earlier version is a new decision and needs a new review', () => {
    const told = story();
    for (const plan of [first, second]) {
      told.ask(plan);
      told.review(people.leader, { plan });
      told.adopt(plan);
    }
    expect(codes(told.adopt(first))).toEqual(['review.missing']);
    expect(reviewOf(told.campaign(), first.hash)).toBeUndefined();
  });

  test('a log older than reviews replays as it always did', () => {
    const { log, library } = story();
    const by = people.office;
    const old = {
      seq: 1,
      cause: 'c1',
      at,
      by,
      fact: { type: 'PlanAdopted', plan: first.hash, version: 1, title: '旧', from: '2026-03-02' },
    };
    expect(log).toEqual([]);
    expect(replay([old as never], library).versions).toMatchObject([{ version: 1, plan: { hash: first.hash } }]);
  });
});
