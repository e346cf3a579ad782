import { createHmac } from 'node:crypto';
import { clockOf, dayOf, type Instant, type MessageKind, messageKinds, type Outcome, outcome, refuse } from '@xiuhua/engine';
import type { Delivery, Parcel } from '../adapters/webhook.ts';
import type { Settings } from '../settings.ts';
import { addRobot, changeRobot, dropRobot, robotsOf } from '../store/messages.ts';
import type { RobotTable } from '../store/tables.ts';
import type { Tools } from './tools.ts';

/** Whose robot it is: 企业微信, 钉钉 or 飞书. */
export const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof robotKinds)[number];

/** How often what is not urgent is gathered. */
export type Rhythm = 'daily' | 'weekly';

/** A robot as the office enters it. `secret` is '' where the chat asks for no signature. */
export interface NewRobot {
  readonly name: string;
  readonly kind: RobotKind;
  readonly url: string;
  readonly secret: string;
  readonly unit: string;
  readonly kinds: readonly string[];
  readonly rhythm: Rhythm;
}

/** A robot as it is shown: nothing of its address but the host and the last four letters. */
export interface RobotView {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly host: string;
  readonly tail: string;
  readonly signed: boolean;
  readonly unit: string;
  readonly kinds: readonly string[];
  readonly rhythm: string;
  readonly paused: boolean;
  readonly createdAt: Instant;
}

interface Form {
  /** What an address of such a robot looks like, and the shape it must have. */
  readonly example: string;
  readonly fits: (url: URL) => boolean;
  /** Longest text in bytes. */
  readonly longest: number;
  readonly parcel: (robot: Pick<RobotTable, 'url' | 'secret'>, text: string, now: Instant) => Parcel;
  /** The field of the answer that is 0 when the message was taken, and codes that mean: too many, later. */
  readonly verdict: string;
  readonly later: readonly number[];
}

const seal = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

const forms: Readonly<Record<RobotKind, Form>> = {
  wecom: {
    example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    fits: ({ pathname, searchParams }) => pathname === '/cgi-bin/webhook/send' && searchParams.has('key'),
    longest: 2000,
    parcel: ({ url }, content) => ({ url, body: { msgtype: 'text', text: { content } } }),
    verdict: 'errcode',
    later: [45009],
  },
  dingtalk: {
    example: 'https://oapi.dingtalk.com/robot/send?access_token=…',
    fits: ({ pathname, searchParams }) => pathname === '/robot/send' && searchParams.has('access_token'),
    longest: 6000,
    parcel: ({ url, secret }, content, now) => {
      const address = new URL(url);
      if (secret !== '') {
        const timestamp = String(Date.parse(now));
        address.searchParams.set('timestamp', timestamp);
        address.searchParams.set('sign', seal(secret, `${timestamp}\n${secret}`));
      }
      return { url: address.href, body: { msgtype: 'text', text: { content } } };
    },
    verdict: 'errcode',
    later: [130101, 410100],
  },
  feishu: {
    example: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
    fits: ({ pathname }) => /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(pathname),
    longest: 6000,
    parcel: ({ url, secret }, text, now) => {
      const timestamp = String(Math.floor(Date.parse(now) / 1000));
      const signed = secret === '' ? {} : { timestamp, sign: seal(`${timestamp}\n${secret}`, '') };
      return { url, body: { ...signed, msg_type: 'text', content: { text } } };
    },
    verdict: 'code',
    later: [9499, 11232],
  },
};

const formOf = (kind: string): Form => forms[kind as RobotKind];

/** The parcel for a robot, with the signature its chat asks for. */
export const parcelFor = (robot: RobotTable, text: string, now: Instant): Parcel => formOf(robot.kind).parcel(robot, text, now);

/** Longest text a robot takes, in bytes. */
export const longestFor = (kind: string): number => formOf(kind).longest;

/** What an answer means: taken only when it says so by the code of its kind. */
export const verdictOf = (kind: string, delivery: Delivery): Delivery => {
  if (delivery.end !== 'answered') return delivery;
  const { verdict, later } = formOf(kind);
  try {
    const said = JSON.parse(delivery.body) as Readonly<Record<string, unknown>>;
    const code = Number(said[verdict]);
    if (code === 0) return delivery;
    return { end: 'refused', because: 'answer', again: later.includes(code), ...(Number.isInteger(code) ? { n: code } : {}) };
  } catch {
    return { end: 'refused', because: 'no-sense', again: false };
  }
};

const viewOf = (row: RobotTable): RobotView => {
  const { hostname, href } = new URL(row.url);
  const { id, name, kind, unit, rhythm } = row;
  const kinds = JSON.parse(row.kinds) as readonly string[];
  const rest = { unit, kinds, rhythm, paused: row.paused === 1, createdAt: row.created_at };
  return { id, name, kind, host: hostname, tail: href.slice(-4), signed: row.secret !== '', ...rest };
};

/** Robots of a campaign, oldest first. */
export const listRobots = async ({ store }: Tools, campaign: string): Promise<readonly RobotView[]> =>
  (await robotsOf(store.reading, campaign)).map(viewOf);

const known = (kinds: readonly string[]): readonly string[] => messageKinds.filter((kind: MessageKind) => kinds.includes(kind));

const addressIn = (written: string): URL | undefined => {
  try {
    return new URL(written.trim());
  } catch {
    return undefined;
  }
};

/** Adds a robot: its address must be one of its kind, and on a host the operator allows. Only messages from now on go to it. */
export const makeRobot = async (
  tools: Tools,
  settings: Settings,
  at: { readonly campaign: string; readonly robot: NewRobot },
): Promise<Outcome<RobotView>> => {
  const { name, kind, secret, unit, kinds, rhythm } = at.robot;
  if (settings.webhookHosts.length === 0) return refuse('robot.off');
  const url = addressIn(at.robot.url);
  const { example, fits } = forms[kind];
  const plain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && url.hash === '';
  if (!url || !plain || !fits(url)) return refuse('robot.bad-address', '/url', { example });
  if (!settings.webhookHosts.includes(url.hostname))
    return refuse('robot.unknown-host', '/url', { found: url.hostname, allowed: settings.webhookHosts.join('、') });
  const row: RobotTable = {
    id: tools.ids.next(),
    campaign: at.campaign,
    name: name.trim(),
    kind,
    url: url.href,
    secret: secret.trim(),
    unit,
    kinds: JSON.stringify(known(kinds)),
    rhythm,
    paused: 0,
    created_at: tools.clock.now(),
  };
  await tools.store.write((db) => addRobot(db, row));
  return outcome(viewOf(row), []);
};

/** Changes what a robot is sent; `undefined` when the campaign has none of that id. */
export const alterRobot = async (
  tools: Tools,
  at: { readonly campaign: string; readonly id: string },
  change: Partial<Pick<NewRobot, 'name' | 'unit' | 'kinds' | 'rhythm'>> & { readonly paused?: boolean },
): Promise<RobotView | undefined> => {
  const { kinds, paused, ...plain } = change;
  const columns = {
    ...plain,
    ...(kinds === undefined ? {} : { kinds: JSON.stringify(known(kinds)) }),
    ...(paused === undefined ? {} : { paused: paused ? 1 : 0 }),
  };
  if (Object.keys(columns).length > 0) await tools.store.write((db) => changeRobot(db, at, columns));
  const row = (await robotsOf(tools.store.reading, at.campaign)).find(({ id }) => id === at.id);
  return row && viewOf(row);
};

/** Takes a robot out with all that was on its way to it; false when the campaign has none of that id. */
export const removeRobot = ({ store }: Tools, at: { readonly campaign: string; readonly id: string }): Promise<boolean> =>
  store.write((db) => dropRobot(db, at));

/** The head of a text for a robot: which campaign, how many messages, as of when. */
export const headOf = (title: string, n: number, now: Instant): string => `【${title}】${n} 条消息 ${dayOf(now)} ${clockOf(now)}`;
