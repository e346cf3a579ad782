import { deflateSync } from 'node:zlib';
import { crc32 } from './crc.ts';

/** Red, green and blue, 0 to 255 each, as one number: 0xRRGGBB. */
export type Colour = number;

/** A point in whole or broken pixels from the upper left corner. */
export type Spot = readonly [x: number, y: number];

/** A picture being drawn: plain shapes over each other, no smoothing. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** An empty canvas of one colour. */
export const canvasOf = (width: number, height: number, colour: Colour): Canvas => {
  const canvas = { width, height, pixels: new Uint8Array(width * height * 3) };
  rectangle(canvas, [0, 0], [width, height], colour);
  return canvas;
};

const dot = ({ width, height, pixels }: Canvas, x: number, y: number, colour: Colour): void => {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = (y * width + x) * 3;
  pixels[at] = colour >> 16;
  pixels[at + 1] = (colour >> 8) & 255;
  pixels[at + 2] = colour & 255;
};

/** A filled rectangle; parts outside the canvas are cut off. */
export const rectangle = (canvas: Canvas, [x, y]: Spot, [width, height]: Spot, colour: Colour): void => {
  for (let row = Math.round(y); row < Math.round(y + height); row++)
    for (let column = Math.round(x); column < Math.round(x + width); column++) dot(canvas, column, row, colour);
};

/** A filled disc; `squash` below 1 makes it a flat ellipse. */
export const disc = (canvas: Canvas, [x, y]: Spot, radius: number, look: { readonly colour: Colour; readonly squash?: number }): void => {
  const tall = radius * (look.squash ?? 1);
  for (let row = Math.floor(y - tall); row <= y + tall; row++) {
    const half = radius * Math.sqrt(Math.max(0, 1 - ((row - y) / tall) ** 2));
    for (let column = Math.round(x - half); column <= x + half; column++) dot(canvas, column, row, look.colour);
  }
};

/** A filled polygon, its corners in order. */
export const polygon = (canvas: Canvas, corners: readonly Spot[], colour: Colour): void => {
  const rows = corners.map(([, y]) => y);
  for (let row = Math.floor(Math.min(...rows)); row <= Math.max(...rows); row++) {
    const crossings = corners.flatMap(([x1, y1], i): number[] => {
      const [x2, y2] = corners[(i + 1) % corners.length] as Spot;
      return y1 <= row !== y2 <= row ? [x1 + ((row - y1) / (y2 - y1)) * (x2 - x1)] : [];
    });
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2)
      for (let column = Math.round(crossings[i] as number); column < Math.round(crossings[i + 1] as number); column++)
        dot(canvas, column, row, colour);
  }
};

/** A hanging cable between two spots: a parabola that sags so many pixels in the middle; 0 is a straight line. */
export const cable = (
  canvas: Canvas,
  [from, to]: readonly [Spot, Spot],
  look: { readonly sag: number; readonly colour: Colour; readonly thick: number },
): void => {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])) * 2;
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t + 4 * look.sag * t * (1 - t);
    rectangle(canvas, [x, y], [look.thick, look.thick], look.colour);
  }
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** The picture as a PNG file (8 bits, RGB, no filter). */
export const pngOf = ({ width, height, pixels }: Canvas): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let row = 0; row < height; row++) rows.set(pixels.subarray(row * width * 3, (row + 1) * width * 3), row * (width * 3 + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
