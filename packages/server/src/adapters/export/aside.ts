import { Worker } from 'node:worker_threads';
import { type Paper, writePaper } from './paper.ts';

/** Memory a file may take while it is written. */
const resourceLimits = { maxOldGenerationSizeMb: 768 } as const;

const onThread = (paper: Paper): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.js', import.meta.url), { workerData: paper, resourceLimits });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', (code) => code !== 0 && reject(new Error(`writing a ${paper.kind} ended with ${code}`)));
  });

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a file aside, one after another, so that a long document never holds up submissions. Run from its sources the
 * program has no compiled thread and writes it where it stands.
 */
export const paperAside = (paper: Paper): Promise<Buffer> => {
  const next = last.then(() => (import.meta.url.endsWith('.ts') ? writePaper(paper) : onThread(paper)));
  last = next.catch(() => undefined);
  return next;
};
