import type { Db, UpperPlanTable } from './tables.ts';

/** Takes in the plan of an upper level; the same plan taken in again stays as it is. */
export const addUpper = async (db: Db, row: UpperPlanTable): Promise<void> => {
  await db
    .insertInto('upper_plan')
    .values(row)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
};

/** The text of a plan that others may rest on: one taken in, or one adopted in any campaign. */
export const upperTextOf = async (db: Db, hash: string): Promise<string | undefined> => {
  const taken = await db.selectFrom('upper_plan').select('text').where('hash', '=', hash).executeTakeFirst();
  return (taken ?? (await db.selectFrom('plan').select('text').where('hash', '=', hash).executeTakeFirst()))?.text;
};

/** All plans that others may rest on, newest first; a plan that is both taken in and adopted comes once. */
export const upperTexts = async (
  db: Db,
): Promise<readonly { readonly hash: string; readonly text: string; readonly added_at: string }[]> => {
  const columns = ['hash', 'text', 'added_at'] as const;
  const rows = [
    ...(await db.selectFrom('upper_plan').select(columns).execute()),
    ...(await db.selectFrom('plan').select(columns).execute()),
  ];
  return [...new Map(rows.map((row) => [row.hash, row])).values()].sort(
    (a, b) => b.added_at.localeCompare(a.added_at) || a.hash.localeCompare(b.hash),
  );
};

/** Campaigns that have adopted a plan whose text names one of these hashes, oldest first. */
export const campaignsNaming = async (db: Db, hashes: readonly string[]): Promise<readonly string[]> => {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom('plan')
    .select('campaign')
    .distinct()
    .where((where) => where.or(hashes.map((hash) => where('text', 'like', `%${hash}%`))))
    .orderBy('campaign')
    .execute();
  return rows.map(({ campaign }) => campaign);
};

/** Campaigns that have adopted one of these plans, oldest first. */
export const campaignsOfPlans = async (db: Db, hashes: readonly string[]): Promise<readonly string[]> => {
  if (hashes.length === 0) return [];
  const rows = await db.selectFrom('plan').select('campaign').distinct().where('hash', 'in', hashes).orderBy('campaign').execute();
  return rows.map(({ campaign }) => campaign);
};
