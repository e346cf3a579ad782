import type { Role } from '@xiuhua/engine';
import { sql } from 'kysely';
import { prepared, preparedAmong } from './prepared.ts';
import type { Db, DraftTable, MemberTable, PlanTable } from './tables.ts';

/** A campaign a person may enter, and as what. `unit` and `roles` are null for an administrator who is no member. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** 1 or true once a plan is in force, and once it is closed. */
  readonly adopted: unknown;
  readonly closed: unknown;
  readonly unit: string | null;
  readonly roles: string | null;
}

const entries = (db: Db) =>
  db
    .selectFrom('campaign')
    .select(['campaign.id', 'campaign.title'])
    .select(({ exists, selectFrom }) => [
      exists(selectFrom('plan').select('plan.hash').whereRef('plan.campaign', '=', 'campaign.id')).as('adopted'),
      exists(
        selectFrom('record').select('record.id').whereRef('record.campaign', '=', 'campaign.id').where('kind', '=', sql.lit('end')),
      ).as('closed'),
    ])
    .orderBy('campaign.created_at')
    .orderBy('campaign.id');

/** All campaigns, as what the account is in them. Oldest first. */
export const everyEntry: (db: Db, account: readonly [string]) => Promise<readonly Entry[]> = prepared((db, [account]) =>
  entries(db)
    .leftJoin('member', (join) => join.onRef('member.campaign', '=', 'campaign.id').on('member.account', '=', account))
    .select(['member.unit', 'member.roles']),
);

/** Campaigns these accounts are members of, and as what. Oldest first. */
export const entriesAmong: (db: Db, accounts: readonly string[]) => Promise<readonly (Entry & { readonly account: string })[]> =
  preparedAmong((db, accounts) =>
    entries(db)
      .innerJoin('member', 'member.campaign', 'campaign.id')
      .select(['member.account', 'member.unit', 'member.roles'])
      .where('member.account', 'in', accounts),
  );

/** Ids of all campaigns, oldest first. */
export const campaignIds = async (db: Db): Promise<readonly string[]> =>
  (await db.selectFrom('campaign').select('id').orderBy('created_at').orderBy('id').execute()).map((row) => row.id);

/** The title of a campaign; '' when there is none of that id. */
export const campaignTitle = async (db: Db, id: string): Promise<string> =>
  (await db.selectFrom('campaign').select('title').where('id', '=', id).executeTakeFirst())?.title ?? '';

/** Adds a campaign with an empty log. */
export const addCampaign = async (db: Db, row: { id: string; title: string; created_at: string; created_by: string }): Promise<void> => {
  await db
    .insertInto('campaign')
    .values({ ...row, seq: 0, head: '' })
    .execute();
};

/** Gives a campaign another title. */
export const retitle = async (db: Db, id: string, title: string): Promise<void> => {
  await db.updateTable('campaign').set({ title }).where('id', '=', id).where('title', '!=', title).execute();
};

/** A member with the name of the account. */
export interface MemberRow {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: string;
}

/** Members of a campaign, by login. */
export const membersOf = (db: Db, campaign: string): Promise<MemberRow[]> =>
  db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account')
    .select(['member.account', 'account.login', 'account.name', 'member.unit', 'member.roles'])
    .where('member.campaign', '=', campaign)
    .orderBy('account.login')
    .execute();

/** Makes the members of a campaign exactly these. Who inspected for a unit and no longer does is remembered. */
export const replaceMembers = async (
  db: Db,
  campaign: string,
  { rows, now }: { readonly rows: readonly MemberTable[]; readonly now: string },
): Promise<void> => {
  const before = await db.selectFrom('member').selectAll().where('campaign', '=', campaign).execute();
  const after = new Map(rows.map((row) => [row.account, row]));
  const left = before.filter(({ account, unit, roles }) => {
    const next = after.get(account);
    return rolesOf(roles).includes('inspector') && !(next?.unit === unit && rolesOf(next.roles).includes('inspector'));
  });
  for (const { account, unit } of left)
    await db
      .insertInto('former_inspector')
      .values({ campaign, account, unit, until: now })
      .onConflict((conflict) => conflict.columns(['campaign', 'account', 'unit']).doUpdateSet({ until: now }))
      .execute();
  await db.deleteFrom('member').where('campaign', '=', campaign).execute();
  for (let i = 0; i < rows.length; i += 500)
    await db
      .insertInto('member')
      .values(rows.slice(i, i + 500))
      .execute();
};

/** The units for which an account inspected in a campaign and no longer does. */
export const inspectedFor = async (db: Db, campaign: string, account: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('former_inspector')
      .select('unit')
      .where('campaign', '=', campaign)
      .where('account', '=', account)
      .orderBy('unit')
      .execute()
  ).map(({ unit }) => unit);

/** The roles a stored list says. */
export const rolesOf = (text: string | null): readonly Role[] => (text ? (JSON.parse(text) as Role[]) : []);

/** The draft of a campaign with the name of who saved it. */
export type SavedDraft = DraftTable & { readonly saved_by_name: string };

/** The draft of a campaign. */
export const draftOf = (db: Db, campaign: string): Promise<SavedDraft | undefined> =>
  db
    .selectFrom('draft')
    .innerJoin('account', 'account.id', 'draft.saved_by')
    .selectAll('draft')
    .select('account.name as saved_by_name')
    .where('draft.campaign', '=', campaign)
    .executeTakeFirst();

/** Adds the first draft of a campaign. */
export const addDraft = async (db: Db, row: DraftTable): Promise<void> => {
  await db.insertInto('draft').values(row).execute();
};

/** Saves a draft over the revision before it; false when that is no longer the newest. */
export const saveDraft = async (db: Db, row: DraftTable): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set(row)
    .where('campaign', '=', row.campaign)
    .where('revision', '=', row.revision - 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

const textIn = async (db: Db, table: 'plan' | 'asked_plan', [campaign, hash]: readonly [string, string]): Promise<string | undefined> =>
  (await db.selectFrom(table).select('text').where('campaign', '=', campaign).where('hash', '=', hash).executeTakeFirst())?.text;

/** The text of an adopted plan. */
export const planTextOf = (db: Db, campaign: string, hash: string): Promise<string | undefined> => textIn(db, 'plan', [campaign, hash]);

/** The text of a draft somebody asked to have reviewed. */
export const askedTextOf = (db: Db, campaign: string, hash: string): Promise<string | undefined> =>
  textIn(db, 'asked_plan', [campaign, hash]);

/** All adopted plans of a campaign. */
export const plansOf = (db: Db, campaign: string): Promise<PlanTable[]> =>
  db.selectFrom('plan').selectAll().where('campaign', '=', campaign).execute();

const addTo = async (db: Db, table: 'plan' | 'asked_plan', row: PlanTable): Promise<void> => {
  await db
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.columns(['campaign', 'hash']).doNothing())
    .execute();
};

/** Adds an adopted plan; the same plan adopted again stays as it is. */
export const addPlan = (db: Db, row: PlanTable): Promise<void> => addTo(db, 'plan', row);

/** Keeps a draft as it is reviewed; the same draft asked about again stays as it is. */
export const addAskedPlan = (db: Db, row: PlanTable): Promise<void> => addTo(db, 'asked_plan', row);
