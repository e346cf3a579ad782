import { hashOf } from '../../shared/hash.ts';
import type { Device } from '../device/base.ts';
import { keepPhoto } from '../device/photos.ts';

/** The longer side of a photo after resizing, in pixels. */
export const longestSide = 1600;

/** A photo aims at no more than this; a second, stronger compression is tried above it. */
const aim = 400_000;

/** The file is not a picture this device can read. */
export class NotAPicture extends Error {}

/** The size of a picture of this width and height after resizing; smaller ones stay as they are. */
export const fitted = (width: number, height: number, longest = longestSide): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const decode = async (file: Blob): Promise<ImageBitmap | HTMLImageElement> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    // Some phones decode a picture only through an element.
    const address = URL.createObjectURL(file);
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image;
    } catch {
      throw new NotAPicture();
    } finally {
      URL.revokeObjectURL(address);
    }
  }
};

const encode = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NotAPicture())), 'image/jpeg', quality));

/** Draws over a picture before it is encoded, such as its time and place. */
export type Overlay = (context: CanvasRenderingContext2D) => void;

/** A picture drawn anew: upright, at most 1600 px, JPEG, without anything the camera wrote beside it (place, time, device). */
const redraw = async (
  file: Blob,
  overlay: Overlay | undefined,
): Promise<{ readonly bytes: ArrayBuffer; readonly width: number; readonly height: number }> => {
  const image = await decode(file);
  const [w, h] = image instanceof HTMLImageElement ? [image.naturalWidth, image.naturalHeight] : [image.width, image.height];
  const { width, height } = fitted(w, h);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (!context || w === 0 || h === 0) throw new NotAPicture();
  context.drawImage(image, 0, 0, width, height);
  overlay?.(context);
  if (!(image instanceof HTMLImageElement)) image.close();
  const good = await encode(canvas, 0.82);
  const blob = good.size > aim ? await encode(canvas, 0.6) : good;
  // Some phones keep the memory of a canvas until it has no pixels.
  canvas.width = canvas.height = 0;
  return { bytes: await blob.arrayBuffer(), width, height };
};

/** Takes a picture in: redrawn, named by its hash, kept on the device. Throws `NotAPicture`, or when there is no room. */
export const takePhoto = async (device: Device, file: Blob, now: number, overlay?: Overlay): Promise<string> => {
  const { bytes, width, height } = await redraw(file, overlay);
  const hash = await hashOf(new Uint8Array(bytes));
  await keepPhoto(device, { hash, type: 'image/jpeg', width, height, added: new Date(now).toISOString() }, bytes);
  return hash;
};
