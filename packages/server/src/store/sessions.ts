import { sql } from 'kysely';
import { preparedAmong } from './prepared.ts';
import type { Db, DeviceCodeTable, SessionTable } from './tables.ts';

/** A session together with the account that opened it. */
export interface OpenSession {
  readonly hash: string;
  readonly id: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly device: string;
  readonly as_account: string;
  readonly as_campaign: string;
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly admin: number;
}

/** The sessions with these hashes, but those of disabled accounts. */
export const sessionsByHash: (db: Db, hashes: readonly string[]) => Promise<readonly OpenSession[]> = preparedAmong((db, hashes) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select([
      'session.hash',
      'session.id',
      'session.created_at',
      'session.seen_at',
      'session.device',
      'session.as_account',
      'session.as_campaign',
      'session.account',
      'account.login',
      'account.name',
      'account.admin',
    ])
    .where('session.hash', 'in', hashes)
    .where('account.disabled', '=', sql.lit(0)),
);

/** Adds a session. */
export const addSession = async (db: Db, row: SessionTable): Promise<void> => {
  await db.insertInto('session').values(row).execute();
};

/** Notes that a session was used. */
export const touchSession = async (db: Db, hash: string, at: string): Promise<void> => {
  await db.updateTable('session').set({ seen_at: at }).where('hash', '=', hash).execute();
};

/** Looks from another account's place in a campaign from now on; '' twice for one's own. */
export const lookAs = async (db: Db, id: string, place: { readonly account: string; readonly campaign: string }): Promise<void> => {
  await db.updateTable('session').set({ as_account: place.account, as_campaign: place.campaign }).where('id', '=', id).execute();
};

/** Sessions of an account, newest first. */
export const sessionsOf = (db: Db, account: string): Promise<SessionTable[]> =>
  db.selectFrom('session').selectAll().where('account', '=', account).orderBy('created_at', 'desc').execute();

/** Ends one session of an account by its public id; false when it has none of that id. */
export const endSession = async (db: Db, account: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('session').where('account', '=', account).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
};

/** Ends every session of an account. */
export const endSessionsOf = async (db: Db, account: string): Promise<void> => {
  await db.deleteFrom('session').where('account', '=', account).execute();
};

/** Forgets sessions opened before an instant. */
export const sweepSessions = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('session').where('created_at', '<', before).execute();
};

/** A phone the office let in, with the person it belongs to. */
export interface DeviceRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly device: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly agent: string;
}

/** Phones let in for the members of a campaign, newest first. */
export const devicesOf = (db: Db, campaign: string): Promise<DeviceRow[]> =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .innerJoin('member', 'member.account', 'session.account')
    .select(['session.id', 'session.account', 'account.name', 'session.device', 'session.created_at', 'session.seen_at', 'session.agent'])
    .where('member.campaign', '=', campaign)
    .where('session.device', '!=', '')
    .orderBy('session.created_at', 'desc')
    .execute();

/** Makes a code known by its hash; an earlier one for the account is worthless from then on, and old ones are forgotten. */
export const putDeviceCode = async (db: Db, row: DeviceCodeTable, now: string): Promise<void> => {
  await db
    .deleteFrom('device_code')
    .where((one) => one.or([one('account', '=', row.account), one('until', '<=', now)]))
    .execute();
  await db.insertInto('device_code').values(row).execute();
};

/** Uses a code up and says whose phone it lets in; `undefined` when it does not hold. */
export const takeDeviceCode = async (db: Db, hash: string, now: string): Promise<string | undefined> => {
  const found = await db.selectFrom('device_code').selectAll().where('hash', '=', hash).where('until', '>', now).executeTakeFirst();
  if (found) await db.deleteFrom('device_code').where('hash', '=', hash).execute();
  return found?.account;
};
