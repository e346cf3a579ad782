import type { Db, OutboxTable, RobotTable } from './tables.ts';

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
  change: Partial<Pick<RobotTable, 'name' | 'unit' | 'kinds' | 'rhythm' | 'paused'>>,
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
export const dueFor = (db: Db, robot: string, at: { readonly now: string; readonly limit: number }): Promise<OutboxTable[]> =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('robot', '=', robot)
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at.now)
    .orderBy('made_at')
    .orderBy('message')
    .limit(at.limit)
    .execute();

/** Takes waiting messages to be sent together as one post; the answer is how many nobody else had taken. */
export const takeForPost = async (
  db: Db,
  messages: readonly string[],
  at: { readonly robot: string; readonly post: string; readonly now: string },
): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set((one) => ({ state: 'sending', post: at.post, changed_at: at.now, attempts: one('attempts', '+', 1) }))
    .where('robot', '=', at.robot)
    .where('message', 'in', [...messages])
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** Notes what became of a post. */
export const settlePost = async (
  db: Db,
  post: string,
  change: Pick<OutboxTable, 'state' | 'next_at' | 'changed_at' | 'reason'>,
): Promise<void> => {
  await db.updateTable('outbox').set(change).where('post', '=', post).where('state', '=', 'sending').execute();
};

/** Posts that were being sent before an instant and never heard of again: nobody knows whether they arrived. */
export const giveUpOn = async (db: Db, before: string, change: Pick<OutboxTable, 'changed_at' | 'reason'>): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ ...change, state: 'unsure' })
    .where('state', '=', 'sending')
    .where('changed_at', '<', before)
    .execute();
};

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

/** Lets failed and unsure messages of a robot wait again from now on. */
export const sendAgain = async (db: Db, robot: string, messages: readonly string[], now: string): Promise<void> => {
  for (let i = 0; i < messages.length; i += together)
    await db
      .updateTable('outbox')
      .set({ state: 'waiting', next_at: now, changed_at: now, attempts: 0, reason: '' })
      .where('robot', '=', robot)
      .where('message', 'in', messages.slice(i, i + together))
      .where('state', 'in', ['failed', 'unsure'])
      .execute();
};
