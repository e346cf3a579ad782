import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Outcome, outcome, refuse } from '@xiuhua/engine';
import { addPhoto, openUploads, photoOf, staleUploads } from '../store/photos.ts';
import { type Turns, turns } from './queue.ts';
import { day, shift } from './time.ts';
import type { Tools } from './tools.ts';
import { append, type Darkroom, giveUp, type PhotoName, photoFile, resume, stateOf, type Upload } from './uploads.ts';

/** Largest photo in bytes. */
export const largestPhoto = 12 * 1024 * 1024;
/** Uploads one person may have begun and not finished. */
const mostOpen = 200;
/** How long an unfinished upload is kept. */
const patience = 7 * day;

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

const keyOf = ({ campaign, hash }: PhotoName): string => `${campaign} ${hash}`;

const begin = async (
  room: Darkroom,
  name: PhotoName,
  { account, size, queue }: { account: string; size: number; queue: Turns },
): Promise<Outcome<Upload>> => {
  const { store, clock } = room.tools;
  if (size > largestPhoto) return refuse('photo.too-large', '', { limit: `${largestPhoto / 1024 / 1024} MB` });
  const row = await photoOf(store.reading, name.campaign, name.hash);
  if (row && (row.kept || row.size === size)) return queue.take(keyOf(name), () => resume(room, row));
  if (row) await giveUp(room, name);
  if ((await openUploads(store.reading, account)) >= mostOpen) return refuse('photo.too-many-open', '', { limit: mostOpen });
  const fresh = { ...name, account, size, created_at: clock.now(), kept: '', kept_size: 0, type: '', width: 0, height: 0 };
  await store.write((db) => addPhoto(db, fresh));
  return outcome(await stateOf(room, fresh), []);
};

const sweep = async (room: Darkroom): Promise<number> => {
  const { store, clock, log } = room.tools;
  const stale = await staleUploads(store.reading, shift(clock.now(), -patience));
  for (const { campaign, hash } of stale) await giveUp(room, { campaign, hash });
  const photos = join(room.folder, 'photos');
  for (const file of await readdir(photos, { recursive: true }).catch(() => [] as string[])) {
    if (file.endsWith('.writing')) await rm(join(photos, file), { force: true });
  }
  if (stale.length > 0) log.info('unfinished uploads were given up', { count: stale.length });
  return stale.length;
};

/** The photos of a store, kept under its data folder. */
export const photoShelf = (tools: Tools, folder: string): PhotoShelf => {
  const room: Darkroom = { tools, folder };
  const queue = turns();
  const arriving = new Map<string, Readable>();
  const rowOf = ({ campaign, hash }: PhotoName) => photoOf(tools.store.reading, campaign, hash);
  return {
    begin: (name, from) => begin(room, name, { ...from, queue }),
    state: async (name) => {
      const row = await rowOf(name);
      return row && stateOf(room, row);
    },
    append: (name, offset, bytes) => {
      const key = keyOf(name);
      arriving.get(key)?.destroy();
      arriving.set(key, bytes);
      const appended = queue.take(key, () => append(room, name, { offset, bytes }));
      return appended.finally(() => {
        if (arriving.get(key) === bytes) arriving.delete(key);
      });
    },
    find: async (name) => {
      const row = await rowOf(name);
      if (!row?.kept) return undefined;
      return { file: photoFile(folder, name.hash), size: row.kept_size, type: row.type, width: row.width, height: row.height };
    },
    sweep: () => sweep(room),
  };
};
