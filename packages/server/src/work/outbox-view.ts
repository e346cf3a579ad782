import { type Instant, nextOfficeMoment } from '@xiuhua/engine';
import { outboxOf, robotsOf, sendAgain } from '../store/messages.ts';
import { calendarOf } from './outbox.ts';
import { addressOf } from './robots.ts';
import type { Work } from './work.ts';

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
  lost: ['机器人地址的密钥丢失，请重新填写地址', 'the key to the robot’s address is lost; enter the address again'],
};

/** Why a message did not go out, in words; '' when there is nothing to say. */
const sayReason = (reason: string, language: 'zh' | 'en'): string => {
  if (reason === '') return '';
  const { because, n } = JSON.parse(reason) as { readonly because: string; readonly n?: number };
  return (reasons[because]?.[language === 'zh' ? 0 : 1] ?? because).replace('{n}', String(n ?? '—'));
};

/** Rows of the outbox that are shown. */
const shown = 300;

/** The outbox of a campaign, the last changed first. What waits for a robot whose address nobody can open says so. */
export const outboxView = async ({ tools }: Work, campaign: string, language: 'zh' | 'en'): Promise<readonly OutboxView[]> => {
  const robots = await robotsOf(tools.store.reading, campaign);
  const lost = new Set(robots.filter((robot) => !addressOf(tools, robot)).map(({ id }) => id));
  const rows = await outboxOf(tools.store.reading, campaign, shown);
  return rows.map((row) => ({
    robot: row.robot,
    robotName: row.robot_name,
    message: row.message,
    text: row.text,
    state: row.state,
    at: row.changed_at,
    nextAt: row.next_at,
    attempts: row.attempts,
    reason: sayReason(row.state === 'waiting' && lost.has(row.robot) ? JSON.stringify({ because: 'lost' }) : row.reason, language),
  }));
};

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
