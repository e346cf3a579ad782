import type { Picture } from './picture.ts';

/** A marker segment: its code, where it begins, and where its content lies. */
interface Segment {
  readonly code: number;
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

/** The segment at a position, fill bytes before it skipped; `undefined` where there is none. */
const segmentAt = (bytes: Buffer, at: number): Segment | undefined => {
  if (bytes[at] !== 0xff) return undefined;
  let start = at;
  while (bytes[start + 1] === 0xff) start++;
  const code = bytes[start + 1];
  if (code === undefined || code === 0 || start + 4 > bytes.length)
    return code === 0xd9 ? { code, start, from: start + 2, end: start + 2 } : undefined;
  if (code === 0xd9) return { code, start, from: start + 2, end: start + 2 };
  const end = start + 2 + bytes.readUInt16BE(start + 2);
  return end > bytes.length || end < start + 4 ? undefined : { code, start, from: start + 4, end };
};

/** Where the pixels of a scan end: at the next marker that is neither a stuffed byte nor a restart. */
const scanEnd = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

/** How the camera was held, 1 to 8, from an Exif segment; 1 when it does not say. */
const orientationOf = (exif: Buffer): number => {
  if (exif.length < 20 || exif.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(short(first), 200);
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * 12;
    if (short(entry) === 0x0112) return short(entry + 8) >= 1 && short(entry + 8) <= 8 ? short(entry + 8) : 1;
  }
  return 1;
};

/** An Exif segment that says nothing but how the camera was held. */
const orientationSegment = (orientation: number): Buffer =>
  Buffer.from([
    0xff,
    0xe1,
    0,
    34,
    ...Buffer.from('Exif\0\0MM', 'latin1'),
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

/** Application segments a viewer needs: JFIF, the colour profile, Adobe's colour transform. */
const isNeeded = (code: number, content: Buffer): boolean => {
  const name = content.toString('latin1', 0, 12);
  if (code === 0xe0) return name.startsWith('JFIF\0');
  if (code === 0xe2) return name === 'ICC_PROFILE\0';
  if (code === 0xee) return name.startsWith('Adobe');
  return code !== 0xfe && !(code >= 0xe1 && code <= 0xef);
};

/** A JPEG without metadata, its turn kept; `undefined` when the bytes are none, or are cut short. */
export const cleanJpeg = (bytes: Buffer): Picture | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let scanned = false;
  let orientation = 1;
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    const { code, start, from, end } = segment;
    if (code === 0xd9) break;
    const content = bytes.subarray(from, end);
    if (code === 0xe1) orientation = Math.max(orientation, orientationOf(content));
    if (isFrame(code)) {
      if (content.length < 6 || size) return undefined;
      size = { height: content.readUInt16BE(1), width: content.readUInt16BE(3) };
    }
    at = code === 0xda ? scanEnd(bytes, end) : end;
    scanned ||= code === 0xda;
    if (isNeeded(code, content)) kept.push(bytes.subarray(start, at));
  }
  if (!size || !scanned) return undefined;
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation));
  return { type: 'image/jpeg', ...size, clean: Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]) };
};
