import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What the proxy does to one request: it carries one request for each connection. */
export type Mishap = 'none' | 'delay' | 'cut-request' | 'lose-answer' | 'cut-answer' | 'duplicate' | 'swap' | 'refuse';

/** A proxy between phones and the server, below HTTP: it sees connections and bytes. */
export interface Proxy {
  readonly port: number;
  /** How often each mishap happened. */
  readonly happened: Map<Mishap, number>;
  close(): Promise<void>;
}

/** A sequence of chances from a seed, the same on every machine: numbers from 0 to 1. */
export const chances = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** True once a request with its whole body is there, by its own content length. */
const isWhole = (bytes: Buffer): boolean => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'));
  return bytes.length >= end + 4 + Number(length?.[1] ?? 0);
};

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Gives a request to the server and collects the whole answer; empty when there was none. */
const ask = (port: number, request: Buffer): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => resolve(Buffer.concat(parts)));
    socket.on('close', () => resolve(Buffer.concat(parts)));
  });

/** The server gets only the beginning of a request before the line breaks. */
const askInPart = (port: number, request: Buffer, bytes: number): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request.subarray(0, bytes), () => socket.destroy()));
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
  });

/** Opens a proxy before a server. `mishap` says what happens to the next request; `chance` how long and how far. */
export const openProxy = async (target: number, mishap: () => Mishap, chance: () => number): Promise<Proxy> => {
  const happened = new Map<Mishap, number>();
  const sockets = new Set<Socket>();
  /** A request that was held back until the next one has passed it. */
  let held: (() => void) | undefined;
  const overtaken = (): Promise<void> =>
    new Promise((resolve) => {
      held = resolve;
      setTimeout(resolve, 200);
    });
  const carry = async (client: Socket, request: Buffer): Promise<void> => {
    const what = mishap();
    happened.set(what, (happened.get(what) ?? 0) + 1);
    if (what === 'refuse') return void client.destroy();
    if (what === 'cut-request') {
      await askInPart(target, request, Math.floor(chance() * request.length));
      return void client.destroy();
    }
    if (what === 'delay') await pause(chance() * 120);
    if (what === 'swap') await overtaken();
    const copies = what === 'duplicate' ? [ask(target, request), ask(target, request)] : [ask(target, request)];
    const answers = await Promise.all(copies);
    const answer = answers[Math.floor(chance() * answers.length)] ?? Buffer.alloc(0);
    if (what !== 'swap') held?.();
    if (what === 'lose-answer') return void client.destroy();
    if (what !== 'cut-answer') return void client.end(answer);
    client.write(answer.subarray(0, Math.floor(chance() * answer.length)), () => client.destroy());
  };
  const server: Server = createServer((client) => {
    let request = Buffer.alloc(0);
    sockets.add(client);
    client.on('error', () => undefined);
    client.on('close', () => sockets.delete(client));
    client.on('data', (part: Buffer) => {
      const before = isWhole(request);
      request = Buffer.concat([request, part]);
      if (!before && isWhole(request)) void carry(client, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    happened,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
};
