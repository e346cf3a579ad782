import { chmodSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CannotStart } from '../settings.ts';

/** An open SQLite database. */
export type Sqlite = Database.Database;

/** Oldest SQLite without the write-ahead-log corruption fault. */
const leastVersion = [3, 51, 3];

/** What must hold on every connection, as SQLite reads it back. `synchronous` 2 is FULL: an answer given survives a power cut. */
const settled: readonly (readonly [name: string, set: string, reads: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
];

const older = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [i, least] of leastVersion.entries()) if ((parts[i] ?? 0) !== least) return (parts[i] ?? 0) < least;
  return false;
};

/** Sets and reads back every pragma; throws `CannotStart` when one does not hold. */
export const settle = (db: Sqlite): void => {
  for (const [name, set, reads] of settled) {
    db.pragma(`${name} = ${set}`);
    const found: unknown = db.pragma(name, { simple: true });
    if (found !== reads && !(name === 'mmap_size' && found === undefined)) {
      throw new CannotStart(
        `SQLite 的 ${name} 设不成 ${set}（现在是 ${found}），数据可能不安全，已停止启动。`,
        `SQLite refuses ${name} = ${set} (it says ${found}); data would not be safe, so the server does not start.`,
      );
    }
  }
};

/**
 * Opens the database file and settles every pragma. A new connection to an old file does not inherit `synchronous`
 * from the last one, so nothing here is left to the file. Readers are opened `readonly`.
 */
export const openSqlite = (path: string, readonly: boolean): Sqlite => {
  const db = new Database(path, { readonly, fileMustExist: readonly });
  const version = db.prepare('select sqlite_version()').pluck().get() as string;
  if (older(version)) {
    db.close();
    throw new CannotStart(
      `内置的 SQLite ${version} 太旧，请重新安装依赖。`,
      `The embedded SQLite ${version} is too old; install the dependencies again.`,
    );
  }
  try {
    settle(db);
  } catch (error) {
    db.close();
    throw error;
  }
  if (!readonly) chmodSync(path, 0o600);
  return db;
};
