// @vitest-environment node
import { contentHash, planText } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import { draft, noon } from '../inspect.fixture.ts';
import { commandOf, draftAgain, finalAnswers, finalise, reopenedDraft } from './draft.ts';
import { uuidv7 } from './id.ts';

describe('finishing a draft', () => {
  const answers = {
    门前干净: { result: 'fail', note: '  桥头有积水 ', photos: ['p1', 'p2'] },
    路灯亮: { result: 'pass', count: 3 },
  } as const;
  const of = draft({ answers: answers as never });

  it('makes a canonical text that never changes, and the hash the server will give for it', () => {
    const item = finalise(of, { now: noon, slip: 0 });
    const command = commandOf(item);
    expect(item.body).toBe(planText(command));
    expect(item.contentHash).toBe(contentHash(command));
    expect(command).toMatchObject({ type: 'SubmitChecklist', submission: item.submission, plan: of.plan, duty: of.duty.id });
  });

  it('stays on the plan and the version the draft was opened on', () => {
    expect(finalise(of, { now: noon, slip: 0 })).toMatchObject({ plan: of.plan, version: 3 });
  });

  it('of the next round says which record it answers, in its hash too, and leaves every answer that stays as it was sent', () => {
    const before = commandOf(finalise(of, { now: noon, slip: 0 }));
    const reopened = {
      submission: before.submission,
      round: 2,
      day: '2026-11-24',
      remarks: { 路灯亮: '看不清' },
      text: '',
      answers: before.answers,
    };
    const item = finalise(reopenedDraft(draft(), reopened), { now: noon + 1, slip: 0 });
    expect(commandOf(item)).toMatchObject({ amends: before.submission, answers: before.answers });
    expect(item.contentHash).toBe(contentHash(commandOf(item)));
    expect(item.contentHash).not.toBe(contentHash({ ...commandOf(item), amends: 'another-record' }));
    expect(draftAgain({ ...item, trouble: { kind: 'refused', words: [] } }, noon).reopened).toEqual(reopened);
  });

  it('writes the server’s time, not that of a clock that is five weeks slow', () => {
    const slow = noon - 35 * 86_400_000;
    expect(commandOf(finalise(of, { now: slow, slip: noon - slow })).filledAt).toBe('2026-11-24T04:00:00.000Z');
  });

  it('sends neither blanks nor counts of what passed nor answers without a result', () => {
    expect(finalAnswers({ ...answers, 无占道: { note: '再看' } } as never)).toEqual({
      门前干净: { result: 'fail', note: '桥头有积水', photos: ['p1', 'p2'] },
      路灯亮: { result: 'pass' },
    });
  });

  it('names each photo once, whichever questions show it', () => {
    const shared = draft({ answers: { 甲: { result: 'fail', photos: ['p'] }, 乙: { result: 'fail', photos: ['p', 'q'] } } });
    expect(finalise(shared, { now: noon, slip: 0 }).photos).toEqual(['p', 'q']);
  });

  it('makes a new number when a refused record is filled again', () => {
    const item = finalise(of, { now: noon, slip: 0 });
    const again = finalise(draftAgain(item, noon), { now: noon, slip: 0 });
    expect(again.submission).not.toBe(item.submission);
    expect(commandOf(again).answers).toEqual(commandOf(item).answers);
    expect(draftAgain(item, noon).id).toBe(of.id);
  });
});

describe('the number of a record', () => {
  it('is a UUID of version 7 that a command takes', () => {
    expect(uuidv7(noon)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const most = uuidv7(noon, new Uint8Array(10).fill(0xff));
    expect(most.slice(13)).toBe('-7fff-bfff-ffffffffffff');
    expect(Number.parseInt(most.slice(0, 13).replace('-', ''), 16)).toBe(noon);
  });

  it('sorts by the moment it was made', () => {
    const made = [0, 1, 1000, 86_400_000].map((ms) => uuidv7(noon + ms));
    expect(made.toSorted()).toEqual(made);
  });
});
