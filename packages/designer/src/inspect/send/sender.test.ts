// @vitest-environment node
import { createHash } from 'node:crypto';
import { IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../device/base.ts';
import { beginDraft, finishDraft } from '../device/drafts.ts';
import { itemsOf } from '../device/outbox.ts';
import { keepPhoto } from '../device/photos.ts';
import type { OutboxItem } from '../device/records.ts';
import { draft, emptyDevice, noon, photoBytes, waiting } from '../inspect.fixture.ts';
import { sendAll } from './sender.ts';
import { type Fault, gatewayPage, type PlayedServer, playServer, problemReply, silence, throughFaults } from './server.fixture.ts';
import type { Wire } from './wire.ts';

beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange as unknown as typeof globalThis.IDBKeyRange;
});

const put = async (device: Device, item: OutboxItem): Promise<OutboxItem> => {
  const id = `draft of ${item.submission}`;
  await beginDraft(device, draft({ id }));
  await finishDraft(device, id, item);
  return item;
};

const putMany = (device: Device, n: number): Promise<OutboxItem[]> =>
  Promise.all(
    Array.from({ length: n }, (_, i) => put(device, waiting({ 路灯亮: { result: 'pass', note: `第${i}处` } }, {}, noon + i * 1000))),
  );

const putWithPhoto = async (device: Device, seed: number): Promise<OutboxItem> => {
  const bytes = photoBytes(600_000, seed);
  const hash = createHash('sha256').update(Buffer.from(bytes)).digest('hex');
  await keepPhoto(device, { hash, type: 'image/jpeg', width: 1, height: 1, added: '' }, bytes);
  return put(device, waiting({ 门前干净: { result: 'fail', photos: [hash] } }, {}, noon + seed * 1000));
};

const round = (device: Device, wire: Wire, { at = noon, pressed = false } = {}) =>
  sendAll({ device, wire, account: 'jia', now: () => at, told: () => undefined }, pressed);

const states = async (device: Device) => (await itemsOf(device, 'jia')).map((i) => i.state);
const order = (server: PlayedServer, items: readonly OutboxItem[]) =>
  [...server.taken.keys()].map((id) => items.findIndex((i) => i.submission === id));

describe('a round of sending', () => {
  it('sends in the order in which the checklists were finished', async () => {
    const [device, server] = [emptyDevice(), playServer()];
    const items = await putMany(device, 5);
    expect(await round(device, server.wire)).toEqual({ end: 'done', sent: 5, of: 5 });
    expect(order(server, items)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(await states(device))).toEqual(new Set(['delivered']));
  });

  it('sends answers first, then the photos, and counts as delivered only when both are there', async () => {
    const [device, server] = [emptyDevice(), playServer()];
    const item = await putWithPhoto(device, 1);
    await round(device, server.wire);
    expect(server.asked.map((a) => a.method)).toEqual(['GET', 'PUT', 'HEAD', 'PUT', 'PATCH', 'PATCH', 'PATCH', 'PUT']);
    expect(await states(device)).toEqual(['delivered']);
    expect((await itemsOf(device, 'jia'))[0]?.receipt?.contentHash).toBe(item.contentHash);
  });

  it.each([
    ['refuses it', problemReply(422, 'submission.unknown-duty'), 'attention'],
    ['fails over it every time', problemReply(500, 'request.failed'), 'waiting'],
    ['holds other content under its number', problemReply(409, 'submission.conflict'), 'attention'],
    ['never answers it', silence, 'waiting'],
    ['has a gateway in the way of it', gatewayPage, 'waiting'],
  ])('does not let one bad item hold up the others when the server %s', async (_, reply, state) => {
    const [device, server] = [emptyDevice(), playServer()];
    const [bad] = await putMany(device, 4);
    server.poisoned.set(bad?.submission ?? '', reply);
    expect(await round(device, server.wire)).toEqual({ end: 'done', sent: 3, of: 4 });
    expect(await states(device)).toEqual([state, 'delivered', 'delivered', 'delivered']);
  });

  it('ends at once when the line is dead, and nothing has changed', async () => {
    const [device, server] = [emptyDevice(), playServer()];
    await putMany(device, 3);
    const before = await itemsOf(device, 'jia');
    expect(await round(device, async () => silence)).toEqual({ end: 'no-line', sent: 0, of: 3 });
    expect(await round(device, async () => gatewayPage)).toEqual({ end: 'no-line', sent: 0, of: 3 });
    expect(await itemsOf(device, 'jia')).toEqual(before);
    expect(server.taken.size).toBe(0);
  });

  it('sends nothing of one person’s under another’s sign-in, and nothing without one', async () => {
    const [device, server] = [emptyDevice(), playServer('yi')];
    await putMany(device, 2);
    expect((await round(device, server.wire)).end).toBe('other-account');
    server.account = null;
    expect((await round(device, server.wire)).end).toBe('signed-out');
    expect(server.taken.size).toBe(0);
    expect(await states(device)).toEqual(['waiting', 'waiting']);
  });

  it('leaves the items of another account on the device alone', async () => {
    const [device, server] = [emptyDevice(), playServer()];
    await put(device, waiting(undefined, { account: 'yi' }));
    expect(await round(device, server.wire, { pressed: true })).toEqual({ end: 'done', sent: 0, of: 0 });
    expect(server.asked).toEqual([]);
  });

  it('says when the device has lost a photo, and keeps the record', async () => {
    const [device, server] = [emptyDevice(), playServer()];
    await put(device, waiting({ 门前干净: { result: 'fail', photos: ['lost'] } }));
    await round(device, server.wire);
    expect((await itemsOf(device, 'jia'))[0]?.trouble).toEqual({ kind: 'photo-lost', words: [] });
  });

  it('never sends again what was delivered', async () => {
    const [device, server] = [emptyDevice(), playServer()];
    await putMany(device, 2);
    await round(device, server.wire);
    const before = server.asked.length;
    await round(device, server.wire, { pressed: true, at: noon + 1e9 });
    expect(server.asked.length).toBe(before);
  });
});

describe('over a line that loses, cuts and replaces answers at will', () => {
  const faults = fc.array(fc.constantFrom<Fault>('none', 'none', 'lost', 'answer-lost', 'gateway', 'cut'), { minLength: 5, maxLength: 60 });

  it('each record arrives once, whole, and leaves the outbox only then', async () => {
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 4 }), async (script, n) => {
        const [device, server] = [emptyDevice(), playServer()];
        const items = [...(await putMany(device, n)), await putWithPhoto(device, 50)];
        const left = [...script];
        const bad = throughFaults(server.wire, () => left.shift() ?? 'none');
        for (let i = 0; i < 70 && (await states(device)).some((s) => s !== 'delivered'); i++) {
          await round(device, bad, { at: noon + i * 3_600_000 });
          for (const item of (await itemsOf(device, 'jia')).filter((i) => i.state === 'delivered')) {
            expect(server.taken.get(item.submission)).toBe(item.contentHash);
            for (const p of item.photos) expect(server.photos.get(p)?.bytes.length).toBe(server.photos.get(p)?.size);
          }
        }
        expect(new Set(await states(device))).toEqual(new Set(['delivered']));
        expect([...server.taken.keys()].toSorted()).toEqual(items.map((i) => i.submission).toSorted());
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
