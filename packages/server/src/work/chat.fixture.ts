import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { instantAt } from '@xiuhua/engine';
import { pngOf } from '../app/pictures.fixture.ts';
import { dutiesOn, filled, people, type Town, upload } from '../app/town.fixture.ts';
import type { Settings } from '../settings.ts';
import type { NewRobot } from './robots.ts';

/** A post as a group chat heard it. */
export interface Heard {
  readonly path: string;
  readonly host: string;
  /** What it says of itself, so that one that comes twice can be told. */
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the chat behaves: an answer with its status, or none. */
export type Manner = { readonly status: number; readonly body: string; readonly headers?: Record<string, string> } | 'silent' | 'hangs-up';

/** The chat takes what it hears. */
export const fine: Manner = { status: 200, body: '{"errcode":0,"errmsg":"ok","code":0}' };

/** A server on this machine that stands in for the group chats of the world outside. */
export interface Chat {
  /** Everything heard since it was last emptied. */
  heard: Heard[];
  manner: Manner;
  /** Settings of a server that speaks to it. */
  readonly settings: Pick<Settings, 'webhookHosts' | 'webhookPeer'>;
  /** Breaks every line that is open. */
  hangUp(): void;
  close(): void;
}

const read = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/** Opens a chat; `timeout` is how long it is waited for, in milliseconds. */
export const openChat = async (timeout = 300): Promise<Chat> => {
  const sockets = new Set<Socket>();
  const server = createServer(async (request, reply) => {
    const text = await read(request).catch(() => '');
    if (text === '') return;
    const { host = '', 'idempotency-key': key } = request.headers;
    chat.heard.push({ path: request.url ?? '', host, key: String(key), body: JSON.parse(text) as Heard['body'] });
    if (chat.manner === 'hangs-up') request.socket.destroy();
    else if (chat.manner !== 'silent') reply.writeHead(chat.manner.status, chat.manner.headers ?? {}).end(chat.manner.body);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const chat: Chat = {
    heard: [],
    manner: fine,
    settings: { webhookHosts: ['qyapi.weixin.qq.com', 'oapi.dingtalk.com', 'open.feishu.cn'], webhookPeer: { address, timeout } },
    hangUp,
    close: () => {
      hangUp();
      server.close();
    },
  };
  return chat;
};

/** A robot of 企业微信, as the office enters it. */
export const robotWith = (more: Partial<NewRobot> = {}): NewRobot => ({
  name: '整治工作群',
  kind: 'wecom',
  url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=very-secret-key-0001',
  secret: '',
  unit: '',
  kinds: ['finding-dispatched', 'finding-overdue'],
  rhythm: 'daily',
  ...more,
});

/** The Monday on which something happens in the town. */
export const monday = '2026-11-02';

/** On Monday at ten an inspection dispatches a finding; at five past the unit replies. */
export const dispatchOne = async (town: Town): Promise<void> => {
  const url = `/api/campaigns/${town.campaign}`;
  const duty = dutiesOn(monday).find(({ site, checklist }) => site === '东街门面段' && checklist === '门前三包检查表');
  if (!duty) throw new Error('no such duty');
  town.clock.set(instantAt(monday, '10:00'));
  const jia = await town.as('jia');
  const { hash } = await upload(jia, town.campaign, pngOf('before'));
  const but = { 门前干净: { result: 'fail' as const, photos: [hash] } };
  const command = filled(duty, { submission: 'visit-0001', at: instantAt(monday, '10:00'), but });
  const submitted = await jia.put(`${url}/submissions/visit-0001`, command);
  town.clock.set(instantAt(monday, '10:05'));
  const [finding] = [...((await town.work.book.ask(town.campaign, ({ findings }) => [...findings.values()])) ?? [])];
  const unit = people.find(([, , name]) => name === finding?.unit)?.[0] ?? '';
  const reply = { type: 'ReplyRectification', finding: finding?.id, text: '已改', photos: [hash] };
  const replied = await (await town.as(unit)).post(`${url}/commands`, { id: 'reply-0001', command: reply });
  if (submitted.status !== 201 || replied.codes.length > 0) throw new Error(`${submitted.text} ${replied.text}`);
};
