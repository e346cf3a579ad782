import type { Kysely, Migration } from 'kysely';

/** A database while its tables are being changed: which ones there are, no type can say. */
export type AnyDb = Kysely<unknown>;

const people = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('login', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('password', 'text', (c) => c.notNull())
    .addColumn('admin', 'integer', (c) => c.notNull())
    .addColumn('disabled', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('account', 'text', (c) => c.notNull().references('account.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addColumn('agent', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('session_account').on('session').column('account').execute();
  await db.schema
    .createTable('throttle')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .addColumn('failed_at', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('setup')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('until', 'text', (c) => c.notNull())
    .execute();
};

const campaigns = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('campaign')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('head', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('member')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('account', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('roles', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('member_key', ['campaign', 'account'])
    .execute();
  await db.schema.createIndex('member_account').on('member').column('account').execute();
  await db.schema
    .createTable('draft')
    .addColumn('campaign', 'text', (c) => c.primaryKey().references('campaign.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('plan')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('plan_key', ['campaign', 'hash'])
    .execute();
};

const log = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('event')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('index', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('fact', 'text', (c) => c.notNull())
    .addColumn('prev', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('event_key', ['campaign', 'seq'])
    .addUniqueConstraint('event_cause', ['campaign', 'cause', 'index'])
    .execute();
  await db.schema
    .createTable('command')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('facts', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('command_key', ['campaign', 'id'])
    .execute();
  await db.schema
    .createTable('record')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('record_key', ['campaign', 'kind', 'id'])
    .execute();
  await db.schema.createIndex('record_unit').on('record').columns(['campaign', 'kind', 'day', 'unit']).execute();
};

const photos = async (db: AnyDb): Promise<void> => {
  await db.schema
    .createTable('photo')
    .addColumn('campaign', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('kept', 'text', (c) => c.notNull())
    .addColumn('kept_size', 'integer', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('photo_key', ['campaign', 'hash'])
    .execute();
  await db.schema.createIndex('photo_open').on('photo').columns(['account', 'kept']).execute();
};

/** The tables a server began with, by name, in order. */
export const firstSteps: Readonly<Record<string, Migration>> = {
  '2026-11-24-people': { up: people },
  '2026-11-24-campaigns': { up: campaigns },
  '2026-11-24-log': { up: log },
  '2026-11-24-photos': { up: photos },
};
