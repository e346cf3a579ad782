import type { Device } from './base.ts';
import type { StoredPhoto } from './records.ts';

/** Bytes of a photo in one record. Small enough that a phone short of memory never holds a whole photo twice. */
export const chunkSize = 1_000_000;

/** The records of one photo. */
const pieces = (hash: string): IDBKeyRange => IDBKeyRange.bound([hash, 0], [hash, Number.MAX_SAFE_INTEGER]);

/** Keeps a photo, its description and all its bytes or nothing. Keeping it twice is harmless: its name is its content. */
export const keepPhoto = (device: Device, photo: Omit<StoredPhoto, 'chunks' | 'size'>, bytes: ArrayBuffer): Promise<void> =>
  device.write(['photos', 'chunks'], async ({ photos, chunks }) => {
    const count = Math.ceil(bytes.byteLength / chunkSize);
    for (let index = 0; index < count; index++)
      await chunks.put({ hash: photo.hash, index, bytes: bytes.slice(index * chunkSize, (index + 1) * chunkSize) });
    await photos.put({ ...photo, size: bytes.byteLength, chunks: count });
  });

/** The description of a photo; `undefined` when the device does not have it. */
export const photoOf = (device: Device, hash: string): Promise<StoredPhoto | undefined> =>
  device.read(['photos'], ({ photos }) => photos.get(hash));

/** The bytes of a photo from an offset on, at most `length`. Empty when the device does not have them. */
export const photoBytes = (device: Device, hash: string, offset = 0, length = Number.POSITIVE_INFINITY): Promise<Uint8Array<ArrayBuffer>> =>
  device.read(['chunks'], async ({ chunks }) => {
    const all = await chunks.all(pieces(hash));
    const whole = new Uint8Array(all.reduce((sum, c) => sum + c.bytes.byteLength, 0));
    let at = 0;
    for (const chunk of all) {
      whole.set(new Uint8Array(chunk.bytes), at);
      at += chunk.bytes.byteLength;
    }
    return whole.slice(offset, Math.min(offset + length, whole.byteLength));
  });

/** A day: a photo just taken may not have reached its draft yet, so younger ones are left alone. */
const grace = 86_400_000;

/** Deletes photos that no draft and no item of the outbox names. Gives how many went. */
export const sweepPhotos = (device: Device, now: number): Promise<number> =>
  device.write(['photos', 'chunks', 'drafts', 'outbox'], async ({ photos, chunks, drafts, outbox }) => {
    const inDrafts = (await drafts.all()).flatMap((d) => Object.values(d.answers).flatMap((a) => a.photos ?? []));
    const named = new Set([...inDrafts, ...(await outbox.all()).flatMap((i) => i.photos)]);
    const idle = (await photos.all()).filter((p) => !named.has(p.hash) && now - Date.parse(p.added) > grace);
    for (const { hash } of idle) {
      await photos.delete(hash);
      await chunks.delete(pieces(hash));
    }
    return idle.length;
  });

/** Deletes the bytes of photos that the server has confirmed, to make room. Gives how many went. */
export const dropSentPhotos = (device: Device): Promise<number> =>
  device.write(['photos', 'chunks', 'drafts', 'outbox'], async ({ photos, chunks, drafts, outbox }) => {
    const items = await outbox.all();
    const inDrafts = (await drafts.all()).flatMap((d) => Object.values(d.answers).flatMap((a) => a.photos ?? []));
    const needed = new Set([...inDrafts, ...items.filter((i) => i.state !== 'delivered').flatMap((i) => i.photos)]);
    const sent = new Set(items.filter((i) => i.state === 'delivered').flatMap((i) => i.photos));
    const gone = [...sent].filter((hash) => !needed.has(hash));
    for (const hash of gone) {
      await photos.delete(hash);
      await chunks.delete(pieces(hash));
    }
    return gone.length;
  });
