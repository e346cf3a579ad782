import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Outcome, outcome, refuse } from '@xiuhua/engine';
import { writeDurably } from '../adapters/durable.ts';
import { addPhoto, completePhoto, dropUpload, openUploads, photoOf, staleUploads } from '../store/photos.ts';
import type { PhotoTable } from '../store/tables.ts';
import { readPicture } from './picture/picture.ts';
import { turns } from './queue.ts';
import { day, shift } from './time.ts';
import type { Tools } from './tools.ts';

/** Largest photo in bytes. */
export const largestPhoto = 12 * 1024 * 1024;
/** Uploads one person may have begun and not finished. */
const mostOpen = 200;
/** How long an unfinished upload is kept. */
const patience = 7 * day;

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

/** A complete photo and the file it is kept in. */
export interface KeptPhoto {
  readonly file: string;
  readonly size: number;
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

/** Photos of the store's campaigns, in files named by hash. An upload can break off and go on where it stopped. */
export interface PhotoShelf {
  /** Begins an upload, or says how far it is. */
  begin(name: PhotoName, from: { account: string; size: number }): Promise<Outcome<Upload>>;
  /** How far an upload is; `undefined` when it was never begun. */
  state(name: PhotoName): Promise<Upload | undefined>;
  /** Appends bytes at the offset where the upload stopped; the last ones make it complete, or show it is no picture. */
  append(name: PhotoName, offset: number, bytes: Readable): Promise<Outcome<Upload>>;
  /** A complete photo of the campaign. */
  find(name: PhotoName): Promise<KeptPhoto | undefined>;
  /** Gives up uploads nobody finished for a week and removes what a crash left behind. The number given up. */
  sweep(): Promise<number>;
}

/** Name of a kept photo's file in the data folder. */
export const photoFile = (folder: string, hash: string): string => join(folder, 'photos', hash.slice(0, 2), hash);

const keyOf = ({ campaign, hash }: PhotoName): string => `${campaign} ${hash}`;
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

/** The photos of a store, kept under its data folder. */
export const photoShelf = ({ store, clock, log }: Tools, folder: string): PhotoShelf => {
  const queue = turns();
  const arriving = new Map<string, Readable>();
  const partFile = ({ campaign, hash }: PhotoName): string => join(folder, 'uploads', `${campaign}.${hash}.part`);
  const stateOf = async (name: PhotoName, row: PhotoTable): Promise<Upload> =>
    row.kept
      ? { offset: row.size, size: row.size, complete: true }
      : { offset: Math.min(await sizeOf(partFile(name)), row.size), size: row.size, complete: false };

  const giveUp = async (name: PhotoName): Promise<void> => {
    await store.write((db) => dropUpload(db, name.campaign, name.hash));
    await rm(partFile(name), { force: true });
  };

  const finish = async (name: PhotoName, size: number): Promise<Outcome<Upload>> => {
    const bytes = await readFile(partFile(name));
    const picture = sha256(bytes) === name.hash ? readPicture(bytes) : undefined;
    if (!picture) {
      await giveUp(name);
      return refuse(sha256(bytes) === name.hash ? 'photo.not-a-picture' : 'photo.hash-mismatch');
    }
    await writeDurably(photoFile(folder, name.hash), picture.clean);
    const { type, width, height, clean } = picture;
    await store.write((db) => completePhoto(db, { ...name, kept: sha256(clean), kept_size: clean.length, type, width, height }));
    await rm(partFile(name), { force: true });
    return outcome({ offset: size, size, complete: true }, []);
  };

  /** How far an upload is; one whose last bytes arrived before a crash is completed now. */
  const resume = async (name: PhotoName, row: PhotoTable): Promise<Outcome<Upload>> => {
    const state = await stateOf(name, row);
    return state.complete || state.offset < state.size ? outcome(state, []) : finish(name, row.size);
  };

  const appendNow = async (name: PhotoName, offset: number, bytes: Readable): Promise<Outcome<Upload>> => {
    const row = await photoOf(store.reading, name.campaign, name.hash);
    if (!row) return refuse('request.not-found');
    const state = await stateOf(name, row);
    if (state.complete) return outcome(state, []);
    if (offset !== state.offset) return refuse('photo.wrong-offset', '', { offset: state.offset });
    await mkdir(join(folder, 'uploads'), { recursive: true, mode: 0o700 });
    if (!(await writeAll(partFile(name), bytes, { offset, room: row.size - offset })))
      return refuse('photo.too-large', '', { limit: `${row.size} B` });
    return resume(name, row);
  };

  return {
    begin: async (name, { account, size }) => {
      if (size > largestPhoto) return refuse('photo.too-large', '', { limit: `${largestPhoto / 1024 / 1024} MB` });
      const row = await photoOf(store.reading, name.campaign, name.hash);
      if (row && (row.kept || row.size === size)) return queue.take(keyOf(name), () => resume(name, row));
      if (row) await giveUp(name);
      if ((await openUploads(store.reading, account)) >= mostOpen) return refuse('photo.too-many-open', '', { limit: mostOpen });
      const fresh = { ...name, account, size, created_at: clock.now(), kept: '', kept_size: 0, type: '', width: 0, height: 0 };
      await store.write((db) => addPhoto(db, fresh));
      return outcome(await stateOf(name, fresh), []);
    },
    state: async (name) => {
      const row = await photoOf(store.reading, name.campaign, name.hash);
      return row && stateOf(name, row);
    },
    append: (name, offset, bytes) => {
      const key = keyOf(name);
      arriving.get(key)?.destroy();
      arriving.set(key, bytes);
      return queue
        .take(key, () => appendNow(name, offset, bytes))
        .finally(() => {
          if (arriving.get(key) === bytes) arriving.delete(key);
        });
    },
    find: async (name) => {
      const row = await photoOf(store.reading, name.campaign, name.hash);
      if (!row?.kept) return undefined;
      return { file: photoFile(folder, name.hash), size: row.kept_size, type: row.type, width: row.width, height: row.height };
    },
    sweep: async () => {
      const stale = await staleUploads(store.reading, shift(clock.now(), -patience));
      for (const row of stale) await giveUp({ campaign: row.campaign, hash: row.hash });
      for (const file of await readdir(join(folder, 'photos'), { recursive: true }).catch(() => [] as string[])) {
        if (file.endsWith('.writing')) await rm(join(folder, 'photos', file), { force: true });
      }
      if (stale.length > 0) log.info('unfinished uploads were given up', { count: stale.length });
      return stale.length;
    },
  };
};
