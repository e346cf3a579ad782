// @vitest-environment node
import { IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { draft, emptyDevice, photoBytes as made, noon, waiting } from '../inspect.fixture.ts';
import { beginDraft, finishDraft } from './drafts.ts';
import { changeItem, itemsOf, keepFor, tidyOutbox } from './outbox.ts';
import { chunkSize, dropSentPhotos, keepPhoto, photoBytes, photoOf, sweepPhotos } from './photos.ts';
import { ownKey } from './records.ts';

beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange as unknown as typeof globalThis.IDBKeyRange;
});

const taken = (hash: string, at = noon) => ({ hash, type: 'image/jpeg', width: 1600, height: 1200, added: new Date(at).toISOString() });
const withPhotos = (...photos: string[]) => ({ 门前干净: { result: 'fail', photos } }) as const;
const day = 86_400_000;

describe('a photo on the device', () => {
  it('comes back byte for byte, whole or from an offset, across its pieces', async () => {
    const device = emptyDevice();
    const bytes = made(2 * chunkSize + 5);
    await keepPhoto(device, taken('p'), bytes);
    expect((await photoOf(device, 'p'))?.chunks).toBe(3);
    expect(Buffer.from(bytes).equals(await photoBytes(device, 'p'))).toBe(true);
    const across = await photoBytes(device, 'p', chunkSize - 2, 4);
    expect(across).toEqual(new Uint8Array(bytes).slice(chunkSize - 2, chunkSize + 2));
  });

  it('that the device does not have is no bytes, not a fault', async () => {
    expect(await photoBytes(emptyDevice(), 'none')).toHaveLength(0);
  });

  it('taken a moment ago is never swept, even before its draft names it', async () => {
    const device = emptyDevice();
    await keepPhoto(device, taken('new'), made(10));
    expect(await sweepPhotos(device, noon + day - 1)).toBe(0);
    expect(await sweepPhotos(device, noon + day + 1)).toBe(1);
  });

  it('named by a draft or a record is never swept', async () => {
    const device = emptyDevice();
    for (const hash of ['drafted', 'recorded', 'idle']) await keepPhoto(device, taken(hash), made(10));
    await beginDraft(device, draft({ id: 'other', answers: withPhotos('drafted') }));
    await beginDraft(device, draft());
    await finishDraft(device, draft().id, waiting(withPhotos('recorded')));
    expect(await sweepPhotos(device, noon + 30 * day)).toBe(1);
    expect(await photoOf(device, 'drafted')).toBeDefined();
    expect(await photoOf(device, 'recorded')).toBeDefined();
  });

  it('gives way to new work only once the server has confirmed it and nothing else needs it', async () => {
    const device = emptyDevice();
    for (const hash of ['sent', 'shared', 'unsent']) await keepPhoto(device, taken(hash), made(10));
    const sent = waiting(withPhotos('sent', 'shared'), { state: 'delivered' });
    const unsent = waiting(withPhotos('unsent', 'shared'), {}, noon + 1);
    for (const [id, item] of [
      ['1', sent],
      ['2', unsent],
    ] as const) {
      await beginDraft(device, draft({ id }));
      await finishDraft(device, id, item);
    }
    expect(await dropSentPhotos(device)).toBe(1);
    expect(await photoOf(device, 'sent')).toBeUndefined();
    expect(await photoBytes(device, 'shared')).toHaveLength(10);
    expect(await photoBytes(device, 'unsent')).toHaveLength(10);
  });
});

describe('the outbox', () => {
  it('keeps the order in which records were finished, and each account’s apart', async () => {
    const device = emptyDevice();
    for (const [i, account] of ['jia', 'yi', 'jia'].entries()) {
      await beginDraft(device, draft({ id: String(i) }));
      await finishDraft(device, String(i), waiting(undefined, { account }, noon + i * 1000));
    }
    const own = await itemsOf(device, 'jia');
    expect(own.map((i) => Date.parse(i.finalised) - noon)).toEqual([0, 2000]);
  });

  it('drops a delivered copy after 14 days and nothing undelivered ever', async () => {
    const device = emptyDevice();
    const kept = waiting(undefined, {}, noon + 1);
    const old = waiting(undefined, { state: 'delivered', delivered: new Date(noon).toISOString() });
    for (const [id, item] of [
      ['1', old],
      ['2', kept],
    ] as const) {
      await beginDraft(device, draft({ id }));
      await finishDraft(device, id, item);
    }
    await changeItem(device, kept.submission, (i) => ({ ...i, state: 'attention' }));
    expect(await tidyOutbox(device, noon + keepFor)).toBe(0);
    expect(await tidyOutbox(device, noon + keepFor + 1)).toBe(1);
    expect(await tidyOutbox(device, noon + 100 * keepFor)).toBe(0);
    expect((await itemsOf(device, 'jia')).map((i) => i.submission)).toEqual([kept.submission]);
  });

  it('names what belongs to whom without two names meeting', () => {
    expect(ownKey('a', 'b"]', 'c')).not.toBe(ownKey('a', 'b', '"],c'));
  });
});
