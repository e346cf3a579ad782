/*
 * Chromium draws Chinese as empty boxes on a machine without a Chinese font, and fontconfig does not read WOFF.
 * This turns the WOFF files of an npm font package into TTF once and writes a fontconfig file that names them, so
 * that pictures and browser tests look the same on every machine, without installing anything on it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const faces = ['latin-400', 'latin-700', 'chinese-simplified-400', 'chinese-simplified-700'];

/** The tables of a WOFF 1.0 file, unpacked. */
const tablesOf = (woff) =>
  Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const at = 44 + i * 20;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const raw = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(at, at + 4), sum: woff.readUInt32BE(at + 16), data: packed < length ? inflateSync(raw) : raw };
  });

/** WOFF 1.0 is an sfnt font whose tables are compressed one by one; this is the way back. */
const woffToTtf = (woff) => {
  const tables = tablesOf(woff);
  const power = Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * tables.length - 16 * 2 ** power, 10);
  const parts = [head];
  let offset = head.length;
  tables.forEach(({ tag, sum, data }, i) => {
    const at = 12 + 16 * i;
    tag.copy(head, at);
    head.writeUInt32BE(sum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const pad = (4 - (data.length % 4)) % 4;
    parts.push(data, Buffer.alloc(pad));
    offset += data.length + pad;
  });
  return Buffer.concat(parts);
};

const config = (fonts, cache) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`;

/** Path of a fontconfig file under which Noto Sans SC can be found; made on the first call and kept in `cache`. */
export const chineseFontconfig = (root, cache) => {
  const target = join(cache, 'fonts');
  const file = join(target, 'fonts.conf');
  // The file names its own folder, so that a checkout that was copied or moved needs it anew.
  const text = config(target, join(target, 'cache'));
  if (existsSync(file)) {
    if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
    return file;
  }
  const making = `${target}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const from = join(root, 'node_modules', '@fontsource', 'noto-sans-sc', 'files');
  for (const face of faces)
    writeFileSync(join(making, `${face}.ttf`), woffToTtf(readFileSync(join(from, `noto-sans-sc-${face}-normal.woff`))));
  writeFileSync(join(making, 'fonts.conf'), text);
  takePlace(making, target);
  return file;
};

/** Moves a finished folder to its place; when another process was quicker, its work is as good as ours. */
export const takePlace = (making, target) => {
  try {
    renameSync(making, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
};
