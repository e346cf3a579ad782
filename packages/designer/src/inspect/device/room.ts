import { type Device, isFull } from './base.ts';
import { dropSentPhotos } from './photos.ts';

/** Bytes that must be free before a form is begun: its answers and a few photos. */
export const reserveSize = 2_000_000;

/**
 * True when there is room to fill a form. It is tried, not asked: what the browser estimates is no proof. When there is
 * none, the photos that the server has confirmed are dropped and it is tried once more.
 */
export const hasRoom = async (device: Device, bytes = reserveSize): Promise<boolean> => {
  const attempt = async () => {
    await device.write(['reserve'], ({ reserve }) => reserve.put({ id: 'room', bytes: new ArrayBuffer(bytes) }));
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
