import { createHash } from 'node:crypto';
import { contentHash, type SubmitChecklist } from '@xiuhua/engine';
import type { Ask, Reply, Wire } from './wire.ts';

/** What the server of a test holds. */
export interface PlayedServer {
  readonly wire: Wire;
  /** Content hash of each submission taken in, in the order of arrival. */
  readonly taken: Map<string, string>;
  readonly photos: Map<string, { bytes: Buffer; size: number }>;
  /** Submissions the server answers with this, whatever they are: poisoned ones. */
  readonly poisoned: Map<string, Reply>;
  /** Requests so far. */
  readonly asked: Ask[];
  account: string | null;
}

const json = (status: number, body: unknown): Reply => ({ status, json: body, slip: 0 });

/** An answer with one problem, as our server words it. */
export const problemReply = (status: number, code: string, message = code): Reply =>
  json(status, { problems: [{ code, severity: 'error', at: '', message }] });

/** What a gateway's sign-in page looks like to the phone. */
export const gatewayPage: Reply = { status: 200, json: undefined, slip: null };

/** No answer. */
export const silence: Reply = { status: 0, json: undefined, slip: null };

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const submit = (server: PlayedServer, ask: Ask): Reply => {
  const command = JSON.parse(ask.text ?? '') as SubmitChecklist;
  const poison = server.poisoned.get(command.submission);
  if (poison) return poison;
  const hash = contentHash(command);
  const before = server.taken.get(command.submission);
  if (before === undefined) server.taken.set(command.submission, hash);
  const named = Object.values(command.answers).flatMap((a) => a.photos ?? []);
  const missing = [...new Set(named)].filter(
    (p) => server.photos.get(p)?.bytes.length !== server.photos.get(p)?.size || !server.photos.has(p),
  );
  const seq = [...server.taken.keys()].indexOf(command.submission) + 1;
  const receipt = {
    submission: command.submission,
    contentHash: before ?? hash,
    seq,
    at: '2026-11-24T04:00:01.000Z',
    missingPhotos: missing,
  };
  if (before !== undefined && before !== hash) return json(409, { receipt, ...(problemReply(409, 'submission.conflict').json as object) });
  return json(before === undefined ? 201 : 200, receipt);
};

const putPhoto = (server: PlayedServer, hash: string, size: number): Reply => {
  const photo = server.photos.get(hash) ?? { bytes: Buffer.alloc(0), size };
  server.photos.set(hash, photo);
  return json(photo.bytes.length === 0 ? 201 : 200, { offset: photo.bytes.length, size, complete: photo.bytes.length === size });
};

const patchPhoto = (server: PlayedServer, hash: string, ask: Ask): Reply => {
  const photo = server.photos.get(hash);
  if (!photo) return problemReply(404, 'request.not-found');
  if (ask.offset !== photo.bytes.length)
    return json(409, { offset: photo.bytes.length, ...(problemReply(409, 'photo.wrong-offset').json as object) });
  photo.bytes = Buffer.concat([photo.bytes, Buffer.from(ask.bytes ?? [])]);
  const complete = photo.bytes.length === photo.size;
  if (complete && sha256(photo.bytes) !== hash) {
    photo.bytes = Buffer.alloc(0);
    return problemReply(422, 'photo.hash-mismatch');
  }
  return json(200, { offset: photo.bytes.length, complete });
};

/** A server that keeps what it acknowledges, as ours does: same id and content, the same receipt; other content, a conflict. */
export const playServer = (account: string | null = 'jia'): PlayedServer => {
  const answer = async (ask: Ask): Promise<Reply> => {
    server.asked.push(ask);
    const [path = '', query = ''] = ask.path.split('?');
    const hash = path.split('/').at(-1) ?? '';
    if (path === '/health') return json(200, { ok: true });
    if (server.account === null) return problemReply(401, 'request.unauthenticated');
    if (path === '/session') return json(200, { account: { id: server.account } });
    if (path.includes('/submissions/')) return submit(server, ask);
    const upload = server.photos.get(hash);
    if (ask.method === 'HEAD') return { ...json(upload ? 200 : 404, undefined), ...(upload ? { offset: upload.bytes.length } : {}) };
    return ask.method === 'PUT' ? putPhoto(server, hash, Number(query.split('=')[1])) : patchPhoto(server, hash, ask);
  };
  const server: PlayedServer = { wire: answer, taken: new Map(), photos: new Map(), poisoned: new Map(), asked: [], account };
  return server;
};

/** What a bad line does with a request: nothing, swallow it, swallow the answer, or put a gateway's page in its place. */
export type Fault = 'none' | 'lost' | 'answer-lost' | 'gateway' | 'cut';

/** The line to a server through a fault for each request; `cut` lets half of an upload's bytes through. */
export const throughFaults =
  (wire: Wire, next: () => Fault): Wire =>
  async (ask) => {
    const fault = next();
    if (fault === 'lost') return silence;
    if (fault === 'gateway') return gatewayPage;
    if (fault === 'cut' && ask.bytes) {
      await wire({ ...ask, bytes: ask.bytes.slice(0, ask.bytes.length >> 1) });
      return silence;
    }
    const reply = await wire(ask);
    return fault === 'answer-lost' || fault === 'cut' ? silence : reply;
  };
