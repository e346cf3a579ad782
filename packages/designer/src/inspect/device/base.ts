import type { Chunk, Draft, OutboxItem, StoredDuties, StoredPhoto, StoredPin, StoredPlan, StoredSession, StoredVisit } from './records.ts';

/** The stores of the device and what each holds. */
export interface Stores {
  readonly session: StoredSession | StoredPin;
  readonly plans: StoredPlan;
  readonly duties: StoredDuties;
  readonly visits: StoredVisit;
  readonly drafts: Draft;
  readonly outbox: OutboxItem;
  readonly photos: StoredPhoto;
  readonly chunks: Chunk;
  readonly reserve: { readonly id: 'room'; readonly bytes: ArrayBuffer };
}
export type StoreName = keyof Stores;

const keys: Readonly<Record<StoreName, string | string[]>> = {
  session: 'id',
  plans: ['campaign', 'hash'],
  duties: 'id',
  visits: 'id',
  drafts: 'id',
  outbox: 'submission',
  photos: 'hash',
  chunks: ['hash', 'index'],
  reserve: 'id',
};

/** One store within a transaction. Only these promises may be awaited inside it, else it ends too early. */
export interface Shelf<T> {
  get(key: IDBValidKey): Promise<T | undefined>;
  all(range?: IDBKeyRange): Promise<T[]>;
  names(): Promise<IDBValidKey[]>;
  put(value: T): Promise<unknown>;
  delete(key: IDBValidKey | IDBKeyRange): Promise<unknown>;
}

/** The stores a piece of work asked for. */
export type Shelves<N extends StoreName> = { readonly [K in N]: Shelf<Stores[K]> };

/** The memory of the device. Every promise settles only when the transaction is complete, not when a request was answered. */
export interface Device {
  read<N extends StoreName, T>(stores: readonly N[], work: (shelves: Shelves<N>) => Promise<T>): Promise<T>;
  /** All or nothing, and flushed to the disk (`durability: strict`) before it settles. */
  write<N extends StoreName, T>(stores: readonly N[], work: (shelves: Shelves<N>) => Promise<T>): Promise<T>;
  close(): void;
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const shelf = <T>(store: IDBObjectStore): Shelf<T> => ({
  get: (key) => answered(store.get(key)),
  all: (range) => answered(store.getAll(range)),
  names: () => answered(store.getAllKeys()),
  put: (value) => answered(store.put(value)),
  delete: (key) => answered(store.delete(key)),
});

const open = (factory: IDBFactory, name: string): Promise<IDBDatabase> => {
  const request = factory.open(name, 1);
  request.onupgradeneeded = () => {
    for (const store of Object.keys(keys) as StoreName[]) request.result.createObjectStore(store, { keyPath: keys[store] });
  };
  return answered(request);
};

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });

const nameOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined);

/** What a connection fails with when the system closed it under us, which phones do when memory is short. */
const closedNames: readonly unknown[] = ['InvalidStateError', 'AbortError', 'UnknownError'];

/** True when the device has no room left. */
export const isFull = (error: unknown): boolean => nameOf(error) === 'QuotaExceededError';

/**
 * Opens the device's memory. When the connection was closed behind our back it is opened once more and the work
 * is done again; a second failure is thrown.
 */
export const openDevice = (factory: IDBFactory = indexedDB, name = 'xiuhua-inspect'): Device => {
  let connection: Promise<IDBDatabase> | undefined;
  const connect = (): Promise<IDBDatabase> => {
    connection ??= open(factory, name).then((db) => {
      db.onclose = () => (connection = undefined);
      db.onversionchange = () => db.close();
      return db;
    });
    connection.catch(() => (connection = undefined));
    return connection;
  };

  const once = async <N extends StoreName, T>(
    mode: IDBTransactionMode,
    stores: readonly N[],
    work: (shelves: Shelves<N>) => Promise<T>,
  ): Promise<T> => {
    const db = await connect();
    const transaction = db.transaction(stores as N[], mode, { durability: 'strict' });
    const ended = completed(transaction);
    ended.catch(() => undefined);
    const shelves = Object.fromEntries(stores.map((s) => [s, shelf(transaction.objectStore(s))])) as unknown as Shelves<N>;
    const doing = async () => work(shelves);
    const result = await doing().catch((error: unknown) => {
      try {
        transaction.abort();
      } catch {
        // it has ended already, which is what we want
      }
      throw transaction.error ?? error;
    });
    await ended;
    return result;
  };

  const run = <N extends StoreName, T>(
    mode: IDBTransactionMode,
    stores: readonly N[],
    work: (shelves: Shelves<N>) => Promise<T>,
  ): Promise<T> =>
    once(mode, stores, work).catch((error: unknown) => {
      if (!closedNames.includes(nameOf(error))) throw error;
      connection = undefined;
      return once(mode, stores, work);
    });

  return {
    read: (stores, work) => run('readonly', stores, work),
    write: (stores, work) => run('readwrite', stores, work),
    close: () => void connection?.then((db) => db.close()),
  };
};
