import { preparedRows } from './prepared.ts';
import type { Db, RecordTable } from './tables.ts';

/** A record without its campaign. */
export type Rec = Omit<RecordTable, 'campaign'>;

/** Name of a record among those of its campaign. */
export const nameOf = (record: Pick<Rec, 'kind' | 'id'>): string => `${record.kind} ${record.id}`;

/** All records of a campaign, by name. */
export const allRecords = async (db: Db, campaign: string): Promise<ReadonlyMap<string, Rec>> => {
  const rows = await db
    .selectFrom('record')
    .select(['kind', 'id', 'unit', 'day', 'state', 'body'])
    .where('campaign', '=', campaign)
    .execute();
  return new Map(rows.map((row) => [nameOf(row), row]));
};

const putRows = preparedRows<RecordTable>(['campaign', 'kind', 'id', 'unit', 'day', 'state', 'body'], (db, rows) =>
  db
    .insertInto('record')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['campaign', 'kind', 'id']).doUpdateSet((eb) => ({
        unit: eb.ref('excluded.unit'),
        day: eb.ref('excluded.day'),
        state: eb.ref('excluded.state'),
        body: eb.ref('excluded.body'),
      })),
    ),
);

/** Writes records, each replacing the one of the same name. */
export const putRecords = (db: Db, campaign: string, records: readonly Rec[]): Promise<void> =>
  putRows(
    db,
    records.map((record) => ({ campaign, ...record })),
  );

/** Makes the records of one kind exactly these: what is no longer among them goes. */
export const replaceKind = async (
  db: Db,
  campaign: string,
  { kind, records }: { kind: string; records: readonly Rec[] },
): Promise<void> => {
  await db.deleteFrom('record').where('campaign', '=', campaign).where('kind', '=', kind).execute();
  await putRecords(db, campaign, records);
};
