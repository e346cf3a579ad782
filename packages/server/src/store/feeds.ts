import type { Db, FeedTable } from './tables.ts';

/** An account that has a calendar link. */
export interface FeedOwner {
  readonly account: string;
  readonly name: string;
}

/** The account whose calendar link has this hash, unless it is disabled. */
export const feedOwner = (db: Db, hash: string): Promise<FeedOwner | undefined> =>
  db
    .selectFrom('feed')
    .innerJoin('account', 'account.id', 'feed.account')
    .select(['feed.account', 'account.name'])
    .where('feed.hash', '=', hash)
    .where('account.disabled', '=', 0)
    .executeTakeFirst();

/** The calendar link of an account. */
export const feedOf = (db: Db, account: string): Promise<FeedTable | undefined> =>
  db.selectFrom('feed').selectAll().where('account', '=', account).executeTakeFirst();

/** Gives an account a calendar link in place of the one it had. */
export const putFeed = async (db: Db, row: FeedTable): Promise<void> => {
  await db.deleteFrom('feed').where('account', '=', row.account).execute();
  await db.insertInto('feed').values(row).execute();
};

/** Takes an account's calendar link away. */
export const dropFeed = async (db: Db, account: string): Promise<void> => {
  await db.deleteFrom('feed').where('account', '=', account).execute();
};
