import type { Db, SetupTable, ThrottleTable } from './tables.ts';

/** What is remembered of failed attempts under these keys. */
export const throttled = (db: Db, keys: readonly string[]): Promise<ThrottleTable[]> =>
  db.selectFrom('throttle').selectAll().where('key', 'in', keys).execute();

/** Remembers a failed attempt. */
export const putThrottle = async (db: Db, row: ThrottleTable): Promise<void> => {
  await db
    .insertInto('throttle')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ failures: row.failures, until: row.until, failed_at: row.failed_at }))
    .execute();
};

/** Forgets failed attempts under a key. */
export const clearThrottle = async (db: Db, key: string): Promise<void> => {
  await db.deleteFrom('throttle').where('key', '=', key).execute();
};

/** Forgets attempts that failed before an instant. */
export const sweepThrottle = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('throttle').where('failed_at', '<', before).execute();
};

/** Makes a set-up code known by its hash. */
export const addSetupCode = async (db: Db, row: SetupTable): Promise<void> => {
  await db.insertInto('setup').values(row).execute();
};

/** True when a set-up code with this hash still holds. */
export const setupCodeHolds = async (db: Db, hash: string, now: string): Promise<boolean> =>
  (await db.selectFrom('setup').select('hash').where('hash', '=', hash).where('until', '>', now).executeTakeFirst()) !== undefined;

/** Makes every set-up code worthless. */
export const clearSetupCodes = async (db: Db): Promise<void> => {
  await db.deleteFrom('setup').execute();
};
