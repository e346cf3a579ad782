// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noon, waiting } from '../inspect.fixture.ts';
import { acknowledge, advance, dueNow, patienceTries, pause, postpone, shownAs, tryAgain } from './progress.ts';
import type { Verdict } from './verdict.ts';

const receipt = { submission: 's', contentHash: 'h', seq: 1, at: '2026-11-24T04:00:00.000Z', missingPhotos: [] };
const verdicts: readonly Verdict[] = [
  { kind: 'delivered', receipt },
  { kind: 'photos', missing: ['p'] },
  { kind: 'signed-out' },
  { kind: 'no-answer' },
  { kind: 'later', words: ['稍后再试'] },
  { kind: 'mismatch' },
  { kind: 'photo-lost' },
  { kind: 'conflict', words: ['另有一份'] },
  { kind: 'refused', words: ['任务不存在'] },
];

describe('an item on its way', () => {
  it('waits 15 s, then twice as long each time, at most half an hour', () => {
    expect([1, 2, 3, 4].map(pause)).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(pause(40)).toBe(1_800_000);
  });

  it('is delivered by a receipt and by nothing else, whatever comes before', () => {
    const histories = fc.array(fc.constantFrom(...verdicts.filter((v) => v.kind !== 'delivered')), { maxLength: 30 });
    fc.assert(
      fc.property(histories, (history) => {
        const item = history.reduce((i, verdict, n) => advance(i, verdict, noon + n), waiting());
        expect(item.state).not.toBe('delivered');
        expect(item.receipt).toBeNull();
        expect(item.body).toBe(waiting({}, item).body);
      }),
    );
    expect(advance(waiting(), { kind: 'delivered', receipt }, noon)).toMatchObject({
      state: 'delivered',
      receipt,
      delivered: '2026-11-24T04:00:00.000Z',
    });
  });

  it('stays exactly as it is when nothing certain is known', () => {
    const item = waiting();
    expect(advance(item, { kind: 'no-answer' }, noon)).toBe(item);
    expect(advance(item, { kind: 'signed-out' }, noon)).toBe(item);
  });

  it('is shown to a person after failing five times, and is still tried', () => {
    let item = waiting();
    for (let n = 1; n < patienceTries; n++) item = advance(item, { kind: 'later', words: ['服务器忙'] }, noon);
    expect(shownAs(item)).toBe('waiting');
    item = advance(item, { kind: 'later', words: ['服务器忙'] }, noon);
    expect(shownAs(item)).toBe('attention');
    expect(dueNow([item], noon + 1_800_000, false)).toEqual([item]);
  });

  it('is not tried by itself before its time, but is when a person presses', () => {
    const item = postpone(waiting(), noon);
    expect(dueNow([item], noon + 14_999, false)).toEqual([]);
    expect(dueNow([item], noon + 15_000, false)).toEqual([item]);
    expect(dueNow([item], noon, true)).toEqual([item]);
  });

  it('that a person must see is not sent again until the person says so', () => {
    const item = advance(waiting(), { kind: 'refused', words: ['任务不存在'] }, noon);
    expect(dueNow([item], noon + 1e9, true)).toEqual([]);
    expect(dueNow([tryAgain(item)], noon, false)).toHaveLength(1);
  });

  it('kept twice on the server is put aside once a person has read so; nothing else can be', () => {
    const conflict = advance(waiting(), { kind: 'conflict', words: ['另有一份'] }, noon);
    expect(acknowledge(conflict, noon)).toMatchObject({ state: 'delivered', receipt: null, trouble: { kind: 'conflict' } });
    for (const verdict of verdicts.filter((v) => v.kind !== 'conflict')) {
      const item = advance(waiting(), verdict, noon);
      expect(acknowledge(item, noon)).toBe(item);
    }
  });

  it('once delivered stays delivered', () => {
    const item = advance(waiting(), { kind: 'delivered', receipt }, noon);
    expect(tryAgain(item)).toBe(item);
  });
});
