import {
  addDays,
  clockOf,
  dayOf,
  type Instant,
  type Message,
  nextOfficeMoment,
  officialCalendar,
  openingOf,
  planInForce,
  rollTo,
  sayMessage,
  sayMessageKind,
  type WorkCalendar,
  weekday,
} from '@xiuhua/engine';
import { type Delivery, postOutside } from '../adapters/webhook.ts';
import type { Settings } from '../settings.ts';
import { campaignTitle } from '../store/campaigns.ts';
import { addPost, dueFor, type Fate, knownTo, leftBehind, postOf, putOut, robotsOf, settlePost, takePost } from '../store/messages.ts';
import type { OutboxTable, PostTable, RobotTable } from '../store/tables.ts';
import { allMessages } from './messages.ts';
import { addressOf, longestFor, parcelFor, type RobotAddress, verdictOf } from './robots.ts';
import { minute, shift } from './time.ts';
import type { Work } from './work.ts';

/** Minutes until a message is tried again, by how often it was tried. After the last it has failed. */
const patience = [1, 5, 15, 60, 240] as const;
/** How long after a post was begun nobody can still be at it. */
const lease = 2 * minute;
/** Messages of one post at most, so that none is a wall of text. */
const together = 20;

/** The next moment at which the office opens to a new week or a new day. */
const digestMoment = (calendar: WorkCalendar, rhythm: string, now: Instant): Instant => {
  const today = dayOf(now);
  const first = rhythm === 'weekly' ? addDays(today, 8 - weekday(today)) : addDays(today, 1);
  return openingOf(calendar, rollTo(calendar, first, 1).day);
};

const whenOf = (message: Message, rhythm: string, at: { readonly calendar: WorkCalendar; readonly now: Instant }): Instant =>
  message.urgent ? nextOfficeMoment(at.calendar, at.now) : digestMoment(at.calendar, rhythm, at.now);

const concerns = (message: Message, robot: RobotTable, kinds: ReadonlySet<string>): boolean =>
  kinds.has(message.kind) &&
  message.at >= robot.created_at &&
  message.to.every(({ account }) => account === undefined) &&
  (robot.unit === '' || message.to.some(({ unit }) => unit === undefined || unit === robot.unit));

/** The calendar of the plan in force in a campaign, the official one before any is. */
export const calendarOf = async ({ book }: Work, campaign: string): Promise<WorkCalendar> =>
  (await book.ask(campaign, (state) => planInForce(state)?.calendar)) ?? officialCalendar();

/** Puts what a robot is to be told, and was not yet, on its way: the urgent at the next office hour, the rest with the next digest. */
const gather = async (work: Work, robot: RobotTable, calendar: WorkCalendar): Promise<void> => {
  const { tools, book } = work;
  const now = tools.clock.now();
  const kinds = new Set(JSON.parse(robot.kinds) as string[]);
  const messages = ((await allMessages(tools, book, robot.campaign)) ?? []).filter((message) => concerns(message, robot, kinds));
  if (messages.length === 0) return;
  const known = await knownTo(tools.store.reading, robot.id);
  const rows = messages
    .filter(({ id }) => !known.has(id))
    .map(
      (message): OutboxTable => ({
        robot: robot.id,
        message: message.id,
        text: `${sayMessageKind(message.kind, 'zh')}：${sayMessage(message, 'zh')}`,
        made_at: message.at,
        state: 'waiting',
        next_at: whenOf(message, robot.rhythm, { calendar, now }),
        attempts: 0,
        post: '',
        changed_at: now,
        reason: '',
      }),
    );
  if (rows.length > 0) await tools.store.write((db) => putOut(db, rows));
};

/** The end of a post's id, by which a reader of the chat knows one that came twice. */
const numberOf = (post: string): string => post.slice(-6).toUpperCase();

/** As many of the messages as one text of a robot holds, and the text. */
const textOf = (
  title: string,
  due: readonly OutboxTable[],
  at: { readonly limit: number; readonly now: Instant; readonly post: string },
) => {
  const head = (n: number): string => `【${title}】${n} 条消息 ${dayOf(at.now)} ${clockOf(at.now)}（编号 ${numberOf(at.post)}）`;
  const taken: OutboxTable[] = [];
  let lines = '';
  for (const row of due) {
    const line = `\n· ${row.text.slice(0, 300)}`;
    if (taken.length > 0 && Buffer.byteLength(`${head(taken.length + 1)}${lines}${line}`) > at.limit) break;
    taken.push(row);
    lines += line;
  }
  return { messages: taken.map(({ message }) => message), text: `${head(taken.length)}${lines}` };
};

const reasonOf = (delivery: Delivery): string => {
  if (delivery.end === 'answered') return '';
  return JSON.stringify({ because: delivery.because, ...('n' in delivery && delivery.n !== undefined ? { n: delivery.n } : {}) });
};

/** What a post comes to: sent, to be tried again outside of quiet hours, failed, or nobody knows. */
const fateOf = (delivery: Delivery, at: { readonly attempts: number; readonly calendar: WorkCalendar; readonly now: Instant }): Fate => {
  const rest = { next_at: at.now, changed_at: at.now, reason: reasonOf(delivery) };
  if (delivery.end === 'answered') return { ...rest, state: 'sent' };
  if (delivery.end === 'unsure') return { ...rest, state: 'unsure' };
  const wait = delivery.again ? patience[at.attempts - 1] : undefined;
  if (wait === undefined) return { ...rest, state: 'failed' };
  return { ...rest, state: 'waiting', next_at: nextOfficeMoment(at.calendar, shift(at.now, wait * minute)) };
};

/** A post taken to be sent, and for the how manieth time. */
interface Taken {
  readonly post: PostTable;
  readonly attempts: number;
}

/**
 * Takes what is due for a robot, in the store, so that nobody else takes it too: what was bound together before stays
 * together, with its text and its id; otherwise as many as go into one text are bound now.
 */
const take = (work: Work, robot: RobotTable, now: Instant): Promise<Taken | undefined> => {
  const { store, ids } = work.tools;
  return store.write(async (db) => {
    const due = await store.locked(dueFor(db, robot.id, { now, limit: together })).execute();
    const [first] = due;
    if (!first) return undefined;
    const bound = first.post === '' ? undefined : await postOf(db, first.post);
    if (bound) return { post: bound, attempts: await takePost(db, bound.id, now) };
    const id = ids.next();
    const title = await campaignTitle(db, robot.campaign);
    const loose = due.filter(({ post }) => post === first.post);
    const { messages, text } = textOf(title, loose, { limit: longestFor(robot.kind), now, post: id });
    const post = { id, robot: robot.id, text };
    await addPost(db, post, messages);
    return { post, attempts: await takePost(db, id, now) };
  });
};

/**
 * Sends one post to a robot; true when another may follow. A program that is killed on the way leaves it taken:
 * `pickUp` has it sent again, as it was.
 */
const send = async (
  work: Work,
  settings: Settings,
  at: { readonly robot: RobotTable; readonly address: RobotAddress; readonly calendar: WorkCalendar },
): Promise<boolean> => {
  const { store, clock } = work.tools;
  const { robot, address, calendar } = at;
  const now = clock.now();
  const taken = await take(work, robot, now);
  if (!taken) return false;
  const { post, attempts } = taken;
  const parcel = { ...parcelFor(robot.kind, address, post.text, now), key: post.id };
  const delivery = verdictOf(robot.kind, await postOutside(parcel, settings));
  await store.write((db) => settlePost(db, post.id, fateOf(delivery, { attempts, calendar, now: clock.now() })));
  return delivery.end === 'answered';
};

/** What a program that was stopped left on its way is sent again as it was; after the last attempt nobody knows. */
const pickUp = async ({ tools: { store, clock } }: Work): Promise<void> => {
  const now = clock.now();
  const reason = JSON.stringify({ because: 'stopped' });
  for (const { post, attempts } of await leftBehind(store.reading, shift(now, -lease))) {
    const state = attempts > patience.length ? 'unsure' : 'waiting';
    await store.write((db) => settlePost(db, post, { state, next_at: now, changed_at: now, reason }));
  }
};

/** Longest run of posts to one robot at a time; chats take twenty a minute. */
const mostPosts = 5;

/** Serves one robot: gathers what is new for it and, outside of quiet hours, sends what is due. */
const serveRobot = async (work: Work, settings: Settings, { robot, ended }: { robot: RobotTable; ended: () => boolean }): Promise<void> => {
  const { clock } = work.tools;
  const calendar = await calendarOf(work, robot.campaign);
  await gather(work, robot, calendar);
  const address = addressOf(work.tools, robot);
  if (!address || nextOfficeMoment(calendar, clock.now()) > clock.now()) return;
  for (let n = 0; n < mostPosts && !ended(); n++) if (!(await send(work, settings, { robot, address, calendar }))) return;
};

/**
 * Goes once through all robots: gathers what is new, and sends what is due, never in quiet hours. Nothing goes out while
 * the operator allows no host, nor to a robot whose address nobody can open. One robot that fails holds no other up.
 * `ended` is asked between posts.
 */
export const runOutbox = async (work: Work, settings: Settings, ended: () => boolean = () => false): Promise<void> => {
  const { store, log } = work.tools;
  await pickUp(work);
  if (settings.webhookHosts.length === 0) return;
  for (const robot of await robotsOf(store.reading)) {
    if (ended()) return;
    if (robot.paused === 1) continue;
    try {
      await serveRobot(work, settings, { robot, ended });
    } catch (error) {
      log.warn('a robot could not be served', { robot: robot.id, error: error instanceof Error ? error.name : 'error' });
    }
  }
};

/**
 * Runs the outbox now and every twenty seconds, never twice at a time. Calling the answer ends it, when the post that is
 * on its way has arrived.
 */
export const keepOutbox = (work: Work, settings: Settings): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  let ended = false;
  const once = (): void => {
    running ??= runOutbox(work, settings, () => ended)
      .catch((error: unknown) => work.tools.log.warn('the outbox could not be run', { error }))
      .finally(() => {
        running = undefined;
      });
  };
  once();
  const timer = setInterval(once, settings.webhookPeer?.every ?? minute / 3);
  timer.unref();
  return async () => {
    ended = true;
    clearInterval(timer);
    await running;
  };
};
