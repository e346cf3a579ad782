import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../adapters/durable.ts';
import { silentLog } from '../adapters/log.ts';
import { openStore } from '../store/open.ts';
import { completePhotos } from '../store/photos.ts';
import { copyDatabase, databaseFile } from '../store/sqlite.ts';
import { photoFile } from './uploads.ts';
import { type Verdict, verify } from './verify.ts';

/** What a backup is doing, for a sign of life. */
export type BackingUp = 'database' | 'photos' | 'checking';

/** True for a folder that is not there yet, or has nothing in it. */
export const isFree = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
};

const copyDurably = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const copyPhotos = async (data: string, to: string): Promise<void> => {
  const store = await openStore({ data, database: undefined }, { log: silentLog, access: 'read' });
  try {
    const hashes = new Set((await completePhotos(store.reading)).map(({ hash }) => hash));
    for (const hash of hashes)
      await copyDurably(photoFile(data, hash), photoFile(to, hash)).catch((error: NodeJS.ErrnoException) => {
        // What is missing here is missing there, and named when the copy is checked.
        if (error.code !== 'ENOENT') throw error;
      });
    for (const folder of new Set([...hashes].map((hash) => dirname(photoFile(to, hash))))) await syncFolder(folder);
  } finally {
    await store.close();
  }
};

/**
 * Copies an embedded store and its photos to a free folder, which is a data folder then, as of one moment; a running server
 * need not stop. The database comes last under its name: what broke off on the way is no data folder. The key of the group
 * chats stays out. The copy is brought up to date when an older version wrote it, and checked as `verify` checks: that is the
 * answer.
 */
export const backUp = async (data: string, to: string, doing: (what: BackingUp) => void): Promise<Verdict> => {
  // Not the folders above it: a mistyped path is a mistake, and some systems never say that they cannot make one.
  await mkdir(to, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const unfinished = join(to, 'unfinished.db');
  doing('database');
  await copyDatabase(databaseFile(data), unfinished).catch(async (error: unknown) => {
    for (const end of ['', '-journal', '-wal', '-shm']) await rm(`${unfinished}${end}`, { force: true });
    throw error;
  });
  doing('photos');
  await copyPhotos(data, to);
  await rename(unfinished, databaseFile(to));
  await syncFolder(to);
  doing('checking');
  const store = await openStore({ data: to, database: undefined }, { log: silentLog });
  try {
    return await verify(store, to);
  } finally {
    await store.close();
  }
};
