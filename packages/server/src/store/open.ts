import type { Log } from '../ports/log.ts';
import type { Settings } from '../settings.ts';
import { connectionPool, postgresStore } from './postgres.ts';
import { sqliteReading, sqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** How a store is opened: `write` migrates and (embedded) locks the folder; `read` touches nothing, whatever version wrote it. */
export interface Opening {
  readonly log: Log;
  readonly access?: 'write' | 'read';
}

/** Opens the store the settings name: PostgreSQL when `database` is set, else SQLite embedded in the data folder. */
export const openStore = async (settings: Pick<Settings, 'data' | 'database'>, { log, access = 'write' }: Opening): Promise<Store> => {
  if (settings.database) return postgresStore(connectionPool(settings.database, log));
  return access === 'read' ? sqliteReading(settings.data) : sqliteStore(settings.data);
};
