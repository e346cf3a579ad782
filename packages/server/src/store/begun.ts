import type { BegunTable, Db } from './tables.ts';

/** Keeps what a phone says is begun on it, in place of what it said before; nothing is kept of a phone that holds none. */
export const putBegun = async (db: Db, row: BegunTable): Promise<void> => {
  const { campaign, account, phone, drafts } = row;
  await db.deleteFrom('begun').where('campaign', '=', campaign).where('account', '=', account).where('phone', '=', phone).execute();
  if (drafts !== '[]') await db.insertInto('begun').values(row).execute();
};

/** What the phones of a campaign's members said is begun on them. */
export const begunOf = (db: Db, campaign: string): Promise<BegunTable[]> =>
  db.selectFrom('begun').selectAll().where('campaign', '=', campaign).orderBy('account').orderBy('phone').execute();
