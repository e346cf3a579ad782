import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeProblem } from './fault.ts';
import { openSqlite } from './sqlite-connection.ts';
import { SqliteDriver } from './sqlite-driver.ts';

interface Notes {
  note: { words: string };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A database whose file may grow by a few pages only until it is opened again, like a disk that is full and then cleared. */
const onFullDisk = (): { db: Kysely<Notes>; openings: () => number } => {
  let openings = 0;
  const open = () => {
    const found = openSqlite(join(folder, 'notes.db'), false);
    if (openings++ === 0) {
      found.exec('create table note (words text not null)');
      found.pragma('max_page_count = 6');
    }
    return found;
  };
  const db = new Kysely<Notes>({
    dialect: {
      createDriver: () => new SqliteDriver(open, false),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: (own) => new SqliteIntrospector(own),
    },
  });
  return { db, openings: () => openings };
};

const words = (size: number): { words: string } => ({ words: 'x'.repeat(size) });

test('when the disk is full the transaction is undone as a whole, named, and the file is opened again', async () => {
  const { db, openings } = onFullDisk();
  await db.insertInto('note').values(words(10)).execute();
  const fault = await db
    .transaction()
    .execute(async (tx) => {
      await tx.insertInto('note').values(words(20)).execute();
      await tx.insertInto('note').values(words(100_000)).execute();
    })
    .catch((error: unknown) => error);
  expect(storeProblem(fault)?.code).toBe('store.full');
  expect(await db.selectFrom('note').select(sql<number>`length(words)`.as('size')).execute()).toEqual([{ size: 10 }]);
  expect(openings()).toBe(2);
  await db.transaction().execute((tx) => tx.insertInto('note').values(words(100_000)).execute());
  expect(await db.selectFrom('note').select(sql<number>`count(*)`.as('n')).execute()).toEqual([{ n: 2 }]);
  await db.destroy();
});

test('a fault while opening lets the next one try', async () => {
  let tries = 0;
  const driver = new SqliteDriver(() => {
    if (tries++ === 0) throw Object.assign(new Error('unable to open'), { code: 'SQLITE_CANTOPEN' });
    return openSqlite(join(folder, 'notes.db'), false);
  }, false);
  await expect(driver.init()).rejects.toThrow('unable to open');
  await driver.init();
  await driver.releaseConnection(await driver.acquireConnection());
  await driver.destroy();
  await expect(driver.acquireConnection()).rejects.toThrow('closed');
});
