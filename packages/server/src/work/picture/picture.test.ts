import { expect, test } from 'vitest';
import { pngOf } from '../../app/pictures.fixture.ts';

import { readPicture } from './picture.ts';

/** One grey pixel as a camera might write it: JFIF, then the segments given, then the picture. */
const jpegOf = (...segments: readonly Buffer[]): Buffer => {
  const plain = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
    'base64',
  );
  return Buffer.concat([plain.subarray(0, 20), ...segments, plain.subarray(20)]);
};

const segment = (code: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Exif as a phone writes it: which way up, and where. */
const exifOf = (orientation: number): Buffer =>
  segment(
    0xe1,
    Buffer.concat([
      Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0', 'latin1'),
      Buffer.from([orientation, 0, 0, 0, 0, 0, 0, 0]),
      Buffer.from('GPS 27.1N 106.7E'),
    ]),
  );

const webpOf = (flags: number, ...more: readonly Buffer[]): Buffer => {
  const chunk = (kind: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8, kind, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const extended = Buffer.from([flags, 0, 0, 0, 3, 0, 0, 2, 0, 0]);
  const pixels = Buffer.from([0x2f, 0x03, 0x80, 0x00, 0x00, 0x88, 0x88, 0x08, 0x08, 0x08]);
  const content = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', extended),
    chunk('VP8L', pixels),
    ...more,
    chunk('EXIF', Buffer.from('GPS 27.1N')),
  ]);
  return Buffer.concat([chunk('RIFF', content).subarray(0, 8), content]);
};

test('a JPEG loses where and by whom it was taken, and what is hidden behind its end', () => {
  const picture = readPicture(
    Buffer.concat([
      jpegOf(exifOf(1), segment(0xfe, Buffer.from('by somebody')), segment(0xed, Buffer.from('Photoshop'))),
      Buffer.from('<script>'),
    ]),
  );
  expect(picture).toMatchObject({ type: 'image/jpeg', width: 1, height: 1 });
  expect(picture?.clean).toEqual(jpegOf());
});

test('a JPEG keeps which way up it is, and nothing else of what the phone wrote', () => {
  const clean = readPicture(jpegOf(exifOf(6)))?.clean;
  expect(clean?.toString('latin1')).not.toContain('GPS');
  expect(clean?.length).toBe(jpegOf().length + 36);
  expect(readPicture(clean ?? Buffer.alloc(0))?.clean).toEqual(clean);
});

test('a JPEG keeps its colour profile', () => {
  const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
  expect(readPicture(jpegOf(profile))?.clean).toEqual(jpegOf(profile));
});

test('a PNG loses its text; of two that differ in nothing else the same is kept', () => {
  const picture = readPicture(Buffer.concat([pngOf('27.1N 106.7E'), Buffer.from('PK\x03\x04')]));
  expect(picture).toMatchObject({ type: 'image/png', width: 8, height: 8 });
  expect(picture?.clean).toEqual(readPicture(pngOf('elsewhere'))?.clean);
});

test('a WebP loses its Exif and says so in its header; one that moves is no photo', () => {
  const picture = readPicture(webpOf(0x08));
  expect(picture).toMatchObject({ type: 'image/webp', width: 4, height: 3 });
  expect(picture?.clean.toString('latin1')).not.toMatch(/GPS|EXIF/);
  expect(picture?.clean[20]).toBe(0);
  expect(picture?.clean.readUInt32LE(4)).toBe((picture?.clean.length ?? 0) - 8);
  expect(readPicture(webpOf(0x02))).toBeUndefined();
});

test('no prefix of a picture is a picture, and no byte of its headers makes the reader fail', () => {
  for (const bytes of [jpegOf(exifOf(6)), pngOf('x'), webpOf(0x08)]) {
    for (let length = 0; length < bytes.length - 1; length++) expect(readPicture(bytes.subarray(0, length))).toBeUndefined();
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 0x7f, 0xff]) {
        const broken = Buffer.from(bytes);
        broken[at] = value;
        readPicture(broken);
      }
    }
  }
});

test.each([
  [6400, 6250, true],
  [6401, 6250, false],
  [0, 10, false],
])('a picture of %i × %i pixels: %s', (width, height, taken) => {
  expect(readPicture(pngOf('size', [width, height])) !== undefined).toBe(taken);
});
