const longest = 1600;
const quality = 0.85;

/** The size a picture is kept at: the longer side at most 1600 pixels, never enlarged. */
export const keptSize = (width: number, height: number): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

const jpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> => new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));

/**
 * Draws the photo anew on a canvas as JPEG: small enough for a town's network, upright, and without the place and device
 * data a camera writes into it. `undefined` when the device cannot read the file as a picture.
 */
export const shrink = async (file: Blob): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return undefined;
  const canvas = document.createElement('canvas');
  const { width, height } = keptSize(picture.width, picture.height);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  return (await jpeg(canvas)) ?? undefined;
};
