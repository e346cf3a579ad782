import {
  addDays,
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
import { dueFor, giveUpOn, knownTo, outboxOf, putOut, robotsOf, sendAgain, settlePost, takeForPost } from '../store/messages.ts';
import type { OutboxTable, RobotTable } from '../store/tables.ts';
import { allMessages } from './messages.ts';
import { headOf, longestFor, parcelFor, verdictOf } from './robots.ts';
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

const calendarOf = async ({ book }: Work, campaign: string): Promise<WorkCalendar> =>
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

/** As many of the messages as one text of a robot holds, and the text. */
const textOf = (title: string, due: readonly OutboxTable[], at: { readonly limit: number; readonly now: Instant }) => {
  const taken: OutboxTable[] = [];
  let lines = '';
  for (const row of due) {
    const line = `\n· ${row.text.slice(0, 300)}`;
    const whole = `${headOf(title, taken.length + 1, at.now)}${lines}${line}`;
    if (taken.length > 0 && Buffer.byteLength(whole) > at.limit) break;
    taken.push(row);
    lines += line;
  }
  return { taken, text: `${headOf(title, taken.length, at.now)}${lines}` };
};

const reasonOf = (delivery: Delivery): string => {
  if (delivery.end === 'answered') return '';
  return JSON.stringify({ because: delivery.because, ...('n' in delivery && delivery.n !== undefined ? { n: delivery.n } : {}) });
};

/** What a post comes to: sent, to be tried again outside of quiet hours, failed, or nobody knows. */
const fateOf = (
  delivery: Delivery,
  at: { readonly attempts: number; readonly calendar: WorkCalendar; readonly now: Instant },
): Pick<OutboxTable, 'state' | 'next_at' | 'changed_at' | 'reason'> => {
  const rest = { next_at: at.now, changed_at: at.now, reason: reasonOf(delivery) };
  if (delivery.end === 'answered') return { ...rest, state: 'sent' };
  if (delivery.end === 'unsure') return { ...rest, state: 'unsure' };
  const wait = delivery.again ? patience[at.attempts - 1] : undefined;
  if (wait === undefined) return { ...rest, state: 'failed' };
  return { ...rest, state: 'waiting', next_at: nextOfficeMoment(at.calendar, shift(at.now, wait * minute)) };
};

/**
 * Sends one post to a robot. What is sent is taken first, in the store: whatever happens then, nobody sends it a second
 * time unless it surely did not arrive, or a person says so.
 */
const send = async (
  work: Work,
  settings: Settings,
  at: { readonly robot: RobotTable; readonly calendar: WorkCalendar },
): Promise<boolean> => {
  const { store, clock, ids } = work.tools;
  const { robot, calendar } = at;
  const now = clock.now();
  const due = await dueFor(store.reading, robot.id, { now, limit: together });
  if (due.length === 0) return false;
  const title = await campaignTitle(store.reading, robot.campaign);
  const { taken, text } = textOf(title, due, { limit: longestFor(robot.kind), now });
  const post = ids.next();
  const messages = taken.map(({ message }) => message);
  const got = await store.write((db) => takeForPost(db, messages, { robot: robot.id, post, now }));
  if (got < messages.length) {
    await store.write((db) => settlePost(db, post, { state: 'waiting', next_at: now, changed_at: now, reason: '' }));
    return false;
  }
  const delivery = verdictOf(robot.kind, await postOutside(parcelFor(robot, text, now), settings));
  const attempts = Math.max(...taken.map((row) => row.attempts)) + 1;
  await store.write((db) => settlePost(db, post, fateOf(delivery, { attempts, calendar, now: clock.now() })));
  return delivery.end === 'answered';
};

/** Longest run of posts to one robot at a time; chats take twenty a minute. */
const mostPosts = 5;

/**
 * Goes once through all robots: gathers what is new, and sends what is due, never in quiet hours. Nothing goes out while
 * the operator allows no host. One robot that fails holds no other up.
 */
export const runOutbox = async (work: Work, settings: Settings): Promise<void> => {
  const { store, clock } = work.tools;
  const now = clock.now();
  await store.write((db) => giveUpOn(db, shift(now, -lease), { changed_at: now, reason: JSON.stringify({ because: 'stopped' }) }));
  if (settings.webhookHosts.length === 0) return;
  for (const robot of await robotsOf(store.reading)) {
    if (robot.paused === 1) continue;
    try {
      const calendar = await calendarOf(work, robot.campaign);
      await gather(work, robot, calendar);
      if (nextOfficeMoment(calendar, clock.now()) > clock.now()) continue;
      for (let n = 0; n < mostPosts; n++) if (!(await send(work, settings, { robot, calendar }))) break;
    } catch (error) {
      work.tools.log.warn('a robot could not be served', { robot: robot.id, error: error instanceof Error ? error.name : 'error' });
    }
  }
};

/** Runs the outbox every twenty seconds until it is stopped by calling the answer; never twice at a time. */
export const keepOutbox = (work: Work, settings: Settings): (() => void) => {
  let running = false;
  const once = (): void => {
    if (running) return;
    running = true;
    void runOutbox(work, settings)
      .catch((error: unknown) => work.tools.log.warn('the outbox could not be run', { error }))
      .finally(() => {
        running = false;
      });
  };
  const timer = setInterval(once, minute / 3);
  timer.unref();
  return () => clearInterval(timer);
};

/** A message on its way outside, as the office sees it. */
export interface OutboxView {
  readonly robot: string;
  readonly robotName: string;
  readonly message: string;
  readonly text: string;
  readonly state: string;
  readonly at: Instant;
  readonly nextAt: Instant;
  readonly attempts: number;
  readonly reason: string;
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'not-allowed': ['服务器不允许向这个主机发送', 'the server may not send to this host'],
  'unknown-host': ['找不到这个主机', 'this host cannot be found'],
  'private-address': ['主机指向内部网络，没有发送', 'the host lies in a private network; nothing was sent'],
  'no-connection': ['连不上', 'no connection could be made'],
  timeout: ['对方太久没有回答', 'no answer came in time'],
  cut: ['发送途中断线', 'the line broke on the way'],
  'too-large': ['对方的回答太长', 'the answer was too long'],
  redirect: ['对方要求转到别处（{n}），没有跟去', 'the host pointed elsewhere ({n}); nobody was followed'],
  status: ['对方回答 {n}', 'the host answered {n}'],
  answer: ['机器人没有收下（代码 {n}）', 'the robot did not take it (code {n})'],
  'no-sense': ['对方的回答读不懂', 'the answer made no sense'],
  stopped: ['程序在发送途中停止', 'the program stopped on the way'],
};

/** Why a message did not go out, in words; '' when there is nothing to say. */
const sayReason = (reason: string, language: 'zh' | 'en'): string => {
  if (reason === '') return '';
  const { because, n } = JSON.parse(reason) as { readonly because: string; readonly n?: number };
  return (reasons[because]?.[language === 'zh' ? 0 : 1] ?? because).replace('{n}', String(n ?? '—'));
};

/** Rows of the outbox that are shown. */
const shown = 300;

/** The outbox of a campaign, the last changed first. */
export const outboxView = async (work: Work, campaign: string, language: 'zh' | 'en'): Promise<readonly OutboxView[]> =>
  (await outboxOf(work.tools.store.reading, campaign, shown)).map((row) => ({
    robot: row.robot,
    robotName: row.robot_name,
    message: row.message,
    text: row.text,
    state: row.state,
    at: row.changed_at,
    nextAt: row.next_at,
    attempts: row.attempts,
    reason: sayReason(row.reason, language),
  }));

/** Lets what failed, or what nobody knows of, wait again. Only of robots of the campaign. */
export const sendOnceMore = async (
  { tools }: Work,
  campaign: string,
  rows: readonly { readonly robot: string; readonly message: string }[],
): Promise<void> => {
  const own = new Set((await robotsOf(tools.store.reading, campaign)).map(({ id }) => id));
  const now = tools.clock.now();
  for (const robot of new Set(rows.map((row) => row.robot)))
    if (own.has(robot)) {
      const messages = rows.filter((row) => row.robot === robot).map((row) => row.message);
      await tools.store.write((db) => sendAgain(db, robot, messages, now));
    }
};

/** The wall clock at which a moment lies outside of quiet hours, for the words of a screen. */
export const quietUntil = async (work: Work, campaign: string): Promise<Instant | null> => {
  const now = work.tools.clock.now();
  const next = nextOfficeMoment(await calendarOf(work, campaign), now);
  return next > now ? next : null;
};
