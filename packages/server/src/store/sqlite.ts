import { existsSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dialect, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import { lockFolder } from '../adapters/lock.ts';
import { CannotStart } from '../settings.ts';
import { migrate } from './migrations.ts';
import { openSqlite, type Sqlite } from './sqlite-connection.ts';
import { SqliteDriver } from './sqlite-driver.ts';
import type { Store } from './store.ts';
import type { Db, Tables } from './tables.ts';

const dialect = (connect: () => Sqlite, readonly: boolean): Dialect => ({
  createDriver: () => new SqliteDriver(connect, readonly),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

/** Name of the database file in the data folder. */
export const databaseFile = (folder: string): string => join(folder, 'xiuhua.db');

/** Copies a database as it is committed now to a file that is not there yet, on the disk when this resolves. Others may read and write meanwhile. */
export const copyDatabase = async (from: string, to: string): Promise<void> => {
  const db = openSqlite(from, true);
  try {
    db.prepare('vacuum into ?').run(to);
  } finally {
    db.close();
  }
  openSqlite(to, false).close();
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const faultsOf = async (db: Db): Promise<readonly string[]> => {
  try {
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    const foreign = await sql<{ table: string; rowid: number }>`pragma foreign_key_check`.execute(db);
    return [
      ...integrity.rows.map((row) => row.integrity_check).filter((words) => words !== 'ok'),
      ...foreign.rows.map((row) => `${row.table} row ${row.rowid} refers to nothing`),
    ];
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String((error as { code?: unknown }).code))) return [(error as Error).message];
    throw error;
  }
};

/** Free pages of a file, as a share, above which it is written anew: new rows in scattered gaps make every commit slow. */
const tooManyFree = 1 / 4;

const writeAnew = async (db: Db): Promise<void> => {
  await sql`vacuum`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
};

/** Writes a file anew in which a change of the tables left many gaps. Without room for that it stays as it is. */
const closeUp = async (db: Db): Promise<void> => {
  const [free] = (await sql<{ freelist_count: number }>`pragma freelist_count`.execute(db)).rows;
  const [all] = (await sql<{ page_count: number }>`pragma page_count`.execute(db)).rows;
  if ((free?.freelist_count ?? 0) <= (all?.page_count ?? 0) * tooManyFree) return;
  await writeAnew(db).catch((error: { code?: unknown }) => {
    if (error.code !== 'SQLITE_FULL') throw error;
  });
};

const folderFor = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new CannotStart(
      `数据目录 ${folder} 建不了（${why}）。请检查路径和权限。`,
      `The data folder ${folder} cannot be made (${why}). Check the path and its permissions.`,
    );
  }
};

const storeOver = (writer: Db, reader: Db, release: () => void): Store => ({
  reading: reader,
  snapshot: (read) => reader.transaction().execute(read),
  write: (work) => writer.transaction().execute(work),
  locked: (query) => query,
  faults: () => faultsOf(reader),
  scrub: () => writeAnew(writer),
  close: async () => {
    await reader.destroy();
    await writer.destroy();
    release();
  },
});

/**
 * The store embedded in a data folder: one connection writes, another reads what is committed. The folder is locked
 * for this process. A transaction that writes holds the whole file, so rows need no lock of their own.
 */
export const sqliteStore = async (folder: string): Promise<Store> => {
  folderFor(folder);
  const release = lockFolder(folder);
  const file = databaseFile(folder);
  const writer = new Kysely<Tables>({ dialect: dialect(() => openSqlite(file, false), false) });
  try {
    if (await migrate(writer as unknown as Kysely<unknown>)) await closeUp(writer);
  } catch (error) {
    await writer.destroy();
    release();
    throw error;
  }
  const reader = new Kysely<Tables>({ dialect: dialect(() => openSqlite(file, true), true) });
  return storeOver(writer, reader, release);
};

/** Looks into a data folder without writing or locking, beside a running server too. Refuses a folder without a store. */
export const sqliteReading = (folder: string): Store => {
  const file = databaseFile(folder);
  if (!existsSync(file)) throw new CannotStart(`数据目录 ${folder} 里没有绣花的数据。`, `There is no Xiuhua data in ${folder}.`);
  const db = new Kysely<Tables>({ dialect: dialect(() => openSqlite(file, true), true) });
  return storeOver(db, db, () => undefined);
};
