import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Instant, instantAt } from '@xiuhua/engine';
import { silentLog } from '../../adapters/log.ts';
import { outboxOf } from '../../store/messages.ts';
import { openStore } from '../../store/open.ts';
import { robotWith } from '../../work/chat.fixture.ts';
import { makeRobot } from '../../work/robots.ts';
import { minute, shift } from '../../work/time.ts';
import { pngOf } from '../pictures.fixture.ts';
import { compiledTown, dutiesOn, filled, openTown, type Town, upload } from '../town.fixture.ts';
import { startServer } from './server.fixture.ts';

/** What the rounds came to. All lists must be empty. */
export interface SendingTally {
  readonly rounds: number;
  /** Messages that robots had to be told. */
  readonly messages: number;
  /** Posts heard, and how many of them had been heard before. */
  readonly posts: number;
  readonly again: number;
  /** Messages no chat heard, and robots that were to be told less than others. */
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
const slowChat = async (posts: Post[], overrun: () => boolean, random: () => number): Promise<Server> => {
  const server = createServer((request, reply) => {
    let said = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    request.on('end', async () => {
      const { text } = JSON.parse(said) as { text: { content: string } };
      posts.push({ chat: request.url ?? '', key: String(request.headers['idempotency-key']), text: text.content });
      await pause(20 + random() * 60);
      if (overrun()) reply.writeHead(503).end();
      else reply.end('{"errcode":0}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'] as const;

/** Schedules whose sites hang on a seed the server makes. */
const drawn = new Set([...compiledTown.schedules].filter(({ pick }) => pick.kind !== 'all').map(({ name }) => name));

/** Inspections that find something wrong everywhere, so that there is much to tell. */
const inspectAll = async (town: Town): Promise<void> => {
  const url = `/api/campaigns/${town.campaign}`;
  for (const day of days) {
    town.clock.set(instantAt(day, '10:00'));
    const jia = await town.as('jia');
    const { hash } = await upload(jia, town.campaign, pngOf(day));
    for (const [n, duty] of dutiesOn(day)
      .filter(({ schedule }) => !drawn.has(schedule))
      .entries()) {
      const plain = filled(duty, { submission: `visit-${day}-${n}`, at: instantAt(day, '10:00') });
      const items = compiledTown.checklists.get(duty.checklist)?.items ?? new Map<string, never>();
      const item = [...items.keys()].find((name) => items.get(name)?.item.counted !== true) ?? '';
      const command = { ...plain, answers: { ...plain.answers, [item]: { result: 'fail', photos: [hash] } } };
      const { status, text } = await jia.put(`${url}/submissions/${plain.submission}`, command);
      if (status !== 201) throw new Error(text);
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
  const store = await openStore({ data, database: undefined }, { log: silentLog, access: 'read' });
  try {
    return await outboxOf(store.reading, campaign, 100_000);
  } finally {
    await store.close();
  }
};

type Rows = Awaited<ReturnType<typeof outbox>>;

/** What had to be sent by now: all but what waits for the next digest. */
const dueIn = (rows: Rows, now: Instant): Rows =>
  rows.filter(({ state, attempts, next_at: next }) => state !== 'waiting' || attempts > 0 || next <= now);

const linesOf = (text: string): readonly string[] => text.split('\n').slice(1);

/** Robots that are to be told less than others, though all are to be told the same. */
const unevenly = (rows: Rows, robots: number): readonly string[] => {
  const told = Array.from({ length: robots }, (_, n) => rows.filter((row) => row.robot_name === `robot-${n}`).length);
  return told.flatMap((count, n) => (count < Math.max(...told) ? [`robot-${n}`] : []));
};

const judge = (posts: readonly Post[], all: Rows, { now, robots }: { readonly now: Instant; readonly robots: number }) => {
  const rows = dueIn(all, now);
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
    lost: [...told.filter((message) => !keys.has(message)), ...unevenly(all, robots)],
    astray: [...keys].filter(([, under]) => under.size > 1).map(([heard]) => heard),
    altered: [...texts].filter(([, said]) => said.size > 1).map(([key]) => key),
    cut: posts.filter(({ text }) => Number(/】(\d+) 条消息/.exec(text)?.[1]) !== linesOf(text).length).map(({ text }) => text),
    unsent: rows.filter(({ state }) => state !== 'sent').map(({ message, state, reason }) => `${state} ${reason} ${message}`),
  };
};

/**
 * Starts the real server over a full outbox, kills the process while posts are on their way, starts it again (by its
 * clock at first on the next morning, when digests are due, then three minutes later), and so on; then lets it send what
 * is left.
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
  let round = 0;
  const chat = await slowChat(posts, () => round < rounds && random() < 0.2, random);
  const peer = `http://127.0.0.1:${(chat.address() as AddressInfo).port}`;
  const start = (now: Instant) => startServer(data, { program, env: { XIUHUA_WEBHOOK_HOSTS: host, SENDING_PEER: peer, SENDING_NOW: now } });
  let now = instantAt('2026-11-05', '10:30');
  for (; round < rounds; round++) {
    const before = posts.length;
    const server = await start(now);
    // Every second kill meets posts on their way, the others a server that has hardly begun.
    for (let waited = 0; round % 2 === 0 && posts.length === before && waited < 5000; waited += 5) await pause(5);
    await pause(random() * 150);
    await server.kill();
    now = round === 0 ? instantAt('2026-11-06', '08:00') : shift(now, 3 * minute);
  }
  const server = await start(now);
  const done = (found: Rows): boolean =>
    unevenly(found, robots).length === 0 && found.length > 0 && dueIn(found, now).every(({ state }) => state === 'sent');
  let rows: Rows = [];
  for (let waited = 0; waited < 40_000 && !done(rows); waited += 200) {
    await pause(200);
    rows = await outbox(data, campaign);
  }
  await server.stop();
  chat.close();
  await rm(data, { recursive: true, force: true });
  const again = posts.length - new Set(posts.map(({ key }) => key)).size;
  return { rounds, messages: rows.length, posts: posts.length, again, ...judge(posts, rows, { now, robots }) };
};
