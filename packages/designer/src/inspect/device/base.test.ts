// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { draft } from '../inspect.fixture.ts';
import { isFull, openDevice } from './base.ts';

const openings = () => {
  const factory = new IDBFactory() as unknown as globalThis.IDBFactory;
  const opened: IDBDatabase[] = [];
  const asked: (IDBTransactionOptions | undefined)[] = [];
  const open: IDBFactory['open'] = (name, version) => {
    const request = factory.open(name, version);
    request.addEventListener('success', () => {
      const db = request.result;
      opened.push(db);
      const begin = db.transaction.bind(db);
      db.transaction = (stores, mode, options) => {
        asked.push(options);
        return begin(stores, mode, options);
      };
    });
    return request;
  };
  return { opened, asked, device: openDevice({ ...factory, open } as globalThis.IDBFactory) };
};

describe('the memory of the device', () => {
  it('asks for every write to reach the disk before it counts as done', async () => {
    const { asked, device } = openings();
    await device.write(['drafts'], ({ drafts }) => drafts.put(draft()));
    expect(asked).toEqual([{ durability: 'strict' }]);
  });

  it('opens again once when the system has closed the connection, and does the work', async () => {
    const { opened, device } = openings();
    await device.write(['drafts'], ({ drafts }) => drafts.put(draft()));
    opened[0]?.close();
    await device.write(['drafts'], ({ drafts }) => drafts.put(draft({ id: 'second' })));
    expect(opened).toHaveLength(2);
    expect(await device.read(['drafts'], ({ drafts }) => drafts.names())).toHaveLength(2);
  });

  it('does not try for ever: a connection that closes each time is told', async () => {
    const { opened, device } = openings();
    await device.read(['drafts'], ({ drafts }) => drafts.names());
    opened[0]?.close();
    let tries = 0;
    const failing = device.write(['drafts'], () => {
      tries++;
      throw new DOMException('closed', 'InvalidStateError');
    });
    await expect(failing).rejects.toThrow('closed');
    expect(tries).toBe(1);
  });

  it('writes all or nothing', async () => {
    const { device } = openings();
    const failing = device.write(['drafts', 'outbox'], async ({ drafts }) => {
      await drafts.put(draft());
      throw new Error('the phone fell into the river');
    });
    await expect(failing).rejects.toThrow('river');
    expect(await device.read(['drafts'], ({ drafts }) => drafts.all())).toEqual([]);
  });

  it('knows a full device by its name, whatever kind of error carries it', () => {
    expect(isFull(new DOMException('no room', 'QuotaExceededError'))).toBe(true);
    expect(isFull({ name: 'QuotaExceededError' })).toBe(true);
    expect(isFull(new Error('no room'))).toBe(false);
    expect(isFull(undefined)).toBe(false);
  });
});
