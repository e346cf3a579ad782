import { type Kysely, type Migration, Migrator } from 'kysely';
import { CannotStart } from '../settings.ts';
import { steps } from './steps.ts';

/**
 * Brings the tables up to date. Safe when several processes start at once. A store written by a newer version,
 * which has steps unknown here, is refused with `CannotStart` and left alone.
 */
export const migrate = async (db: Kysely<unknown>): Promise<void> => {
  const names = Object.keys(steps).sort();
  const ordered = Object.fromEntries(
    Object.keys(steps).map((name, i) => [`${String(i + 1).padStart(4, '0')}-${name}`, steps[name] as Migration]),
  );
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(ordered) } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  if (/corrupted migrations/.test(String(error))) {
    throw new CannotStart(
      '数据由更新版本的绣花写成，本版本不能打开。请升级程序后再启动。',
      'The data was written by a newer version of Xiuhua. Upgrade the program and start again.',
    );
  }
  throw error instanceof Error ? error : new Error(String(error), { cause: names });
};
