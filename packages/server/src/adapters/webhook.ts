import { lookup } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIPv6 } from 'node:net';
import type { Settings } from '../settings.ts';

/** What is posted: a whole address and a JSON body. What may already have arrived comes again under the same `key`. */
export interface Parcel {
  readonly key: string;
  readonly url: string;
  readonly body: unknown;
}

/**
 * How posting ended. `refused`: it surely did not arrive, `again` when a later attempt may fare better; `unsure`: it was
 * on its way when the line broke, and nobody knows.
 */
export type Delivery =
  | { readonly end: 'answered'; readonly body: string }
  | { readonly end: 'refused'; readonly because: string; readonly n?: number; readonly again: boolean }
  | { readonly end: 'unsure'; readonly because: string };

/** Longest answer that is read, in bytes, and how long a peer is waited for. */
const [longest, patience] = [64 * 1024, 10_000];

/** Addresses of one's own network, of this machine, and of nothing in particular: never a group chat in the world outside. */
const inside = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, prefix, 'ipv4');

/** Addresses of the world's IPv6 networks, and those among them that only wrap an IPv4 address. */
const [global, wrapped] = [new BlockList(), new BlockList()];
global.addSubnet('2000::', 3, 'ipv6');
wrapped.addSubnet('2001::', 32, 'ipv6');
wrapped.addSubnet('2002::', 16, 'ipv6');

/** True for an address that lies outside: public IPv4, or global unicast IPv6 that carries no IPv4 address in it. */
export const isOutside = (address: string): boolean =>
  isIPv6(address) ? global.check(address, 'ipv6') && !wrapped.check(address, 'ipv6') : !inside.check(address, 'ipv4');

interface Peer {
  readonly protocol: 'https:' | 'http:';
  readonly address: string;
  readonly port: number;
  readonly timeout: number;
}

/** The address to connect to: what the name stands for, looked at before anything is sent, or the peer of a test. */
const peerOf = async (url: URL, { webhookPeer }: Settings): Promise<Peer | undefined> => {
  if (webhookPeer) {
    const { hostname, port } = new URL(webhookPeer.address);
    return { protocol: 'http:', address: hostname, port: Number(port), timeout: webhookPeer.timeout };
  }
  const found = await lookup(url.hostname, { all: true });
  const [first] = found;
  if (!first || !found.every(({ address }) => isOutside(address))) return undefined;
  return { protocol: 'https:', address: first.address, port: 443, timeout: patience };
};

const refused = (because: string, again: boolean, n?: number): Delivery => ({
  end: 'refused',
  because,
  again,
  ...(n === undefined ? {} : { n }),
});

const ended = (status: number, body: string): Delivery => {
  if (status >= 200 && status < 300) return { end: 'answered', body };
  if (status >= 300 && status < 400) return refused('redirect', false, status);
  return refused('status', status === 429 || status >= 500, status);
};

const transmit = (url: URL, peer: Peer, { key, text }: { readonly key: string; readonly text: string }): Promise<Delivery> =>
  new Promise((resolve) => {
    let connected = false;
    const send = peer.protocol === 'https:' ? secureRequest : plainRequest;
    const outgoing = send({
      host: peer.address,
      port: peer.port,
      servername: url.hostname,
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      agent: false,
      headers: {
        host: url.hostname,
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
        'idempotency-key': key,
      },
    });
    const broken = (because: string): void =>
      resolve(connected ? { end: 'unsure', because } : refused(because === 'timeout' ? 'timeout' : 'no-connection', true));
    const timer = setTimeout(() => {
      broken('timeout');
      outgoing.destroy();
    }, peer.timeout);
    outgoing.once('socket', (socket) =>
      socket.once(peer.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
      }),
    );
    outgoing.on('error', () => {
      clearTimeout(timer);
      broken('cut');
    });
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = [];
      let size = 0;
      incoming.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= longest) parts.push(part);
        else {
          clearTimeout(timer);
          resolve({ end: 'unsure', because: 'too-large' });
          outgoing.destroy();
        }
      });
      incoming.on('error', () => broken('cut'));
      incoming.on('end', () => {
        clearTimeout(timer);
        resolve(ended(incoming.statusCode ?? 0, Buffer.concat(parts).toString('utf8')));
      });
    });
    outgoing.end(text);
  });

/**
 * Posts a parcel to a host the operator allows: over HTTPS, to an address outside, without following anybody elsewhere,
 * within ten seconds, reading at most 64 KiB of the answer. What was posted is never written into a log.
 */
export const postOutside = async ({ url: written, body, key }: Parcel, settings: Settings): Promise<Delivery> => {
  const url = new URL(written);
  if (url.protocol !== 'https:' || url.port !== '' || !settings.webhookHosts.includes(url.hostname)) return refused('not-allowed', false);
  const peer = await peerOf(url, settings).catch(() => null);
  if (peer === null) return refused('unknown-host', true);
  if (peer === undefined) return refused('private-address', false);
  return transmit(url, peer, { key, text: JSON.stringify(body) });
};
