import type { AccountTable, Db } from './tables.ts';

/** The account with this id. */
export const accountById = (db: Db, id: string): Promise<AccountTable | undefined> =>
  db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();

/** The account with this login, as stored (lower case). */
export const accountByLogin = (db: Db, login: string): Promise<AccountTable | undefined> =>
  db.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst();

/** All accounts by login, without their passwords. */
export const allAccounts = (db: Db): Promise<Omit<AccountTable, 'password'>[]> =>
  db.selectFrom('account').select(['id', 'login', 'name', 'admin', 'disabled', 'created_at']).orderBy('login').execute();

/** Accounts among these ids that exist. */
export const accountsAmong = async (db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('account').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
};

/** True once somebody has an account. */
export const anyAccount = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** Administrators who can sign in, other than this account. */
export const otherAdmins = async (db: Db, id: string): Promise<number> => {
  const rows = await db.selectFrom('account').select('id').where('admin', '=', 1).where('disabled', '=', 0).where('id', '!=', id).execute();
  return rows.length;
};

/** Adds an account; fails on the unique login. */
export const addAccount = async (db: Db, row: AccountTable): Promise<void> => {
  await db.insertInto('account').values(row).execute();
};

/** Changes columns of an account. */
export const changeAccount = async (
  db: Db,
  id: string,
  change: Partial<Pick<AccountTable, 'name' | 'password' | 'admin' | 'disabled'>>,
): Promise<void> => {
  if (Object.keys(change).length === 0) return;
  await db.updateTable('account').set(change).where('id', '=', id).execute();
};
