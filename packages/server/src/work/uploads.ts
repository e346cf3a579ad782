import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Outcome, outcome, refuse } from '@xiuhua/engine';
import { writeDurably } from '../adapters/durable.ts';
import { completePhoto, dropUpload, photoOf } from '../store/photos.ts';
import type { PhotoTable } from '../store/tables.ts';
import { readPicture } from './picture/picture.ts';
import type { Tools } from './tools.ts';

/** Where a photo lies: which campaign's, named by the SHA-256 of the bytes the phone has. */
export interface PhotoName {
  readonly campaign: string;
  readonly hash: string;
}

/** How far an upload is. */
export interface Upload {
  readonly offset: number;
  readonly size: number;
  readonly complete: boolean;
}

/** Where photos are worked on: the store and the data folder. */
export interface Darkroom {
  readonly tools: Tools;
  readonly folder: string;
}

/** Name of a kept photo's file in the data folder. */
export const photoFile = (folder: string, hash: string): string => join(folder, 'photos', hash.slice(0, 2), hash);

const partFile = (folder: string, { campaign, hash }: PhotoName): string => join(folder, 'uploads', `${campaign}.${hash}.part`);

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
};

const isBrokenOff = (error: unknown): boolean =>
  /^(ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_DESTROYED|ECONNRESET|EPIPE|ABORT_ERR)$/.test(String((error as { code?: unknown }).code));

/**
 * Writes what comes to the end of a file, at most `room` bytes; false when there is more, and then nothing of it is
 * kept. What came before the line broke stays.
 */
const writeAll = async (file: string, bytes: Readable, at: { offset: number; room: number }): Promise<boolean> => {
  const handle = await open(file, 'a', 0o600);
  let left = at.room;
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (chunk.length > left) {
        await handle.truncate(at.offset);
        return false;
      }
      await handle.appendFile(chunk);
      left -= chunk.length;
    }
    return true;
  } catch (error) {
    if (isBrokenOff(error)) return true;
    throw error;
  } finally {
    await handle.sync();
    await handle.close();
  }
};

/** How far an upload is, by what has reached the disk. */
export const stateOf = async ({ folder }: Darkroom, row: PhotoTable): Promise<Upload> => {
  if (row.kept) return { offset: row.size, size: row.size, complete: true };
  return { offset: Math.min(await sizeOf(partFile(folder, row)), row.size), size: row.size, complete: false };
};

/** Forgets an upload that is not complete. */
export const giveUp = async ({ tools, folder }: Darkroom, name: PhotoName): Promise<void> => {
  await tools.store.write((db) => dropUpload(db, name.campaign, name.hash));
  await rm(partFile(folder, name), { force: true });
};

/** Looks at what arrived: keeps it when it is the picture it was announced as, gives the upload up when not. */
const finish = async (room: Darkroom, { campaign, hash, size }: PhotoTable): Promise<Outcome<Upload>> => {
  const { tools, folder } = room;
  const name = { campaign, hash };
  const bytes = await readFile(partFile(folder, name));
  const isAnnounced = sha256(bytes) === hash;
  const picture = isAnnounced ? readPicture(bytes) : undefined;
  if (!picture) {
    await giveUp(room, name);
    return refuse(isAnnounced ? 'photo.not-a-picture' : 'photo.hash-mismatch');
  }
  const { clean, type, width, height } = picture;
  await writeDurably(photoFile(folder, hash), clean);
  await tools.store.write((db) => completePhoto(db, { ...name, kept: sha256(clean), kept_size: clean.length, type, width, height }));
  await rm(partFile(folder, name), { force: true });
  return outcome({ offset: size, size, complete: true }, []);
};

/** How far an upload is; one whose last bytes arrived, perhaps before a crash, is completed now. */
export const resume = async (room: Darkroom, row: PhotoTable): Promise<Outcome<Upload>> => {
  const state = await stateOf(room, row);
  return state.complete || state.offset < state.size ? outcome(state, []) : finish(room, row);
};

/** Appends bytes at the offset where the upload stopped. */
export const append = async (
  room: Darkroom,
  name: PhotoName,
  { offset, bytes }: { offset: number; bytes: Readable },
): Promise<Outcome<Upload>> => {
  const row = await photoOf(room.tools.store.reading, name.campaign, name.hash);
  if (!row) return refuse('request.not-found');
  const state = await stateOf(room, row);
  if (state.complete) return outcome(state, []);
  if (offset !== state.offset) return refuse('photo.wrong-offset', '', { offset: state.offset });
  const file = partFile(room.folder, name);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fits = await writeAll(file, bytes, { offset, room: row.size - offset });
  return fits ? resume(room, row) : refuse('photo.too-large', '', { limit: `${row.size} B` });
};
