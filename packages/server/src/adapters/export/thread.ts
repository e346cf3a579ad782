/** The thread that writes one file and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Paper, writePaper } from './paper.ts';

parentPort?.postMessage(await writePaper(workerData as Paper));
