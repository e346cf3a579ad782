import { request } from 'node:http';
import { contentHash, type SubmitChecklist } from '@xiuhua/engine';
import { IDBFactory } from 'fake-indexeddb';
import { type Device, openDevice } from '../../packages/designer/src/inspect/device/base.ts';
import type { Ask, Reply, Wire } from '../../packages/designer/src/inspect/send/wire.ts';

/** An empty memory of a phone. */
export const emptyDevice = (): Device => openDevice(new IDBFactory() as unknown as globalThis.IDBFactory);

const dead: Reply = { status: 0, json: undefined, slip: null };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Asks the server at a port as a phone does, a connection for each request; never throws. */
export const wireTo = (port: number, cookie: () => string, patience = 5000): Wire => {
  const once = (ask: Ask): Promise<Reply> =>
    new Promise((resolve) => {
      const body = ask.text ?? (ask.bytes ? Buffer.from(ask.bytes) : undefined);
      const headers: Record<string, string> = {
        connection: 'close',
        origin: `http://127.0.0.1:${port}`,
        'sec-fetch-site': 'same-origin',
        cookie: cookie(),
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        ...(ask.text === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ask.bytes ? { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(ask.offset ?? 0) } : {}),
      };
      const sent = request({
        host: '127.0.0.1',
        port,
        path: `/api${ask.path}`,
        method: ask.method,
        headers,
        agent: false,
        timeout: patience,
      });
      const fail = () => resolve(dead);
      sent.on('timeout', () => sent.destroy());
      sent.on('error', fail);
      sent.on('response', (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('aborted', fail);
        reply.on('error', fail);
        reply.on('end', () => {
          const offset = reply.headers['upload-offset'];
          const far = typeof offset === 'string' ? { offset: Number(offset) } : {};
          resolve({ status: reply.statusCode ?? 0, json: parsed(Buffer.concat(parts).toString()), slip: 0, ...far });
        });
      });
      sent.end(body);
    });
  return once;
};

/** Signs in and gives the cookie. */
export const cookieOf = async (address: string, login: string, password: string): Promise<string> => {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login, password }),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

/**
 * A bug planted in the phone, for the harness to find: a record sent again gets a new number; or silence is taken for a
 * receipt.
 */
export type Plant = 'new-number' | 'trusts-silence';

/** A line with a planted bug on the phone's side of it. */
export const planted = (wire: Wire, plant: Plant): Wire => {
  const tries = new Map<string, number>();
  return async (ask) => {
    if (ask.method !== 'PUT' || !ask.path.includes('/submissions/') || ask.text === undefined) return wire(ask);
    const command = JSON.parse(ask.text) as SubmitChecklist;
    const n = (tries.get(command.submission) ?? 0) + 1;
    tries.set(command.submission, n);
    if (plant === 'trusts-silence') {
      const reply = await wire(ask);
      if (reply.status !== 0) return reply;
      const { submission } = command;
      return {
        ...dead,
        status: 200,
        json: { submission, contentHash: contentHash(command), seq: 1, at: command.filledAt, missingPhotos: [] },
      };
    }
    if (n === 1) return wire(ask);
    const renumbered = { ...command, submission: `${command.submission.slice(0, -2)}${String(n).padStart(2, '0')}` };
    const reply = await wire({
      ...ask,
      path: ask.path.replace(command.submission, renumbered.submission),
      text: JSON.stringify(renumbered),
    });
    const receipt = reply.json as { submission?: string } | undefined;
    return receipt?.submission
      ? { ...reply, json: { ...receipt, submission: command.submission, contentHash: contentHash(command) } }
      : reply;
  };
};
