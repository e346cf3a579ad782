import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { board, type Day, type Duty, dutyViews, type SubmitChecklist } from '@xiuhua/engine';
import Fastify from 'fastify';
import { bar, fact, median } from '../../engine/bench/harness.ts';
import { silentLog } from '../src/adapters/log.ts';
import { serve } from '../src/app/serve.ts';
import type { Clock } from '../src/ports/clock.ts';
import { readSettings } from '../src/settings.ts';
import { openStore } from '../src/store/open.ts';
import type { CampaignBook } from '../src/work/book.ts';
import { verify } from '../src/work/verify.ts';
import { type Work, workOn } from '../src/work/work.ts';
import { beginUntouched, countyPassword, firstDay, type LargeCounty, lastDay, makeLargeCounty } from './large-county.ts';
import { type Load, type Measure, serveLoads } from './load.ts';

/*
 * A county of 20 towns over three years, served over real connections from a thread of its own: the board while
 * submissions come in, submissions beside a bare fastify that echoes and beside one transaction for each, the board of past
 * days. The argument says how many sites; 500 make 90,000 records, 5,000 make 900,000.
 */

/** Ten in the morning of the last day, and on from there. */
const clock: Clock = (() => {
  const begun = performance.now();
  const ten = Date.parse(`${lastDay}T02:00:00.000Z`);
  return { now: () => new Date(ten + performance.now() - begun).toISOString() };
})();

const clients = () => {
  const thread = new Worker(new URL(import.meta.url));
  const waiting = new Map<number, (measure: Measure) => void>();
  thread.on('message', ({ id, measure }: { id: number; measure: Measure }) => waiting.get(id)?.(measure));
  let last = 0;
  const run = (load: Load): Promise<Measure> =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      thread.postMessage({ id: last, load });
    });
  return { run, end: () => thread.terminate() };
};

const settingsFor = (folder: string) => ({
  ...readSettings({ XIUHUA_DATA: folder, XIUHUA_PER_MINUTE: '100000000', PORT: '1' }),
  port: 0,
  screens: join(folder, 'screens'),
});

/** The boards of some days as they were shown at the end of those days, while the county lived. */
type Shown = Map<Day, string>;

const make = async (folder: string, sites: number): Promise<LargeCounty & { readonly shown: Shown }> => {
  const store = await openStore({ data: folder, database: undefined }, { log: silentLog });
  const work = workOn({ store, clock, log: silentLog, data: folder });
  const shown: Shown = new Map();
  const from = performance.now();
  const county = await makeLargeCounty(work, sites, async (campaign, day) => {
    if (/-(03|08)-01$/.test(day)) shown.set(day, JSON.stringify(await work.book.ask(campaign, (now) => board(now, day))));
  });
  fact('records', county.records, 'records');
  fact('taken in through the ordinary commands', county.records / ((performance.now() - from) / 1000), 'records a second');
  await store.close();
  return { ...county, shown };
};

const signIn = async (address: string, login: string): Promise<string> => {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password: countyPassword }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

const inTime = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> => {
  const from = performance.now();
  return { value: await work(), milliseconds: performance.now() - from };
};

/** Duties that nobody did, the newest first: each can still be handed in, late. */
const undone = async (book: CampaignBook, campaign: string): Promise<readonly Duty[]> => {
  const views = await book.ask(campaign, (now) => dutyViews(now, { from: firstDay, to: lastDay, today: lastDay }));
  return (views ?? []).filter(({ submission, from }) => submission === null && from <= lastDay).toReversed();
};

/** The boards of past days, beside what was shown on those days. */
const pastBoards = async (book: CampaignBook, campaign: string, shown: Shown): Promise<void> => {
  const times: number[] = [];
  let differing = 0;
  for (const [day, then] of shown) {
    const from = performance.now();
    const past = await book.past(campaign, { day });
    const now = past && JSON.stringify(board(past, day));
    times.push(performance.now() - from);
    if (now !== then) differing++;
  }
  fact('boards of past days compared', shown.size, 'days');
  fact('the board of a past day, in the middle', median(times), 'ms');
  bar('boards of past days that are not what was shown on the day', differing, { atMost: 0 });
};

/** A bare fastify that gives back what it gets, and one that takes each submission in alone, in a transaction of its own. */
const peers = async (
  { book }: Work,
  { campaign, people }: LargeCounty,
): Promise<{ echo: number; alone: number; close: () => Promise<void> }> => {
  const [echo, alone] = [Fastify(), Fastify()];
  echo.put('/:submission', (request) => request.body);
  alone.put<{ Body: SubmitChecklist }>('/:submission', async ({ body }, reply) => {
    const [taken] = await book.play(campaign, [{ id: body.submission, by: people.inspector, command: body }]);
    return reply.status(taken?.ok ? 201 : 422).send({});
  });
  const portOf = async (app: typeof echo): Promise<number> => Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  return {
    echo: await portOf(echo),
    alone: await portOf(alone),
    close: async () => void (await Promise.all([echo.close(), alone.close()])),
  };
};

/** Rounds in which things are measured in turns. */
const rounds = 3;

/** Hands submissions in, from where the last ones ended. */
const handingIn = (run: (load: Load) => Promise<Measure>, common: { cookie: string; plan: string; duties: readonly Duty[] }) => {
  let from = 0;
  return async (load: Omit<Load, 'cookie' | 'put' | 'get'>, path: string): Promise<Measure> => {
    const measure = await run({ ...load, cookie: common.cookie, put: { path, plan: common.plan, duties: common.duties, from } });
    from += measure.answered;
    if (measure.refused > 0) throw new Error(`${measure.refused} submissions of ${measure.answered} were refused`);
    return measure;
  };
};

const whileSubmitting = async (
  hand: ReturnType<typeof handingIn>,
  run: (load: Load) => Promise<Measure>,
  { port, path, cookie }: { port: number; path: string; cookie: string },
): Promise<void> => {
  const [alone, beside, boards, quick, crowded]: [Measure[], Measure[], Measure[], Measure[], Measure[]] = [[], [], [], [], []];
  const steady = { port, seconds: 8, connections: 50, perSecond: 50 };
  const looking = { port, cookie, seconds: 8, connections: 2, perSecond: 4, get: `${path}/board` };
  for (let i = 0; i < rounds; i++) {
    alone.push(await hand(steady, `${path}/submissions`));
    const both = await Promise.all([hand(steady, `${path}/submissions`), run(looking)]);
    beside.push(both[0]);
    boards.push(both[1]);
    quick.push(await hand({ port, seconds: 4, connections: 50 }, `${path}/submissions`));
    const [busy] = await Promise.all([
      hand({ port, seconds: 4, connections: 50 }, `${path}/submissions`),
      run({ ...looking, seconds: 4, perSecond: 1 }),
    ]);
    crowded.push(busy);
  }
  const middle = (all: readonly Measure[], pick: (measure: Measure) => number): number => median(all.map(pick));
  const share = (some: readonly Measure[], all: readonly Measure[]): number =>
    median(some.map((one, i) => one.perSecond / (all[i]?.perSecond ?? Number.NaN)));
  bar(
    'the board, 50 submissions a second coming in: milliseconds to the last byte, 95th percentile',
    middle(boards, (m) => m.p95),
    {
      atMost: 200,
    },
  );
  bar('submissions, 50 a second offered, beside four boards a second: share of those without', share(beside, alone), {
    atLeast: 0.9,
  });
  bar('submissions, as many as go, beside a board a second: share of those without', share(crowded, quick), { atLeast: 0.9 });
  fact(
    'a submission at 50 a second, 95th percentile, without the board',
    middle(alone, (m) => m.p95),
    'ms',
  );
  fact(
    'a submission at 50 a second, 95th percentile, beside the board',
    middle(beside, (m) => m.p95),
    'ms',
  );
  fact(
    'submissions, as many as go',
    middle(quick, (m) => m.perSecond),
    'a second',
  );
};

/** Handed in to a campaign in which nothing was done yet, each record the first of its duty, as it is in a county. */
const besidePeers = async (
  run: (load: Load) => Promise<Measure>,
  work: Work,
  county: LargeCounty,
  at: { port: number; cookie: string },
) => {
  const untouched = await beginUntouched(work, county.people, { sites: 5000, since: '2026-06-01' });
  const hand = handingIn(run, { ...untouched, cookie: at.cookie });
  const path = `/api/campaigns/${untouched.campaign}/submissions`;
  const echoed = (load: Omit<Load, 'cookie'>) =>
    run({ ...load, cookie: at.cookie, put: { path: '', plan: untouched.plan, duties: untouched.duties, from: 0 } });
  const { echo, alone, close } = await peers(work, { ...county, campaign: untouched.campaign });
  const [ours, bare, single]: [number[], number[], number[]] = [[], [], []];
  for (let i = -1; i < rounds; i++) {
    const load = { seconds: 3, connections: 50 };
    const all = [
      await hand({ ...load, port: at.port }, path),
      await echoed({ ...load, port: echo }),
      await hand({ ...load, port: alone }, ''),
    ];
    if (i >= 0) [ours, bare, single].forEach((list, k) => void list.push(all[k]?.perSecond ?? Number.NaN));
  }
  const ratio = (others: readonly number[]): number => median(ours.map((rate, i) => rate / (others[i] ?? Number.NaN)));
  bar('a submission checked, scored and on the disk: share of a bare fastify that echoes it', ratio(bare), { atLeast: 0.3 });
  bar('the same: times one transaction for each', ratio(single), { atLeast: 4 });
  fact('a bare fastify that echoes a submission', median(bare), 'a second');
  fact('submissions, one transaction for each', median(single), 'a second');
  await close();
};

const measure = async (folder: string, county: LargeCounty & { readonly shown: Shown }): Promise<void> => {
  const server = await serve(settingsFor(folder), { clock, log: silentLog });
  const { run, end } = clients();
  const { campaign, plan } = county;
  const port = Number(new URL(server.address).port);
  const path = `/api/campaigns/${campaign}`;
  const read = await inTime(() => server.work.book.ask(campaign, ({ seq }) => seq));
  fact('reading the log at the start', read.milliseconds, 'ms');
  fact('events', read.value ?? 0, 'events');
  const office = await signIn(server.address, 'bangongshi');
  const first = await inTime(async () => (await fetch(`${server.address}${path}/board`, { headers: { cookie: office } })).text());
  fact('the board asked for the first time, once the log is read', first.milliseconds, 'ms');
  fact('size of the board', first.value.length / 1024, 'KB');
  globalThis.gc?.();
  fact('memory kept', process.memoryUsage().heapUsed / 2 ** 20, 'MB');
  await pastBoards(server.work.book, campaign, county.shown);
  const hand = handingIn(run, { cookie: await signIn(server.address, 'jiancha'), plan, duties: await undone(server.work.book, campaign) });
  await whileSubmitting(hand, run, { port, path, cookie: office });
  await besidePeers(run, server.work, county, { port, cookie: await signIn(server.address, 'jiancha') });
  await end();
  await server.close();
};

const main = async (): Promise<void> => {
  const sites = Number(process.argv[2] ?? 500);
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-county-'));
  try {
    await measure(folder, await make(folder, sites));
    const store = await openStore({ data: folder, database: undefined }, { log: silentLog });
    const verdict = await inTime(() => verify(store, folder));
    await store.close();
    bar('faults found by verify afterwards', verdict.value.faults.length, { atMost: 0 });
    fact('verify', verdict.milliseconds / 1000, 's');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

if (isMainThread) await main();
else serveLoads();
