import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Machine } from '../src/expression/machine.ts';
import { AnswerRows } from '../src/expression/rows.ts';
import { compileRules } from '../src/expression/rules.ts';
import { type Answers, score } from './hand.ts';
import { bar, fact, median } from './harness.ts';
import { chance, fill, inputs, named, pool, rules } from './workload.ts';

/* Scoring stored submissions again: 100,000 as rows of numbers, by one and by two threads; and how cost grows with their number. */

const count = 100_000;

const compiled = compileRules({ inputs }, rules);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const machine = new Machine(compiled.value);
const total = compiled.value.names.get('r.total')?.slot ?? -1;

const scoreRows = (rows: AnswerRows, from: number, to: number): number => {
  let sum = 0;
  for (let row = from; row < to; row++) sum += rows.score(row, machine).values[total] as number;
  return sum;
};

/** The rows, and the first that no thread has taken yet: whoever is free takes the next thousand. */
interface Share {
  readonly memory: SharedArrayBuffer;
  readonly next: Int32Array;
}

const work = (port: NonNullable<typeof parentPort>, { memory, next }: Share): void => {
  const rows = new AnswerRows((compiled as { value: AnswerRows['compiled'] }).value, memory);
  port.on('message', () => {
    let sum = 0;
    for (let from = Atomics.add(next, 0, 1000); from < count; from = Atomics.add(next, 0, 1000)) sum += scoreRows(rows, from, from + 1000);
    port.postMessage(sum);
  });
};

const timed = async (run: () => unknown): Promise<number> => {
  const from = performance.now();
  await run();
  return performance.now() - from;
};

const answered = (worker: Worker): Promise<unknown> =>
  new Promise((resolve) => {
    worker.once('message', resolve);
    worker.postMessage(0);
  });

const start = (share: Share): Worker => new Worker(new URL(import.meta.url), { workerData: share });

const measure = async (): Promise<void> => {
  const submissions = pool(count) as unknown as readonly Answers[];
  const memory = new SharedArrayBuffer(AnswerRows.bytes(machine.compiled, count));
  const rows = new AnswerRows(machine.compiled, memory);
  for (const [row, answers] of submissions.entries()) rows.put(row, machine, named(answers as unknown as Record<string, unknown>));
  const next = new Int32Array(new SharedArrayBuffer(4));
  const workers = [start({ memory, next }), start({ memory, next })];
  const ask = (threads: number) => {
    next[0] = 0;
    return Promise.all(workers.slice(0, threads).map(answered));
  };
  const byHand = () => submissions.reduce((sum, answers) => sum + score(answers).r.total, 0);
  const turns: Record<'hand' | 'rows' | 'one' | 'two', number>[] = [];
  for (let round = 0; round < 10; round++) {
    turns.push({
      hand: await timed(byHand),
      rows: await timed(() => scoreRows(rows, 0, count)),
      one: await timed(() => ask(1)),
      two: await timed(() => ask(2)),
    });
  }
  for (const worker of workers) await worker.terminate();
  const warm = turns.slice(2);
  const ratio = (a: 'hand' | 'one', b: 'rows' | 'two') => median(warm.map((each) => each[a] / each[b]));
  fact('100,000 submissions, hand-written over objects', median(warm.map(({ hand }) => hand)), 'ms');
  fact('100,000 submissions, ours over rows', median(warm.map((each) => each.rows)), 'ms');
  bar('100,000 submissions again: times hand-written over objects', ratio('hand', 'rows'), { atLeast: 1 });
  bar('100,000 submissions again: two threads over one', ratio('one', 'two'), { atLeast: 1.8 });
};

/** The power of the count with which the cost grows: submissions are made, loaded, scored and let go again. */
const growth = (): void => {
  const counts = [10_000, 100_000, 1_000_000];
  const costs = counts.map((size) => {
    const random = chance(3);
    const from = process.cpuUsage();
    let sum = 0;
    for (let i = 0; i < size; i++) sum += machine.score(named(fill(random))).values[total] as number;
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000 + (sum === 0 ? 1 : 0);
  });
  const [first, , last] = costs as [number, number, number];
  bar('growth from 10,000 to 1,000,000 submissions: power of the count', Math.log(last / first) / Math.log(100), { atMost: 1.05 });
};

if (isMainThread) {
  await measure();
  growth();
} else if (parentPort) work(parentPort, workerData as Share);
