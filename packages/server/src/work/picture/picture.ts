import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** A picture that was recognised, with the same pixels but without anything that is not needed to show it. */
export interface Picture {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly clean: Buffer;
}

/** Most pixels a picture may have; a small file can claim to be a huge one. */
const mostPixels = 40_000_000;

/**
 * Recognises a JPEG, PNG or WebP of one frame by its bytes, whatever it is called, and takes out places, times,
 * devices, names, thumbnails and whatever is hidden behind its end. Reads headers only; no pixel is decoded.
 * `undefined` for anything else, for a file cut short, and for more than 40 million pixels.
 */
export const readPicture = (bytes: Buffer): Picture | undefined => {
  const picture = cleanJpeg(bytes) ?? cleanPng(bytes) ?? cleanWebp(bytes);
  if (!picture) return undefined;
  const pixels = picture.width * picture.height;
  return pixels > 0 && pixels <= mostPixels ? picture : undefined;
};
