// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { draft, duty, emptyDevice, waiting } from '../inspect.fixture.ts';
import { beginDraft, draftsOf, dropDraft, finishDraft, reopenItem, saveDraft } from './drafts.ts';
import { changeItem, itemsOf } from './outbox.ts';

const answered = { 路灯亮: { result: 'pass' } } as const;

describe('a draft', () => {
  it('is begun once: a second window gets what the first one has', async () => {
    const device = emptyDevice();
    await beginDraft(device, draft({ answers: answered }));
    expect((await beginDraft(device, draft())).answers).toEqual(answered);
  });

  it('is never brought back by a late save', async () => {
    const device = emptyDevice();
    await beginDraft(device, draft());
    await dropDraft(device, draft().id);
    expect(await saveDraft(device, draft({ answers: answered }))).toBe(false);
    expect(await draftsOf(device, 'jia')).toEqual([]);
  });

  it('belongs to one account', async () => {
    const device = emptyDevice();
    await beginDraft(device, draft());
    await beginDraft(device, draft({ account: 'yi' }));
    expect((await draftsOf(device, 'yi')).map((d) => d.account)).toEqual(['yi']);
  });

  it('finished in two windows at once makes one record', async () => {
    const device = emptyDevice();
    await beginDraft(device, draft());
    const ends = await Promise.all([finishDraft(device, draft().id, waiting()), finishDraft(device, draft().id, waiting())]);
    expect(ends.toSorted()).toEqual([false, true]);
    expect(await itemsOf(device, 'jia')).toHaveLength(1);
    expect(await draftsOf(device, 'jia')).toEqual([]);
  });
});

describe('a refused record', () => {
  const refused = waiting(answered, { state: 'attention', trouble: { kind: 'refused', words: ['任务不存在'] } });

  it('can become a draft again, and is then no record any more', async () => {
    const device = emptyDevice();
    await beginDraft(device, draft());
    await finishDraft(device, draft().id, refused);
    expect(await reopenItem(device, refused.submission, draft({ answers: answered }))).toBe(true);
    expect(await itemsOf(device, 'jia')).toEqual([]);
    expect((await draftsOf(device, 'jia'))[0]?.answers).toEqual(answered);
  });

  it('stays when a newer draft for the duty is open: neither is overwritten', async () => {
    const device = emptyDevice();
    await beginDraft(device, draft());
    await finishDraft(device, draft().id, refused);
    await beginDraft(device, draft({ answers: { 门前干净: { result: 'fail' } } }));
    expect(await reopenItem(device, refused.submission, draft({ answers: answered }))).toBe(false);
    expect(await itemsOf(device, 'jia')).toHaveLength(1);
  });

  it('is the only kind that may: what the server may hold is never turned back', async () => {
    const device = emptyDevice();
    for (const kind of ['conflict', 'mismatch', 'failing'] as const) {
      const site = `东街${kind}`;
      const item = waiting(answered, { state: 'attention', duty: duty({ site }), trouble: { kind, words: [] } });
      const own = draft({ duty: duty({ site }) });
      await beginDraft(device, own);
      await finishDraft(device, own.id, item);
      expect(await reopenItem(device, item.submission, own)).toBe(false);
    }
    expect(await itemsOf(device, 'jia')).toHaveLength(3);
  });

  it('is left alone when it is gone', async () => {
    const device = emptyDevice();
    await changeItem(device, refused.submission, (item) => ({ ...item, failures: 9 }));
    expect(await itemsOf(device, 'jia')).toEqual([]);
  });
});
