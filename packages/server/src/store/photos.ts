import { sql } from 'kysely';
import { preparedAmong } from './prepared.ts';
import type { Db, PhotoTable } from './tables.ts';

/** A photo of a campaign, complete or not. */
export const photoOf = (db: Db, campaign: string, hash: string): Promise<PhotoTable | undefined> =>
  db.selectFrom('photo').selectAll().where('campaign', '=', campaign).where('hash', '=', hash).executeTakeFirst();

const amongComplete = preparedAmong((db, hashes, [campaign = '']) =>
  db.selectFrom('photo').select('hash').where('campaign', '=', campaign).where('hash', 'in', hashes).where('kept', '!=', sql.lit('')),
);

/** Photos among these hashes that the campaign holds completely. */
export const completeAmong = async (db: Db, campaign: string, hashes: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await amongComplete(db, hashes, [campaign])).map((row) => row.hash));

/** All complete photos. */
export const completePhotos = (db: Db): Promise<PhotoTable[]> => db.selectFrom('photo').selectAll().where('kept', '!=', '').execute();

/** Uploads an account has begun and not finished. */
export const openUploads = async (db: Db, account: string): Promise<number> =>
  (await db.selectFrom('photo').select('hash').where('account', '=', account).where('kept', '=', '').execute()).length;

/** Begins an upload, unless it has been begun. */
export const addPhoto = async (db: Db, row: PhotoTable): Promise<void> => {
  await db
    .insertInto('photo')
    .values(row)
    .onConflict((conflict) => conflict.columns(['campaign', 'hash']).doNothing())
    .execute();
};

/** Marks a photo as complete. */
export const completePhoto = async (
  db: Db,
  { campaign, hash, ...kept }: Pick<PhotoTable, 'campaign' | 'hash' | 'kept' | 'kept_size' | 'type' | 'width' | 'height'>,
): Promise<void> => {
  await db.updateTable('photo').set(kept).where('campaign', '=', campaign).where('hash', '=', hash).execute();
};

/** Gives up an upload that is not complete. */
export const dropUpload = async (db: Db, campaign: string, hash: string): Promise<void> => {
  await db.deleteFrom('photo').where('campaign', '=', campaign).where('hash', '=', hash).where('kept', '=', '').execute();
};

/** Uploads begun before an instant and not finished. */
export const staleUploads = (db: Db, before: string): Promise<PhotoTable[]> =>
  db.selectFrom('photo').selectAll().where('kept', '=', '').where('created_at', '<', before).execute();
