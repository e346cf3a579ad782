import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import pg from 'pg';
import type { Log } from '../ports/log.ts';
import { CannotStart } from '../settings.ts';
import { migrate } from './migrations.ts';
import type { Store } from './store.ts';
import type { Db, Tables } from './tables.ts';

/** A pool of connections to the server at the address. An idle connection that breaks is logged, not fatal. */
export const connectionPool = (address: string, log: Log): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  pool.on('error', (error) => log.warn('an idle connection to PostgreSQL broke', { error }));
  return pool;
};

/** Refuses a server that may forget what it has acknowledged, or that is too old. */
const assertDurable = async (db: Db): Promise<void> => {
  const { rows } = await sql<{ commit: string; version: string }>`
    select current_setting('synchronous_commit') as commit, current_setting('server_version_num') as version`.execute(db);
  const found = rows[0];
  if (!found || found.commit === 'off') {
    throw new CannotStart(
      'PostgreSQL 的 synchronous_commit 是 off，断电会丢失已确认的记录。请改为 on 后再启动。',
      'PostgreSQL runs with synchronous_commit = off and would lose acknowledged records in a power cut. Set it to on.',
    );
  }
  if (Number(found.version) < 130_000) {
    throw new CannotStart('PostgreSQL 版本太旧，需要 13 或更新。', 'PostgreSQL is too old; version 13 or newer is needed.');
  }
};

/** Asks the server for the first time; a server that cannot be asked is named by the code of its refusal, without the address. */
const greet = async (db: Db): Promise<void> => {
  try {
    await assertDurable(db);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    const code = (error as { code?: string }).code ?? (error as Error).message;
    throw new CannotStart(
      `连不上 PostgreSQL（${code}）。请检查 DATABASE_URL 里的地址、用户、密码和库名，以及数据库是否已启动。`,
      `PostgreSQL cannot be reached (${code}). Check the address, user, password and database in DATABASE_URL, and that the server runs.`,
    );
  }
};

/** The store on PostgreSQL: several server processes may share it. Owns the pool and ends it at `close`. */
export const postgresStore = async (pool: PostgresPool): Promise<Store> => {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await greet(db);
    await migrate(db as unknown as Kysely<unknown>);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    reading: db,
    snapshot: (read) => db.transaction().setIsolationLevel('repeatable read').execute(read),
    write: (work) => db.transaction().execute(work),
    locked: (query) => query.forUpdate(),
    faults: () => Promise.resolve([]),
    scrub: async (table) => void (await sql`vacuum full ${sql.table(table)}`.execute(db)),
    close: () => db.destroy(),
  };
};
