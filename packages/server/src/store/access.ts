import { createHash } from 'node:crypto';
import { canonicalText } from '@xiuhua/engine';
import type { Store } from './store.ts';
import type { AccessTable, Db } from './tables.ts';

/** A line of the access log before it is linked to the one before it. */
export type AccessLine = Omit<AccessTable, 'seq' | 'prev' | 'hash'>;

/** What lines of the access log are asked for. `people` are accounts whose lines without a campaign are wanted as well. */
export interface AccessWanted {
  /** Undefined for all campaigns and none. */
  readonly campaign: string | undefined;
  readonly people: readonly string[];
  readonly account?: string | undefined;
  readonly kind?: string | undefined;
  /** From one instant to another, the second not included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Position before which to look. */
  readonly before: number;
  readonly limit: number;
}

const sealOf = ({ hash: _, ...line }: AccessTable): string => createHash('sha256').update(canonicalText(line)).digest('hex');

/** Appends a line to the access log, chained to the one before. */
export const appendAccess = async (store: Store, db: Db, line: AccessLine): Promise<void> => {
  const head = await store.locked(db.selectFrom('access_head').selectAll().where('one', '=', 1)).executeTakeFirstOrThrow();
  const row = { ...line, seq: head.seq + 1, prev: head.head, hash: '' };
  const hash = sealOf(row);
  await db
    .insertInto('access')
    .values({ ...row, hash })
    .execute();
  await db.updateTable('access_head').set({ seq: row.seq, head: hash }).where('one', '=', 1).execute();
};

/** Lines of the access log, newest first. */
export const accessLines = (db: Db, wanted: AccessWanted): Promise<AccessTable[]> => {
  const { campaign, people, account, kind, from, until } = wanted;
  let query = db.selectFrom('access').selectAll().where('seq', '<', wanted.before);
  if (campaign !== undefined)
    query = query.where((one) =>
      one.or([
        one('campaign', '=', campaign),
        ...(people.length > 0 ? [one.and([one('campaign', '=', ''), one('account', 'in', [...people])])] : []),
      ]),
    );
  if (account !== undefined) query = query.where('account', '=', account);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (until !== undefined) query = query.where('at', '<', until);
  return query.orderBy('seq', 'desc').limit(wanted.limit).execute();
};

/** How many lines of the access log are whole, and the first that is not: where and what is wrong with it. */
export const walkAccess = async (
  db: Db,
): Promise<{
  readonly lines: number;
  readonly bad: { readonly seq: number; readonly kind: 'gap' | 'broken-link' | 'altered' | 'short-log' } | null;
}> => {
  const end = await db.selectFrom('access_head').selectAll().executeTakeFirst();
  let [seq, hash] = [0, ''];
  for (;;) {
    const rows = await db.selectFrom('access').selectAll().where('seq', '>', seq).orderBy('seq').limit(2000).execute();
    for (const row of rows) {
      const kind = row.seq !== seq + 1 ? 'gap' : row.prev !== hash ? 'broken-link' : sealOf(row) !== row.hash ? 'altered' : undefined;
      if (kind) return { lines: seq, bad: { seq: row.seq, kind } };
      [seq, hash] = [row.seq, row.hash];
    }
    if (rows.length === 0) break;
  }
  if (!end || end.seq !== seq || end.head !== hash) return { lines: seq, bad: { seq: seq + 1, kind: 'short-log' } };
  return { lines: seq, bad: null };
};
