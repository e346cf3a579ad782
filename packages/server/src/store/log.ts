import { sql } from 'kysely';
import type { Head } from './chain.ts';
import { prepared, preparedAmong, preparedRows } from './prepared.ts';
import type { Store } from './store.ts';
import type { CommandTable, Db, EventTable } from './tables.ts';

const headRow = (db: Db, campaign: string) => db.selectFrom('campaign').select(['seq', 'head']).where('id', '=', campaign);
const committedHead = prepared((db, [campaign]: readonly [string]) => headRow(db, campaign));

const head = ([row]: readonly { seq: number; head: string }[]): Head | undefined => row && { seq: row.seq, hash: row.head };

const lockedHeads = new WeakMap<Store, typeof committedHead>();

/** The head of a campaign's log, locked against other writers; `undefined` when there is no such campaign. */
export const lockHead = async (store: Store, db: Db, campaign: string): Promise<Head | undefined> => {
  const ask = lockedHeads.get(store) ?? prepared((on, [id]: readonly [string]) => store.locked(headRow(on, id)));
  lockedHeads.set(store, ask);
  return head(await ask(db, [campaign]));
};

/** The head of a campaign's log as committed; `undefined` when there is no such campaign. */
export const headOf = async (db: Db, campaign: string): Promise<Head | undefined> => head(await committedHead(db, [campaign]));

/** Lines of the log after a position, in order, at most `limit`. */
export const linesAfter = (db: Db, campaign: string, { after, limit }: { after: number; limit: number }): Promise<EventTable[]> =>
  db.selectFrom('event').selectAll().where('campaign', '=', campaign).where('seq', '>', after).orderBy('seq').limit(limit).execute();

/** What lines of a log are wanted. Days are given as instants, the second not included; `texts` all have to stand in the fact. */
export interface LogWanted {
  readonly before: number;
  readonly account?: string | undefined;
  readonly kind?: string | undefined;
  readonly texts: readonly string[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly limit: number;
}

/** A pattern for text that contains another, letter for letter. */
const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Lines of the log before a position that are wanted, newest first. */
export const linesWanted = (db: Db, campaign: string, wanted: LogWanted): Promise<EventTable[]> => {
  let query = db.selectFrom('event').selectAll().where('campaign', '=', campaign).where('seq', '<', wanted.before);
  const has = (column: 'by' | 'fact', text: string) => sql<boolean>`${sql.ref(column)} like ${containing(text)} escape '\\'`;
  if (wanted.account !== undefined) query = query.where(has('by', `"account":${JSON.stringify(wanted.account)}`));
  if (wanted.kind !== undefined) query = query.where(has('fact', `"type":${JSON.stringify(wanted.kind)}`));
  for (const text of wanted.texts) query = query.where(has('fact', JSON.stringify(text).slice(1, -1)));
  if (wanted.from !== undefined) query = query.where('at', '>=', wanted.from);
  if (wanted.until !== undefined) query = query.where('at', '<', wanted.until);
  return query.orderBy('seq', 'desc').limit(wanted.limit).execute();
};

const putLines = preparedRows<EventTable>(['campaign', 'seq', 'cause', 'index', 'at', 'by', 'fact', 'prev', 'hash'], (db, rows) =>
  db.insertInto('event').values(rows),
);

const moveHead = prepared((db, [seq, head, campaign]: readonly [number, string, string]) =>
  db.updateTable('campaign').set({ seq, head }).where('id', '=', campaign),
);

/** Appends lines that follow the head, and moves the head to the last of them. */
export const append = async (db: Db, campaign: string, lines: readonly EventTable[]): Promise<void> => {
  const last = lines.at(-1);
  if (!last) return;
  await putLines(db, lines);
  await moveHead(db, [last.seq, last.hash, campaign]);
};

const commandsAmong = preparedAmong((db, ids, [campaign = '']) =>
  db.selectFrom('command').selectAll().where('campaign', '=', campaign).where('id', 'in', ids),
);

/** Commands already taken, among those asked for. */
export const takenCommands = async (db: Db, campaign: string, ids: readonly string[]): Promise<ReadonlyMap<string, CommandTable>> =>
  new Map((await commandsAmong(db, ids, [campaign])).map((row) => [row.id, row]));

/** Remembers commands as taken. */
export const takeCommands = preparedRows<CommandTable>(['campaign', 'id', 'account', 'hash', 'seq', 'facts'], (db, rows) =>
  db.insertInto('command').values(rows),
);
