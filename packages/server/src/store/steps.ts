import { type Migration, sql } from 'kysely';
import { type AnyDb, firstSteps } from './first-steps.ts';

const devices = async (db: AnyDb): Promise<void> => {
  await db.schema
    .alterTable('session')
    .addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema
    .createTable('device_code')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('account', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .execute();
};

const uppers = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('upper_plan')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull())
    .execute();
};

const feeds = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('feed')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('account', 'text', (c) => c.notNull().unique().references('account.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
};

const formerInspectors = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('former_inspector')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('account', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('former_inspector_key', ['campaign', 'account', 'unit'])
    .execute();
};

const access = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('access')
    .addColumn('seq', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('campaign', 'text', (c) => c.notNull())
    .addColumn('says', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('prev', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('access_campaign').on('access').columns(['campaign', 'seq']).execute();
  await db.schema.createIndex('access_account').on('access').columns(['account', 'seq']).execute();
  await db.schema
    .createTable('access_head')
    .addColumn('one', 'integer', (c) => c.primaryKey())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('head', 'text', (c) => c.notNull())
    .execute();
  await sql`insert into access_head (one, seq, head) values (1, 0, '')`.execute(db);
  for (const column of ['as_account', 'as_campaign'])
    await db.schema
      .alterTable('session')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(''))
      .execute();
};

const messages = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('read_mark')
    .addColumn('account', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('read_mark_key', ['account', 'campaign', 'message'])
    .execute();
  await db.schema
    .createTable('robot')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('kinds', 'text', (c) => c.notNull())
    .addColumn('rhythm', 'text', (c) => c.notNull())
    .addColumn('paused', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('outbox')
    .addColumn('robot', 'text', (c) => c.notNull().references('robot.id').onDelete('cascade'))
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('next_at', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('outbox_key', ['robot', 'message'])
    .execute();
  await db.schema.createIndex('outbox_next').on('outbox').columns(['state', 'next_at']).execute();
};

const reviews = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('asked_plan')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('asked_plan_key', ['campaign', 'hash'])
    .execute();
  await db.schema
    .createTable('begun')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('account', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('phone', 'text', (c) => c.notNull())
    .addColumn('drafts', 'text', (c) => c.notNull())
    .addColumn('said_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('begun_key', ['campaign', 'account', 'phone'])
    .execute();
};

/** A post keeps its text and its id until it has surely arrived. What was taken before had no text kept: it is taken anew. */
const posts = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('post')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('robot', 'text', (c) => c.notNull().references('robot.id').onDelete('cascade'))
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('outbox_post').on('outbox').column('post').execute();
  await sql`update outbox set state = 'unsure' where state = 'sending'`.execute(db);
  await sql`update outbox set post = ''`.execute(db);
};

/** A visit's line of the log says all of it: a record beside it was a copy that nobody read, and no record is looked for by its unit. */
const visits = async (db: AnyDb): Promise<void> => {
  await db.schema.dropIndex('record_unit').execute();
  await sql`delete from record where kind = 'submission'`.execute(db);
};

/** Every change to the tables, by name, in order. A step that has been released is never edited. */
export const steps: Readonly<Record<string, Migration>> = {
  ...firstSteps,
  '2026-11-28-devices': { up: devices },
  '2026-11-28-upper-plans': { up: uppers },
  '2026-11-28-feeds': { up: feeds },
  '2026-11-28-former-inspectors': { up: formerInspectors },
  '2026-11-28-access': { up: access },
  '2026-11-28-messages': { up: messages },
  '2026-11-28-reviews': { up: reviews },
  '2026-11-28-posts': { up: posts },
  '2026-11-28-visits': { up: visits },
};
