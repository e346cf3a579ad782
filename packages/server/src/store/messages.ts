import type { Db, OutboxTable, PostTable, RobotTable } from './tables.ts';

/** Rows written by one statement. */
const together = 200;

/** Ids of the messages of a campaign that an account has read. */
export const readBy = async (db: Db, campaign: string, account: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await db.selectFrom('read_mark').select('message').where('account', '=', account).where('campaign', '=', campaign).execute()).map(
      ({ message }) => message,
    ),
  );

/** Marks messages as read by an account; those marked before stay as they are. */
export const markRead = async (
  db: Db,
  messages: readonly string[],
  who: { readonly campaign: string; readonly account: string; readonly at: string },
): Promise<void> => {
  for (let i = 0; i < messages.length; i += together)
    await db
      .insertInto('read_mark')
      .values(messages.slice(i, i + together).map((message) => ({ ...who, message })))
      .onConflict((conflict) => conflict.columns(['account', 'campaign', 'message']).doNothing())
      .execute();
};

/** Robots of a campaign, oldest first; of all campaigns when none is named. */
export const robotsOf = (db: Db, campaign?: string): Promise<RobotTable[]> => {
  const all = db.selectFrom('robot').selectAll().orderBy('created_at').orderBy('id');
  return (campaign === undefined ? all : all.where('campaign', '=', campaign)).execute();
};

/** Adds a robot. */
export const addRobot = async (db: Db, row: RobotTable): Promise<void> => {
  await db.insertInto('robot').values(row).execute();
};

/** Changes a robot of a campaign; false when there is none of that id. */
export const changeRobot = async (
  db: Db,
  at: { readonly campaign: string; readonly id: string },
  change: Partial<Pick<RobotTable, 'name' | 'url' | 'secret' | 'unit' | 'kinds' | 'rhythm' | 'paused'>>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('robot')
    .set(change)
    .where('id', '=', at.id)
    .where('campaign', '=', at.campaign)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Takes a robot and all that was on its way to it out; false when there is none of that id. */
export const dropRobot = async (db: Db, at: { readonly campaign: string; readonly id: string }): Promise<boolean> => {
  await db.deleteFrom('outbox').where('robot', '=', at.id).execute();
  const { numDeletedRows } = await db.deleteFrom('robot').where('id', '=', at.id).where('campaign', '=', at.campaign).executeTakeFirst();
  return numDeletedRows > 0n;
};

/** Messages that are, or were, on their way to a robot. */
export const knownTo = async (db: Db, robot: string): Promise<ReadonlySet<string>> =>
  new Set((await db.selectFrom('outbox').select('message').where('robot', '=', robot).execute()).map(({ message }) => message));

/** Puts messages on their way; one that was put before stays as it is. */
export const putOut = async (db: Db, rows: readonly OutboxTable[]): Promise<void> => {
  for (let i = 0; i < rows.length; i += together)
    await db
      .insertInto('outbox')
      .values(rows.slice(i, i + together))
      .onConflict((conflict) => conflict.columns(['robot', 'message']).doNothing())
      .execute();
};

/** Messages that wait for a robot and whose time has come, oldest first. */
export const dueFor = (db: Db, robot: string, at: { readonly now: string; readonly limit: number }) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('robot', '=', robot)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at.now)
    .orderBy('made_at')
    .orderBy('message')
    .limit(at.limit);

/** What was to be sent in one piece and did not surely arrive; `undefined` for none of that id. */
export const postOf = (db: Db, id: string): Promise<PostTable | undefined> =>
  db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst();

/** Binds messages together into a new post. */
export const addPost = async (db: Db, post: PostTable, messages: readonly string[]): Promise<void> => {
  await db.insertInto('post').values(post).execute();
  await db
    .updateTable('outbox')
    .set({ post: post.id })
    .where('robot', '=', post.robot)
    .where('message', 'in', [...messages])
    .execute();
};

/** Takes the messages of a post, all of which wait, to be sent now; the answer is how often it was tried, this time included. */
export const takePost = async (db: Db, post: string, now: string): Promise<number> => {
  const { attempts } = await db
    .updateTable('outbox')
    .set((one) => ({ state: 'sending', changed_at: now, attempts: one('attempts', '+', 1) }))
    .where('post', '=', post)
    .returning('attempts')
    .executeTakeFirstOrThrow();
  return attempts;
};

/** What becomes of the messages of a post. */
export type Fate = Pick<OutboxTable, 'state' | 'next_at' | 'changed_at' | 'reason'>;

/** Notes what became of a post that was being sent. One that arrived need never be sent again. */
export const settlePost = async (db: Db, post: string, fate: Fate): Promise<void> => {
  await db.updateTable('outbox').set(fate).where('post', '=', post).where('state', '=', 'sending').execute();
  if (fate.state === 'sent') await db.deleteFrom('post').where('id', '=', post).execute();
};

/** Posts that were being sent before an instant and never heard of again: whoever sent them is gone. */
export const leftBehind = async (db: Db, before: string): Promise<readonly Pick<OutboxTable, 'post' | 'attempts'>[]> =>
  db.selectFrom('outbox').select(['post', 'attempts']).distinct().where('state', '=', 'sending').where('changed_at', '<', before).execute();

/** The outbox of a campaign as the office sees it, the last changed first. */
export const outboxOf = (db: Db, campaign: string, limit: number) =>
  db
    .selectFrom('outbox')
    .innerJoin('robot', 'robot.id', 'outbox.robot')
    .selectAll('outbox')
    .select('robot.name as robot_name')
    .where('robot.campaign', '=', campaign)
    .orderBy('outbox.changed_at', 'desc')
    .orderBy('outbox.message')
    .limit(limit)
    .execute();

/** Lets failed and unsure messages of a robot wait again from now on, and with each of them what was sent together with it. */
export const sendAgain = async (db: Db, robot: string, messages: readonly string[], now: string): Promise<void> => {
  for (let i = 0; i < messages.length; i += together) {
    const named = messages.slice(i, i + together);
    const posts = db.selectFrom('outbox as one').select('one.post').where('one.robot', '=', robot).where('one.message', 'in', named);
    await db
      .updateTable('outbox')
      .set({ state: 'waiting', next_at: now, changed_at: now, attempts: 0, reason: '' })
      .where('robot', '=', robot)
      .where('state', 'in', ['failed', 'unsure'])
      .where((one) => one.or([one('message', 'in', named), one.and([one('post', '!=', ''), one('post', 'in', posts)])]))
      .execute();
  }
};
