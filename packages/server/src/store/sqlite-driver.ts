import type Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, type TransactionSettings } from 'kysely';
import type { Sqlite } from './sqlite-connection.ts';

/** Statements kept prepared on one connection. */
const kept = 300;

/** Faults after which the connection is not to be trusted: it is opened again before the next use. */
const fatal = /^SQLITE_(IOERR|CORRUPT|FULL|NOTADB)/;

/** One better-sqlite3 connection as kysely sees it, with its prepared statements. */
class SqliteConnection implements DatabaseConnection {
  readonly #open: () => Sqlite;
  readonly #statements = new Map<string, Database.Statement>();
  #db: Sqlite;
  #broken = false;

  constructor(open: () => Sqlite) {
    this.#open = open;
    this.#db = open();
  }

  /** Opens the file again after a fault of the disk or the file. */
  renew(): void {
    if (!this.#broken) return;
    this.#statements.clear();
    this.#db.close();
    this.#db = this.#open();
    this.#broken = false;
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(sql);
      if (statement.reader) return Promise.resolve({ rows: statement.all(parameters) as R[] });
      const { changes } = statement.run(parameters);
      return Promise.resolve({ numAffectedRows: BigInt(changes), rows: [] });
    } catch (error) {
      if (fatal.test(String((error as { code?: unknown }).code))) this.#broken = true;
      return Promise.reject(error as Error);
    }
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    for (const row of this.#db.prepare(sql).iterate(parameters)) yield { rows: [row as R] };
  }

  /** Ends a transaction that may already have been ended by the fault it met. */
  abandon(): void {
    if (this.#db.inTransaction) this.#db.exec('rollback');
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    if (this.#statements.size >= kept) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/**
 * A kysely driver over a single better-sqlite3 connection. Unlike kysely's own it begins transactions with `begin
 * immediate`, because one that reads first and writes later fails at once with BUSY_SNAPSHOT when another wrote
 * between; a read-only driver begins plainly. One query or transaction at a time, in order of asking.
 */
export class SqliteDriver implements Driver {
  readonly #open: () => Sqlite;
  readonly #begin: string;
  #connection: SqliteConnection | undefined;
  #tail: Promise<void> = Promise.resolve();
  #free: () => void = () => undefined;

  constructor(open: () => Sqlite, readonly: boolean) {
    this.#open = open;
    this.#begin = readonly ? 'begin' : 'begin immediate';
  }

  async init(): Promise<void> {
    this.#connection = new SqliteConnection(this.#open);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail;
    let free = (): void => undefined;
    this.#tail = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    try {
      if (!this.#connection) throw new Error('the store is closed');
      this.#connection.renew();
    } catch (error) {
      free();
      throw error;
    }
    this.#free = free;
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  rollbackTransaction(_connection: DatabaseConnection): Promise<void> {
    this.#connection?.abandon();
    return Promise.resolve();
  }

  releaseConnection(_connection: DatabaseConnection): Promise<void> {
    this.#free();
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = undefined;
    return Promise.resolve();
  }
}
