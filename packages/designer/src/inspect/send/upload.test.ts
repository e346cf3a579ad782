// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { photoBytes } from '../inspect.fixture.ts';
import { type Fault, playServer, problemReply, silence, throughFaults } from './server.fixture.ts';
import { pieceSize, upload } from './upload.ts';
import type { Wire } from './wire.ts';

const bytes = Buffer.from(photoBytes(3 * pieceSize + 100));
const hash = createHash('sha256').update(bytes).digest('hex');
const photo = { hash, size: bytes.length, type: 'image/jpeg', width: 1, height: 1, chunks: 1, added: '' };
const read = async (offset: number, length: number) => new Uint8Array(bytes.subarray(offset, offset + length));
const send = (wire: Wire) => upload(wire, { campaign: 'town', photo, bytes: read });
const sentBytes = (asked: readonly { readonly bytes?: Uint8Array }[]) => asked.reduce((sum, a) => sum + (a.bytes?.length ?? 0), 0);

describe('uploading a photo', () => {
  it('sends it in pieces, each byte once', async () => {
    const server = playServer();
    expect(await send(server.wire)).toEqual({ kind: 'complete' });
    expect(server.photos.get(hash)?.bytes.equals(bytes)).toBe(true);
    expect(sentBytes(server.asked)).toBe(bytes.length);
  });

  it('that the server has already sends nothing', async () => {
    const server = playServer();
    await send(server.wire);
    const before = server.asked.length;
    expect(await send(server.wire)).toEqual({ kind: 'complete' });
    expect(server.asked.slice(before).map((a) => a.method)).toEqual(['HEAD', 'PUT']);
  });

  it('broken in the middle goes on where the server stands', async () => {
    const server = playServer();
    const faults: Fault[] = ['none', 'none', 'none', 'cut'];
    expect(await send(throughFaults(server.wire, () => faults.shift() ?? 'none'))).toEqual({ kind: 'no-answer' });
    expect(server.photos.get(hash)?.bytes.length).toBe(1.5 * pieceSize);
    expect(await send(server.wire)).toEqual({ kind: 'complete' });
    expect(sentBytes(server.asked)).toBe(bytes.length);
  });

  it('does not wait for a connection that died unseen: only HEAD answers while it holds the upload', async () => {
    const server = playServer();
    const faults: Fault[] = ['none', 'none', 'cut'];
    await send(throughFaults(server.wire, () => faults.shift() ?? 'none'));
    const held: Wire = async (ask) => (ask.method === 'PUT' ? silence : server.wire(ask));
    expect(await send(held)).toEqual({ kind: 'complete' });
  });

  it('asks anew when another sender has moved on meanwhile', async () => {
    const server = playServer();
    let first = true;
    const raced: Wire = async (ask) => {
      if (ask.method === 'PATCH' && first) {
        first = false;
        await server.wire({ ...ask });
      }
      return server.wire(ask);
    };
    expect(await send(raced)).toEqual({ kind: 'complete' });
    expect(server.photos.get(hash)?.bytes.equals(bytes)).toBe(true);
  });

  it('does not go round for ever with a server that does not move', async () => {
    const stuck: Wire = async (ask) => ({ status: 200, json: { offset: 0, complete: false, size: bytes.length }, slip: ask ? 0 : null });
    expect(await send(stuck)).toEqual({ kind: 'later', words: [] });
    const racing: Wire = async (ask) =>
      ask.method === 'PUT' ? { status: 200, json: { offset: 0, complete: false }, slip: 0 } : problemReply(409, 'photo.wrong-offset');
    expect(await send(racing)).toEqual({ kind: 'later', words: [] });
  });

  it.each([
    ['a gateway’s page', { status: 200, json: undefined, slip: null }, 'no-answer'],
    ['nobody signed in', problemReply(401, 'request.unauthenticated'), 'signed-out'],
    ['a full server', problemReply(507, 'store.full'), 'later'],
    ['not a picture', problemReply(422, 'photo.not-a-picture'), 'refused'],
    ['an answer without a place', { status: 200, json: { complete: true }, slip: 0 }, 'no-answer'],
  ])('%s is told as what it is', async (_, reply, kind) => {
    expect((await send(async () => reply)).kind).toBe(kind);
  });
});
