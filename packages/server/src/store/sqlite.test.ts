import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { openStore } from './open.ts';
import { databaseFile, sqliteStore } from './sqlite.ts';
import { openSqlite, settle } from './sqlite-connection.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const addCampaign = { id: 'c', title: 't', created_at: '', created_by: '', seq: 0, head: '' };

test('a file that is opened again is as durable as a new one', async () => {
  for (let opening = 0; opening < 2; opening++) await (await sqliteStore(folder)).close();
  const plain = new Database(databaseFile(folder));
  expect(plain.pragma('synchronous', { simple: true })).toBe(1);
  plain.close();
  for (const readonly of [false, true]) {
    const db = openSqlite(databaseFile(folder), readonly);
    const read = (name: string): unknown => db.pragma(name, { simple: true });
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('trusted_schema')]).toEqual(['wal', 2, 1, 0]);
    db.close();
  }
});

test('a database that will not be durable is refused', () => {
  const memory = new Database(':memory:');
  expect(() => settle(memory)).toThrow('journal_mode');
  memory.close();
});

test('only the owner can read the folder and its files', async () => {
  const store = await sqliteStore(join(folder, 'data'));
  expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
  for (const file of ['xiuhua.db', 'xiuhua.db-wal', 'lock']) expect((await stat(join(folder, 'data', file))).mode & 0o777).toBe(0o600);
  await store.close();
});

test('a transaction that reads first is not overtaken by another writer', async () => {
  const store = await sqliteStore(folder);
  const other = openSqlite(databaseFile(folder), false);
  other.pragma('busy_timeout = 0');
  await store.write(async (db) => {
    await db.selectFrom('campaign').selectAll().execute();
    expect(() => other.exec('begin immediate')).toThrow('locked');
    await db.insertInto('campaign').values(addCampaign).execute();
  });
  other.exec('begin immediate; rollback');
  other.close();
  await store.close();
});

test('a transaction is all or nothing, and readers see only what is committed', async () => {
  const store = await sqliteStore(folder);
  const seen = () => store.reading.selectFrom('campaign').select('id').execute();
  const failing = store.write(async (db) => {
    await db.insertInto('campaign').values(addCampaign).execute();
    expect(await seen()).toEqual([]);
    throw new Error('on second thought');
  });
  await expect(failing).rejects.toThrow('on second thought');
  expect(await seen()).toEqual([]);
  await store.write((db) => db.insertInto('campaign').values(addCampaign).execute());
  expect(await seen()).toEqual([{ id: 'c' }]);
  await store.close();
});

test('many transactions at once wait for each other', async () => {
  const store = await sqliteStore(folder);
  await store.write((db) => db.insertInto('campaign').values(addCampaign).execute());
  const add = () =>
    store.write(async (db) => {
      const { seq } = await db.selectFrom('campaign').select('seq').executeTakeFirstOrThrow();
      await db
        .updateTable('campaign')
        .set({ seq: seq + 1 })
        .execute();
    });
  await Promise.all(Array.from({ length: 50 }, add));
  expect(await store.reading.selectFrom('campaign').select('seq').executeTakeFirst()).toEqual({ seq: 50 });
  await store.close();
});

test('a folder in use is refused by name, one left behind by a killed process is taken over', async () => {
  const store = await sqliteStore(folder);
  await expect(sqliteStore(folder)).rejects.toThrow(`in use by another Xiuhua process (${process.pid})`);
  expect(
    await openStore({ data: folder, database: undefined }, { log: silentLog, access: 'read' }).then((reader) => reader.close()),
  ).toBeUndefined();
  await store.close();
  const child = spawn('sleep', ['60']);
  await writeFile(join(folder, 'lock'), `${child.pid} 1`);
  const reused = await sqliteStore(folder);
  await reused.close();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await writeFile(join(folder, 'lock'), '');
  const taken = await sqliteStore(folder);
  expect(await readFile(join(folder, 'lock'), 'utf8')).toContain(String(process.pid));
  await taken.close();
  await expect(stat(join(folder, 'lock'))).rejects.toThrow('ENOENT');
});

test('the copies of visits that older versions kept beside the log go when the store is opened', async () => {
  await (await sqliteStore(folder)).close();
  const older = openSqlite(databaseFile(folder), false);
  older.exec(`delete from kysely_migration where name like '%-visits';
    create index record_unit on record (campaign, kind, day, unit);
    insert into campaign (id, title, created_at, created_by, seq, head) values ('c', 't', '', '', 0, '');
    insert into record (campaign, kind, id, unit, day, state, body)
      values ('c', 'submission', 'visit-1', '', '', '', '${'x'.repeat(2_000_000)}'), ('c', 'finding', 'finding-1', '', '', '', '{}')`);
  older.close();
  const store = await sqliteStore(folder);
  expect((await stat(databaseFile(folder))).size).toBeLessThan(1_000_000);
  expect(await store.reading.selectFrom('record').select('kind').execute()).toEqual([{ kind: 'finding' }]);
  await store.close();
});

test('data of a newer version is refused and left alone', async () => {
  await (await sqliteStore(folder)).close();
  const db = openSqlite(databaseFile(folder), false);
  db.prepare("insert into kysely_migration (name, timestamp) values ('9999-the-future', '2030-01-01')").run();
  db.close();
  await expect(sqliteStore(folder)).rejects.toThrow('newer version');
  await expect(sqliteStore(folder)).rejects.toThrow('newer version');
});

test('a folder without data cannot be looked into', async () => {
  const looking = openStore({ data: join(folder, 'nothing'), database: undefined }, { log: silentLog, access: 'read' });
  await expect(looking).rejects.toThrow('There is no Xiuhua data');
});

test('a damaged file is named', async () => {
  const store = await sqliteStore(folder);
  expect(await store.faults()).toEqual([]);
  await store.close();
  const file = await readFile(databaseFile(folder));
  file.fill(0x5a, 4096 * 3, 4096 * 3 + 600);
  await writeFile(databaseFile(folder), file);
  const damaged = await openStore({ data: folder, database: undefined }, { log: silentLog, access: 'read' });
  expect((await damaged.faults()).length).toBeGreaterThan(0);
  await damaged.close();
});
