/**
 * What every benchmark here shares. A file `<what>.bench.ts` measures when it is run and reports through `bar` and `fact`; it
 * is bundled and run in a process of its own by `npm run bench` (scripts/bench.mjs). Things are compared by ratio:
 * candidates run in turns within one process, a round of some hundred milliseconds each, after a warm-up round; what
 * counts is the median of the ratios of the rounds. Other work on the machine then weighs on all of them alike.
 */

/** One thing to measure. `run` does its work once; `i` counts up, so that different data can be taken. */
export interface Candidate {
  readonly name: string;
  run(i: number): unknown;
}

/** Runs a second for each round, by name of the candidate. */
export type Rates = ReadonlyMap<string, readonly number[]>;

/** How long to measure. */
export interface Turns {
  readonly rounds?: number;
  readonly milliseconds?: number;
  /** Runs between two looks at the clock. */
  readonly batch?: number;
}

/** Keeps results alive, so that nothing measured is optimised away. */
const kept = { last: undefined as unknown };

const turn = (candidate: Candidate, milliseconds: number, batch: number): number => {
  const from = performance.now();
  let now = from;
  let runs = 0;
  do {
    for (let k = 0; k < batch; k++) kept.last = candidate.run(runs + k);
    runs += batch;
    now = performance.now();
  } while (now - from < milliseconds);
  return (runs / (now - from)) * 1000;
};

/** Measures the candidates in turns. */
export const takeTurns = (candidates: readonly Candidate[], { rounds = 9, milliseconds = 200, batch = 16 }: Turns = {}): Rates => {
  const rates = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const candidate of candidates) {
      const rate = turn(candidate, milliseconds, batch);
      if (round >= 0) rates.get(candidate.name)?.push(rate);
    }
  }
  return rates;
};

/** The middle of the numbers. */
export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** The median over the rounds of how many times as fast the first is. */
export const timesAsFast = (rates: Rates, first: string, second: string): number => {
  const [a, b] = [rates.get(first) ?? [], rates.get(second) ?? []];
  return median(a.map((rate, i) => rate / (b[i] ?? Number.NaN)));
};

/** Microseconds of one run, by the median rate. */
export const microseconds = (rates: Rates, name: string): number => 1e6 / median(rates.get(name) ?? []);

/** Milliseconds of processor that something takes once, its garbage collection included: other work does not weigh on them. */
export const processorTime = <T>(run: () => T): { readonly result: T; readonly milliseconds: number } => {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 };
};

const say = (line: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const short = (value: number): number => Number(value.toPrecision(3));

/** Reports a ratio and the bar it has to reach, from above or from below. */
export const bar = (name: string, ratio: number, wanted: { readonly atLeast: number } | { readonly atMost: number }): void => {
  const [limit, ok] = 'atLeast' in wanted ? [wanted.atLeast, ratio >= wanted.atLeast] : [wanted.atMost, ratio <= wanted.atMost];
  say({ kind: 'bar', name, ratio: short(ratio), bar: limit, sense: 'atLeast' in wanted ? '≥' : '≤', ok });
};

/** Reports a figure that no bar hangs on. */
export const fact = (name: string, value: number, unit: string): void => say({ kind: 'fact', name, value: short(value), unit });
