import { type Kysely, type Migration, sql } from 'kysely';

type AnyDb = Kysely<unknown>;

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

/** A visit's line of the log says all of it: a record beside it was a copy that nobody read. */
const visits = async (db: AnyDb): Promise<void> => {
  await sql`delete from record where kind = 'submission'`.execute(db);
};

/** Every change to the tables, by name, in order. A step that has been released is never edited. */
export const steps: Readonly<Record<string, Migration>> = {
  '2026-11-24-people': { up: people },
  '2026-11-24-campaigns': { up: campaigns },
  '2026-11-24-log': { up: log },
  '2026-11-24-photos': { up: photos },
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
