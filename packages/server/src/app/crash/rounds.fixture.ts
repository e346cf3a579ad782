import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contentHash } from '@xiuhua/engine';
import { silentLog } from '../../adapters/log.ts';
import { eventOf } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { type StoreFault, verify } from '../../work/verify.ts';
import { type History, inspect, newHistory, sendAgain, signIn } from './inspectors.fixture.ts';
import { startServer } from './server.fixture.ts';
import { type CrashTown, foundTown } from './town.fixture.ts';

/** What the rounds came to. All lists must be empty. */
export interface Tally {
  readonly rounds: number;
  readonly acked: number;
  /** Sent again after a crash because nobody had answered. */
  readonly resent: number;
  /** Of those, the ones that had been stored all the same. */
  readonly storedUnanswered: number;
  /** Slowest start after a kill, in milliseconds. */
  readonly slowestStart: number;
  /** Acknowledged and not in the log, or not as acknowledged. */
  readonly lost: readonly string[];
  /** In the log more than once. */
  readonly doubled: readonly string[];
  /** In the log although nobody sent them, or with other content. */
  readonly strange: readonly string[];
  /** Answers nobody should get. */
  readonly wrong: readonly string[];
  readonly faults: readonly StoreFault[];
}

/** What the log holds: for each submission its places and content. */
const logged = async (data: string, { campaign }: CrashTown) => {
  const store = await openStore({ data, database: undefined }, { log: silentLog });
  try {
    const { faults } = await verify(store, data);
    const rows = await store.reading.selectFrom('event').selectAll().where('campaign', '=', campaign).orderBy('seq').execute();
    const found = new Map<string, { seq: number; hash: string }[]>();
    for (const { seq, fact } of rows.map(eventOf)) {
      if (fact.type === 'ChecklistSubmitted')
        found.set(fact.submission, [...(found.get(fact.submission) ?? []), { seq, hash: fact.contentHash }]);
    }
    return { faults, found };
  } finally {
    await store.close();
  }
};

const judge = (history: History, found: ReadonlyMap<string, readonly { seq: number; hash: string }[]>) => ({
  lost: [...history.acked]
    .filter(([id, receipt]) => !found.get(id)?.some(({ seq, hash }) => seq === receipt.seq && hash === receipt.contentHash))
    .map(([id]) => id),
  doubled: [...found].filter(([, places]) => places.length > 1).map(([id]) => id),
  strange: [...found]
    .filter(([id, places]) => {
      const command = history.sent.get(id);
      return !command || places.some(({ hash }) => hash !== contentHash(command));
    })
    .map(([id]) => id),
});

/** Waits until so many are acknowledged, five seconds at most: the kill shall meet a server that is busy. */
const underWay = async (history: History, acked: number): Promise<void> => {
  for (let waited = 0; history.acked.size < acked && waited < 5000; waited += 5) await pause(5);
};

/**
 * Starts the real server, lets inspectors hand in under load, kills the process at a random moment, looks into the
 * store, starts again, sends the unanswered ones again, and so on. `preload` plants a bug; `random` gives numbers from 0 to 1.
 */
export const crashRounds = async ({
  rounds,
  preload,
  random = Math.random,
}: {
  rounds: number;
  preload?: string;
  random?: () => number;
}): Promise<Tally> => {
  const data = await mkdtemp(join(tmpdir(), 'xiuhua-crash-'));
  const history = newHistory();
  const town = await foundTown(data);
  const sums = { resent: 0, storedUnanswered: 0, slowestStart: 0 };
  const faults: StoreFault[] = [];
  let verdict = judge(history, new Map());
  let cookie = '';
  for (let round = 0; round <= rounds; round++) {
    const server = await startServer(data, { preload });
    sums.slowestStart = Math.max(sums.slowestStart, Math.round(server.up));
    cookie ||= await signIn(server.address, town.login);
    sums.resent += await sendAgain(server.address, cookie, { town, history });
    if (round === rounds) {
      await server.stop();
    } else {
      const working = inspect(server.address, cookie, { town, history, name: `round${round}`, people: 12 });
      await underWay(history, history.acked.size + 12);
      await pause(random() * 500);
      await server.kill();
      await working;
    }
    const { found, faults: bad } = await logged(data, town);
    verdict = judge(history, found);
    faults.push(...bad);
    sums.storedUnanswered += [...history.unsure].filter((id) => found.has(id)).length;
    if (verdict.lost.length + verdict.doubled.length + faults.length > 0) break;
  }
  await rm(data, { recursive: true, force: true });
  return { rounds, acked: history.acked.size, ...sums, ...verdict, wrong: history.wrong, faults };
};
