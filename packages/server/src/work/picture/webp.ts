import type { Picture } from './picture.ts';

/** Flags of the extended header. */
const flags = { animation: 0x02, xmp: 0x04, exif: 0x08 } as const;
/** Chunks a viewer needs. */
const needed = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);

type Size = { readonly width: number; readonly height: number };

const sizeOf = (kind: string, content: Buffer): Size | undefined => {
  if (content.length < 10) return undefined;
  if (kind === 'VP8X') return { width: content.readUIntLE(4, 3) + 1, height: content.readUIntLE(7, 3) + 1 };
  if (kind === 'VP8 ') return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff };
  if (kind !== 'VP8L' || content[0] !== 0x2f) return undefined;
  const packed = content.readUInt32LE(1);
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
};

const withoutFlags = (chunk: Buffer): Buffer => {
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~(flags.xmp | flags.exif);
  return copy;
};

/** A WebP without metadata; `undefined` when the bytes are none, are cut short, or move. */
export const cleanWebp = (bytes: Buffer): Picture | undefined => {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const total = 8 + bytes.readUInt32LE(4);
  if (total > bytes.length) return undefined;
  const kept: Buffer[] = [];
  const sizes: Size[] = [];
  let pixels = false;
  for (let at = 12; at + 8 <= total; ) {
    const kind = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > total || kind === 'ANIM' || kind === 'ANMF') return undefined;
    const size = sizeOf(kind, bytes.subarray(at + 8, at + 8 + length));
    if (size) sizes.push(size);
    if (kind === 'VP8X' && ((bytes[at + 8] ?? 0) & flags.animation) !== 0) return undefined;
    pixels ||= kind === 'VP8 ' || kind === 'VP8L';
    if (needed.has(kind)) kept.push(kind === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (!pixels || sizes.length === 0) return undefined;
  const content = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.alloc(8, 'RIFF', 'latin1');
  head.writeUInt32LE(content.length, 4);
  const [width, height] = [Math.max(...sizes.map((size) => size.width)), Math.max(...sizes.map((size) => size.height))];
  return { type: 'image/webp', width, height, clean: Buffer.concat([head, content]) };
};
