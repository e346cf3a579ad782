import { type Device, isFull } from './base.ts';
import { dropSentPhotos } from './photos.ts';

/** Bytes that must be free before a form is begun: its answers and a few photos. */
export const reserveSize = 2_000_000;

/** Bytes that nothing can make smaller: a store that compresses would find room for noughts where there is none. */
const noise = (size: number): ArrayBuffer => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, size)));
  return bytes.buffer;
};

/**
 * True when there is room to fill a form. It is tried, not asked: what the browser estimates is no proof. When there is
 * none, the photos that the server has confirmed are dropped and it is tried once more.
 */
export const hasRoom = async (device: Device, bytes = reserveSize): Promise<boolean> => {
  const attempt = async () => {
    await device.write(['reserve'], ({ reserve }) => reserve.put({ id: 'room', bytes: noise(bytes) }));
    await device.write(['reserve'], ({ reserve }) => reserve.delete('room'));
  };
  const tried = () =>
    attempt().then(
      () => true,
      (error: unknown) => {
        if (isFull(error)) return false;
        throw error;
      },
    );
  return (await tried()) || ((await dropSentPhotos(device)) > 0 && (await tried()));
};
