import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';
import type { Duty } from '@xiuhua/engine';
import { answersAt } from './large-county.ts';

/*
 * The clients of the county, in a thread of their own: they ask over real connections and measure from asking to the
 * last byte.
 */

/** One kind of asking, for so many seconds. */
export interface Load {
  readonly port: number;
  readonly cookie: string;
  readonly seconds: number;
  /** Connections that ask as fast as they are answered; with `perSecond` this many requests are begun each second instead. */
  readonly connections: number;
  readonly perSecond?: number;
  /** A path to get again and again, or filled checklists to hand in at this path, one for each duty, from the n-th on. */
  readonly get?: string;
  readonly put?: { readonly path: string; readonly plan: string; readonly duties: readonly Duty[]; readonly from: number };
}

/** What came of it: answers a second, milliseconds at the middle, at the 95th and at the 99th percentile, refusals, and answers in all. */
export interface Measure {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly refused: number;
  readonly answered: number;
}

interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

const askFor = (load: Load): ((i: number) => Ask) => {
  const { put, get = '/' } = load;
  if (!put) return () => ({ method: 'GET', path: get, body: '' });
  return (i) => {
    const at = put.from + i;
    const duty = put.duties[at % put.duties.length] as Duty;
    const submission = `0191${at.toString(16).padStart(12, '0')}-7000-8000-000000000000`;
    const filledAt = `${duty.due}T02:00:00.000Z`;
    const body = { type: 'SubmitChecklist', submission, plan: put.plan, duty: duty.id, filledAt, answers: answersAt(at) };
    return { method: 'PUT', path: `${put.path}/${submission}`, body: JSON.stringify(body) };
  };
};

/** Puts a load on a server. */
export const putLoad = async (load: Load): Promise<Measure> => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const next = askFor(load);
  const times: number[] = [];
  let [asked, refused] = [0, 0];
  const headers = { cookie: load.cookie, 'sec-fetch-site': 'same-origin' };

  const ask = (): Promise<void> => {
    const { method, path, body } = next(asked++);
    const from = performance.now();
    const type = body ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) } : {};
    return new Promise((resolve, reject) => {
      const sent = request({ agent, port: load.port, host: '127.0.0.1', method, path, headers: { ...headers, ...type } }, (answer) => {
        if ((answer.statusCode ?? 500) >= 300) refused++;
        answer.on('data', () => undefined);
        answer.on('end', () => {
          times.push(performance.now() - from);
          resolve();
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  };

  const begun = performance.now();
  const end = begun + load.seconds * 1000;
  if (load.perSecond === undefined) {
    const worker = async (): Promise<void> => {
      while (performance.now() < end) await ask();
    };
    await Promise.all(Array.from({ length: load.connections }, worker));
  } else {
    const all: Promise<void>[] = [];
    const step = 1000 / load.perSecond;
    for (let i = 0; begun + i * step < end; i++) {
      const wait = begun + i * step - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      all.push(ask());
    }
    await Promise.all(all);
  }
  const took = (performance.now() - begun) / 1000;
  agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: sorted.length / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused, answered: sorted.length };
};

/** Puts on whatever loads the other thread asks for, and tells it what came of them. */
export const serveLoads = (): void => {
  parentPort?.on('message', async ({ id, load }: { id: number; load: Load }) =>
    parentPort?.postMessage({ id, measure: await putLoad(load) }),
  );
};
