import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { instantAt } from '@xiuhua/engine';
import { silentLog } from '../../adapters/log.ts';
import { outboxOf } from '../../store/messages.ts';
import { openStore } from '../../store/open.ts';
import { robotWith } from '../../work/chat.fixture.ts';
import { makeRobot } from '../../work/robots.ts';
import { minute, shift } from '../../work/time.ts';
import { pngOf } from '../pictures.fixture.ts';
import { dutiesOn, filled, openTown, type Town, upload } from '../town.fixture.ts';
import { startServer } from './server.fixture.ts';

/** What the rounds came to. All lists must be empty. */
export interface SendingTally {
  readonly rounds: number;
  /** Messages that robots had to be told. */
  readonly messages: number;
  /** Posts heard, and how many of them had been heard before. */
  readonly posts: number;
  readonly again: number;
  /** Messages no chat heard. */
  readonly lost: readonly string[];
  /** Messages heard under more than one key. */
  readonly astray: readonly string[];
  /** Keys under which two texts were heard. */
  readonly altered: readonly string[];
  /** Texts that do not hold as many messages as they say. */
  readonly cut: readonly string[];
  /** What the outbox says is not sent when all is over. */
  readonly unsent: readonly string[];
}

/** A post as it was heard: from which robot, under which key, what it says. */
interface Post {
  readonly chat: string;
  readonly key: string;
  readonly text: string;
}

const host = 'qyapi.weixin.qq.com';
const program = fileURLToPath(new URL('./sending-server.fixture.mjs', import.meta.url));

/** A chat that takes a while to answer, and is overrun now and then. */
const slowChat = async (posts: Post[], random: () => number): Promise<Server> => {
  const server = createServer((request, reply) => {
    let said = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    request.on('end', async () => {
      const { text } = JSON.parse(said) as { text: { content: string } };
      posts.push({ chat: request.url ?? '', key: String(request.headers['idempotency-key']), text: text.content });
      await pause(20 + random() * 60);
      if (random() < 0.1) reply.writeHead(503).end();
      else reply.end('{"errcode":0}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'] as const;

/** Inspections that find something wrong everywhere, so that there is much to tell. */
const inspectAll = async (town: Town): Promise<void> => {
  const url = `/api/campaigns/${town.campaign}`;
  for (const day of days) {
    town.clock.set(instantAt(day, '10:00'));
    const jia = await town.as('jia');
    const { hash } = await upload(jia, town.campaign, pngOf(day));
    for (const [n, duty] of dutiesOn(day).entries()) {
      const plain = filled(duty, { submission: `visit-${day}-${n}`, at: instantAt(day, '10:00') });
      const [item = ''] = Object.keys(plain.answers);
      const command = { ...plain, answers: { ...plain.answers, [item]: { result: 'fail', photos: [hash] } } };
      await jia.put(`${url}/submissions/${plain.submission}`, command);
    }
  }
};

const kinds = ['finding-dispatched', 'finding-due', 'finding-overdue', 'plan-adopted', 'work-due', 'reading-due'];

/** Founds a town with much to tell and robots to tell it to, one for each name. The data folder stays. */
const foundSendingTown = async (robots: number): Promise<{ data: string; campaign: string }> => {
  const town = await openTown('SQLite', { webhookHosts: [host] });
  town.clock.set(instantAt('2026-10-01', '10:00'));
  for (let n = 0; n < robots; n++) {
    const url = `https://${host}/cgi-bin/webhook/send?key=robot-${n}`;
    const robot = robotWith({ name: `robot-${n}`, url, kinds });
    const made = await makeRobot(town.work.tools, town.settings, { campaign: town.campaign, robot });
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
  }
  await inspectAll(town);
  await town.app.close();
  await town.store.close();
  return { data: town.folder, campaign: town.campaign };
};

/** All of the outbox, as the store has it. */
const outbox = async (data: string, campaign: string) => {
  const store = await openStore({ data, database: undefined }, { log: silentLog });
  try {
    return await outboxOf(store.reading, campaign, 100_000);
  } finally {
    await store.close();
  }
};

type Rows = Awaited<ReturnType<typeof outbox>>;

const linesOf = (text: string): readonly string[] => text.split('\n').slice(1);

const judge = (posts: readonly Post[], rows: Rows) => {
  const keys = new Map<string, Set<string>>();
  const texts = new Map<string, Set<string>>();
  for (const { chat, key, text } of posts) {
    texts.set(key, (texts.get(key) ?? new Set()).add(text));
    for (const line of linesOf(text)) {
      const heard = `${chat.split('=')[1]} ${line}`;
      keys.set(heard, (keys.get(heard) ?? new Set()).add(key));
    }
  }
  const told = rows.map(({ robot_name, text }) => `${robot_name} · ${text.slice(0, 300)}`);
  return {
    lost: told.filter((message) => !keys.has(message)),
    astray: [...keys].filter(([, under]) => under.size > 1).map(([heard]) => heard),
    altered: [...texts].filter(([, said]) => said.size > 1).map(([key]) => key),
    cut: posts.filter(({ text }) => Number(/】(\d+) 条消息/.exec(text)?.[1]) !== linesOf(text).length).map(({ text }) => text),
    unsent: rows.filter(({ state }) => state !== 'sent').map(({ message, state, reason }) => `${state} ${reason} ${message}`),
  };
};

/**
 * Starts the real server over a full outbox, kills the process while posts are on their way, starts it again three
 * minutes later by its clock, and so on; then lets it send what is left.
 */
export const sendingRounds = async ({
  rounds,
  robots,
  random = Math.random,
}: {
  rounds: number;
  robots: number;
  random?: () => number;
}): Promise<SendingTally> => {
  const { data, campaign } = await foundSendingTown(robots);
  const posts: Post[] = [];
  const chat = await slowChat(posts, random);
  const peer = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
  let now = instantAt('2026-11-06', '08:00');
  let rows: Rows = [];
  for (let round = 0; round <= rounds || (round < rounds + 20 && rows.some(({ state }) => state !== 'sent')); round++) {
    const before = posts.length;
    const env = { XIUHUA_WEBHOOK_HOSTS: host, SENDING_PEER: peer, SENDING_NOW: now };
    const server = await startServer(data, { program, env });
    for (let waited = 0; posts.length === before && waited < 5000; waited += 5) await pause(5);
    if (round < rounds) {
      await pause(random() * 150);
      await server.kill();
    } else {
      for (let heard = -1; heard !== posts.length; await pause(400)) heard = posts.length;
      await server.stop();
    }
    rows = await outbox(data, campaign);
    now = shift(now, 3 * minute);
  }
  chat.close();
  await rm(data, { recursive: true, force: true });
  const again = posts.length - new Set(posts.map(({ key }) => key)).size;
  return { rounds, messages: rows.length, posts: posts.length, again, ...judge(posts, rows) };
};
