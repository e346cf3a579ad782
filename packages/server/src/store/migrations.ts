import { type Kysely, type Migration, Migrator } from 'kysely';
import { CannotStart } from '../settings.ts';
import { steps } from './steps.ts';
import type { Db } from './tables.ts';

const migratorOf = (db: Kysely<unknown>): Migrator => {
  const ordered = Object.fromEntries(
    Object.keys(steps).map((name, i) => [`${String(i + 1).padStart(4, '0')}-${name}`, steps[name] as Migration]),
  );
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(ordered) } });
};

/** Refuses with `CannotStart` to read a store that an older version wrote and nobody has opened since. */
export const refuseOlder = async (db: Db): Promise<void> => {
  if ((await migratorOf(db as unknown as Kysely<unknown>).getMigrations()).every(({ executedAt }) => executedAt !== undefined)) return;
  throw new CannotStart(
    '数据由较早版本的绣花写成，还没有升级。请先用本版本启动一次服务器（npm start），再来核对；升级前要留副本，用 xiuhua backup。',
    'The data was written by an older version of Xiuhua and is not upgraded yet. Start the server of this version once (npm start), then check; for a copy before the upgrade use xiuhua backup.',
  );
};

/**
 * Brings the tables up to date. Safe when several processes start at once. A store written by a newer version,
 * which has steps unknown here, is refused with `CannotStart` and left alone. The answer is whether anything was changed.
 */
export const migrate = async (db: Kysely<unknown>): Promise<boolean> => {
  const { error, results = [] } = await migratorOf(db).migrateToLatest();
  if (!error) return results.length > 0;
  if (/corrupted migrations/.test(String(error))) {
    throw new CannotStart(
      '数据由更新版本的绣花写成，本版本不能打开。请升级程序后再启动。',
      'The data was written by a newer version of Xiuhua. Upgrade the program and start again.',
    );
  }
  throw error instanceof Error ? error : new Error(String(error));
};
