import type { Picture } from './picture.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks a viewer needs; text, times, Exif and everything unknown goes. */
const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

/** A PNG without metadata; `undefined` when the bytes are none, are cut short, or move. */
export const cleanPng = (bytes: Buffer): Picture | undefined => {
  if (!bytes.subarray(0, 8).equals(signature)) return undefined;
  const kept: Buffer[] = [signature];
  let size: { width: number; height: number } | undefined;
  let pixels = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length || kind === 'acTL') return undefined;
    if (kind === 'IHDR') {
      if (size || length !== 13) return undefined;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    } else if (!size) return undefined;
    pixels ||= kind === 'IDAT';
    if (needed.has(kind)) kept.push(bytes.subarray(at, end));
    if (kind === 'IEND') return size && pixels ? { type: 'image/png', ...size, clean: Buffer.concat(kept) } : undefined;
    at = end;
  }
  return undefined;
};
