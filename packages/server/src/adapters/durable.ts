import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the entries of a folder durable: after this a rename in it survives a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle: FileHandle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes a file so that after a crash there is either the whole new content or none of it: beside it, synced,
 * renamed, the folder synced. Readable by the owner only. Replaces a file of the same name.
 */
export const writeDurably = async (path: string, content: Uint8Array | string): Promise<void> => {
  const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (made) await syncFolder(dirname(made));
  const beside = `${path}.${process.pid}.writing`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
};
