// @vitest-environment node
import { deflateSync } from 'node:zlib';
import { IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { draft, emptyDevice, noon, photoBytes, waiting } from '../inspect.fixture.ts';
import type { Device, Shelves } from './base.ts';
import { beginDraft, finishDraft } from './drafts.ts';
import { keepPhoto, photoOf } from './photos.ts';
import { hasRoom } from './room.ts';

beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange as unknown as typeof globalThis.IDBKeyRange;
});

/** The device, with room for this many bytes of reserve and photos together. */
const narrow = (device: Device, room: number): Device => ({
  ...device,
  write: async (stores, work) => {
    const photos = await device.read(['photos'], (s) => s.photos.all());
    return device.write(stores, async (shelves) => {
      const result = await work(shelves);
      const { reserve } = shelves as Partial<Shelves<'reserve'>>;
      const used = [...photos.map((p) => p.size), ...((await reserve?.all()) ?? []).map((r) => r.bytes.byteLength)];
      if (reserve && used.reduce((sum, size) => sum + size, 0) > room) throw new DOMException('no room', 'QuotaExceededError');
      return result;
    });
  },
});

const photo = { hash: 'sent', type: 'image/jpeg', width: 1, height: 1, added: new Date(noon).toISOString() };

describe('room for a form', () => {
  it('is found by trying, and leaves nothing behind', async () => {
    const device = emptyDevice();
    expect(await hasRoom(device, 1000)).toBe(true);
    expect(await device.read(['reserve'], ({ reserve }) => reserve.names())).toEqual([]);
  });

  it('is tried with bytes that cannot be pressed together', async () => {
    const device = emptyDevice();
    const written: ArrayBuffer[] = [];
    const watching: Device = {
      ...device,
      write: (stores, work) =>
        device.write(stores, async (shelves) => {
          const result = await work(shelves);
          written.push(...((await (shelves as Partial<Shelves<'reserve'>>).reserve?.all()) ?? []).map((r) => r.bytes));
          return result;
        }),
    };
    await hasRoom(watching, 200_000);
    expect(deflateSync(Buffer.from(written[0] ?? new ArrayBuffer(0))).length).toBeGreaterThan(190_000);
  });

  it('is missed before the form is begun, not in the middle', async () => {
    expect(await hasRoom(narrow(emptyDevice(), 500), 1000)).toBe(false);
  });

  it('is made by letting go photos that the server has', async () => {
    const device = emptyDevice();
    await keepPhoto(device, photo, photoBytes(800));
    await beginDraft(device, draft());
    await finishDraft(device, draft().id, waiting({ 门前干净: { result: 'fail', photos: ['sent'] } }, { state: 'delivered' }));
    expect(await hasRoom(narrow(device, 1200), 1000)).toBe(true);
    expect(await photoOf(device, 'sent')).toBeUndefined();
  });

  it('is never made by letting go what the server does not have', async () => {
    const device = emptyDevice();
    await keepPhoto(device, photo, photoBytes(800));
    await beginDraft(device, draft());
    await finishDraft(device, draft().id, waiting({ 门前干净: { result: 'fail', photos: ['sent'] } }));
    expect(await hasRoom(narrow(device, 1200), 1000)).toBe(false);
    expect(await photoOf(device, 'sent')).toBeDefined();
  });

  it('tells another fault as what it is', async () => {
    const broken: Device = { ...emptyDevice(), write: () => Promise.reject(new Error('broken')) };
    await expect(hasRoom(broken)).rejects.toThrow('broken');
  });
});
