import { createHmac } from 'node:crypto';
import { type Instant, type MessageKind, messageKinds, type Outcome, outcome, refuse } from '@xiuhua/engine';
import { isSealed } from '../adapters/vault.ts';
import type { Delivery, Parcel } from '../adapters/webhook.ts';
import type { Vault } from '../ports/vault.ts';
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

/** Where a robot is and what it signs with, opened. Never to be shown, logged or written down anywhere. */
export type RobotAddress = Pick<RobotTable, 'url' | 'secret'>;

/** A robot as it is shown: nothing of its address but the host and the last four letters, and not even those when it is `lost`. */
export interface RobotView {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly host: string;
  readonly tail: string;
  readonly signed: boolean;
  /** True when the key its address was sealed with is gone: the address must be entered again. */
  readonly lost: boolean;
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
  readonly parcel: (robot: RobotAddress, text: string, now: Instant) => Omit<Parcel, 'key'>;
  /** The field of the answer that is 0 when the message was taken, and codes that mean: too many, later. */
  readonly verdict: string;
  readonly later: readonly number[];
}

const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

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
        address.searchParams.set('sign', sign(secret, `${timestamp}\n${secret}`));
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
      const signed = secret === '' ? {} : { timestamp, sign: sign(`${timestamp}\n${secret}`, '') };
      return { url, body: { ...signed, msg_type: 'text', content: { text } } };
    },
    verdict: 'code',
    later: [9499, 11232],
  },
};

const formOf = (kind: string): Form => forms[kind as RobotKind];

/** The parcel for a robot of a kind at an address, with the signature its chat asks for. */
export const parcelFor = (kind: string, at: RobotAddress, text: string, now: Instant): Omit<Parcel, 'key'> =>
  formOf(kind).parcel(at, text, now);

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

const aboutOf = (id: string, what: keyof RobotAddress): string => `robot ${id} ${what}`;

/** An address as it may lie in the store. */
const sealed = (vault: Vault, id: string, { url, secret }: RobotAddress): RobotAddress => ({
  url: vault.seal(url, aboutOf(id, 'url')),
  secret: secret === '' ? '' : vault.seal(secret, aboutOf(id, 'secret')),
});

/** The address of a robot; `undefined` when the key it was sealed with is lost. */
export const addressOf = ({ vault }: Tools, { id, url, secret }: RobotTable): RobotAddress | undefined => {
  const open = vault.open(url, aboutOf(id, 'url'));
  const signs = secret === '' ? '' : vault.open(secret, aboutOf(id, 'secret'));
  return open === undefined || signs === undefined ? undefined : { url: open, secret: signs };
};

/**
 * Seals the addresses that an older version left open in the store, and has nothing of them stay in its files. Says in
 * the log how many addresses nobody can open any more.
 */
export const sealRobots = async (tools: Tools): Promise<void> => {
  const { store, vault, log } = tools;
  const open = (await robotsOf(store.reading)).filter(({ url }) => !isSealed(url));
  if (open.length > 0) {
    await store.write(async (db) => {
      for (const { id, campaign, url, secret } of open) await changeRobot(db, { id, campaign }, sealed(vault, id, { url, secret }));
    });
    await store.scrub('robot');
  }
  const lost = (await robotsOf(store.reading)).filter((robot) => !addressOf(tools, robot)).map(({ id }) => id);
  if (lost.length > 0) log.warn('the key to the addresses of some robots is lost; they must be entered again', { robots: lost });
};

const viewOf = (tools: Tools, row: RobotTable): RobotView => {
  const at = addressOf(tools, row);
  const { id, name, kind, unit, rhythm } = row;
  const kinds = JSON.parse(row.kinds) as readonly string[];
  const shown = { host: at ? new URL(at.url).hostname : '', tail: at?.url.slice(-4) ?? '', signed: row.secret !== '', lost: !at };
  return { id, name, kind, ...shown, unit, kinds, rhythm, paused: row.paused === 1, createdAt: row.created_at };
};

/** Robots of a campaign, oldest first. */
export const listRobots = async (tools: Tools, campaign: string): Promise<readonly RobotView[]> =>
  (await robotsOf(tools.store.reading, campaign)).map((row) => viewOf(tools, row));

const known = (kinds: readonly string[]): readonly string[] => messageKinds.filter((kind: MessageKind) => kinds.includes(kind));

const addressIn = (written: string): URL | undefined => {
  try {
    return new URL(written.trim());
  } catch {
    return undefined;
  }
};

/** The address as entered, when it is one of its kind on a host the operator allows. */
const checkedAddress = (settings: Settings, kind: string, entered: RobotAddress): Outcome<RobotAddress> => {
  if (settings.webhookHosts.length === 0) return refuse('robot.off');
  const url = addressIn(entered.url);
  const { example, fits } = formOf(kind);
  const plain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && url.hash === '';
  if (!url || !plain || !fits(url)) return refuse('robot.bad-address', '/url', { example });
  if (!settings.webhookHosts.includes(url.hostname))
    return refuse('robot.unknown-host', '/url', { found: url.hostname, allowed: settings.webhookHosts.join('、') });
  return outcome({ url: url.href, secret: entered.secret.trim() }, []);
};

/** Adds a robot: its address must be one of its kind, and on a host the operator allows. Only messages from now on go to it. */
export const makeRobot = async (
  tools: Tools,
  settings: Settings,
  at: { readonly campaign: string; readonly robot: NewRobot },
): Promise<Outcome<RobotView>> => {
  const { name, kind, unit, kinds, rhythm } = at.robot;
  const address = checkedAddress(settings, kind, at.robot);
  if (!address.ok) return address;
  const id = tools.ids.next();
  const row: RobotTable = {
    id,
    campaign: at.campaign,
    name: name.trim(),
    kind,
    ...sealed(tools.vault, id, address.value),
    unit,
    kinds: JSON.stringify(known(kinds)),
    rhythm,
    paused: 0,
    created_at: tools.clock.now(),
  };
  await tools.store.write((db) => addRobot(db, row));
  return outcome(viewOf(tools, row), []);
};

/** What of a robot is changed. An address comes with its secret, '' for none. */
export interface RobotChange extends Partial<Pick<NewRobot, 'name' | 'unit' | 'kinds' | 'rhythm'>> {
  readonly paused?: boolean;
  readonly address?: RobotAddress;
}

/** Changes a robot, or where it is; `undefined` when the campaign has none of that id. */
export const alterRobot = async (
  tools: Tools,
  settings: Settings,
  at: { readonly campaign: string; readonly id: string },
  { kinds, paused, address, ...plain }: RobotChange,
): Promise<Outcome<RobotView> | undefined> => {
  const find = async () => (await robotsOf(tools.store.reading, at.campaign)).find(({ id }) => id === at.id);
  const row = await find();
  if (!row) return undefined;
  const moved = address && checkedAddress(settings, row.kind, address);
  if (moved && !moved.ok) return moved;
  const columns = {
    ...plain,
    ...(kinds === undefined ? {} : { kinds: JSON.stringify(known(kinds)) }),
    ...(paused === undefined ? {} : { paused: paused ? 1 : 0 }),
    ...(moved === undefined ? {} : sealed(tools.vault, at.id, moved.value)),
  };
  if (Object.keys(columns).length > 0) await tools.store.write((db) => changeRobot(db, at, columns));
  const changed = await find();
  return changed && outcome(viewOf(tools, changed), []);
};

/** Takes a robot out with all that was on its way to it; false when the campaign has none of that id. */
export const removeRobot = ({ store }: Tools, at: { readonly campaign: string; readonly id: string }): Promise<boolean> =>
  store.write((db) => dropRobot(db, at));
