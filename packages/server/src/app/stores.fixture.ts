import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool } from 'kysely';
import { silentLog } from '../adapters/log.ts';
import { openStore } from '../store/open.ts';
import { connectionPool, postgresStore } from '../store/postgres.ts';
import { databaseFile } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';

/** A pool over an embedded PostgreSQL: one connection, handed out in order of asking. */
export const pglitePool = (pg: PGlite): PostgresPool => {
  let tail: Promise<void> = Promise.resolve();
  const connect = async () => {
    const before = tail;
    let free = (): void => undefined;
    tail = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    await pg.waitReady;
    const query = async (text: string, values?: readonly unknown[]) => {
      const { rows, affectedRows } = await pg.query(text, [...(values ?? [])]);
      return { command: (/^\s*(\w+)/.exec(text)?.[1] ?? 'select').toUpperCase(), rowCount: affectedRows || rows.length, rows };
    };
    return { query, release: () => free() };
  };
  return { connect, end: () => pg.close() } as unknown as PostgresPool;
};

/** The databases the store runs on. */
export const databases = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseName = (typeof databases)[number];

/** What a store held, to open others with the same: the file of SQLite, the memory of PostgreSQL embedded, or its name on a server. */
export type Kept = Buffer | Blob | string;

/** A store in a new folder, how to get rid of both, and how to do so and keep what it held. */
export interface TestStore {
  readonly store: Store;
  readonly folder: string;
  remove(): Promise<void>;
  keep(): Promise<Kept>;
}

/** A new database on the PostgreSQL server at the address, empty or a copy of another one; its name. */
const newDatabase = async (address: string, template?: Kept): Promise<string> => {
  const name = `xiuhua_${randomUUID().replaceAll('-', '')}`;
  const admin = connectionPool(address, silentLog);
  await admin.query(`create database ${name}${template ? ` template ${template}` : ''}`);
  await admin.end();
  return name;
};

/** The memory of an embedded PostgreSQL that holds nothing yet: to begin from it takes a quarter of the work of making one. */
let blank: Promise<Blob> | undefined;
const makeBlank = async (): Promise<Blob> => {
  const pg = new PGlite();
  await pg.waitReady;
  const memory = await pg.dumpDataDir('none');
  await pg.close();
  return memory;
};

const openSqlite = async (folder: string, kept?: Kept) => {
  if (kept) await writeFile(databaseFile(folder), kept as Buffer);
  const store = await openStore({ data: folder, database: undefined }, { log: silentLog });
  const keep = async (): Promise<Kept> => {
    await store.close();
    return readFile(databaseFile(folder));
  };
  return { store, keep };
};

const openEmbedded = async (kept?: Kept) => {
  blank ??= makeBlank();
  const pg = new PGlite({ loadDataDir: (kept as Blob | undefined) ?? (await blank) });
  const store = await postgresStore(pglitePool(pg));
  const keep = async (): Promise<Kept> => {
    const memory = await pg.dumpDataDir('none');
    await store.close();
    return memory;
  };
  return { store, keep };
};

const openOnServer = async (address: string, kept?: Kept) => {
  const name = await newDatabase(address, kept);
  const store = await openStore({ data: '', database: address.replace(/\/[^/]*$/, `/${name}`) }, { log: silentLog });
  const keep = async (): Promise<Kept> => {
    await store.close();
    return name;
  };
  return { store, keep };
};

/**
 * An empty store in a new folder, or one with what another held. PostgreSQL is embedded, or a real server when
 * XIUHUA_TEST_POSTGRES holds its address.
 */
export const emptyStore = async (database: DatabaseName, kept?: Kept): Promise<TestStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-'));
  const server = process.env.XIUHUA_TEST_POSTGRES;
  const postgres = () => (server ? openOnServer(server, kept) : openEmbedded(kept));
  const { store, keep } = await (database === 'SQLite' ? openSqlite(folder, kept) : postgres());
  const forget = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return {
    store,
    folder,
    remove: async () => {
      await store.close();
      await forget();
    },
    keep: async () => {
      const held = await keep();
      await forget();
      return held;
    },
  };
};
