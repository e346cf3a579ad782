import type { Db, Tables } from './tables.ts';

/** A query that can ask for its rows to be locked until the transaction ends. */
export interface Lockable<Q> {
  forUpdate(): Q;
}

/** The server's memory. SQLite and PostgreSQL stand behind it and look the same. */
export interface Store {
  /** Reads what has been committed. Not for use inside `write`, which hands its own connection. */
  readonly reading: Db;
  /** Several reads that see one and the same state. */
  snapshot<T>(read: (db: Db) => Promise<T>): Promise<T>;
  /** One transaction that writes: all of it or, when `work` throws, nothing. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Locks the rows a query finds against other writers until the transaction ends. */
  locked<Q extends Lockable<Q>>(query: Q): Q;
  /** What the database itself finds wrong with its files; empty when all is well. */
  faults(): Promise<readonly string[]>;
  /** Writes a table anew (an embedded store: all of its file), so that nothing of what was overwritten stays on the disk. */
  scrub(table: keyof Tables): Promise<void>;
  close(): Promise<void>;
}
