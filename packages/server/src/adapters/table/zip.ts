import { inflateRawSync } from 'node:zlib';

/** Bytes all files of an archive may have once unpacked. */
const mostUnpacked = 150 * 1024 * 1024;

/** The files of a zip archive by name. Reading one unpacks it. */
export interface Archive {
  readonly names: readonly string[];
  /** A file as text; `undefined` when the archive has none of that name. */
  readonly text: (name: string) => string | undefined;
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** What an archive is that cannot be read. */
export class BrokenArchive extends Error {
  readonly tooLarge: boolean;
  constructor(tooLarge: boolean) {
    super(tooLarge ? 'unpacks to too much' : 'broken');
    this.tooLarge = tooLarge;
  }
}

const broken = (): BrokenArchive => new BrokenArchive(false);

/** Where the list of files begins and how many it has. */
const directoryOf = (bytes: Buffer): { readonly at: number; readonly count: number } => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw broken();
  return { at: bytes.readUInt32LE(end + 16), count: bytes.readUInt16LE(end + 10) };
};

const entriesOf = (bytes: Buffer): ReadonlyMap<string, Entry> => {
  const { at, count } = directoryOf(bytes);
  const entries = new Map<string, Entry>();
  for (let i = 0, next = at; i < count; i++) {
    if (next + 46 > bytes.length || bytes.readUInt32LE(next) !== 0x02014b50) throw broken();
    const [name, extra, comment] = [bytes.readUInt16LE(next + 28), bytes.readUInt16LE(next + 30), bytes.readUInt16LE(next + 32)];
    entries.set(bytes.toString('utf8', next + 46, next + 46 + name), {
      method: bytes.readUInt16LE(next + 10),
      packed: bytes.readUInt32LE(next + 20),
      size: bytes.readUInt32LE(next + 24),
      offset: bytes.readUInt32LE(next + 42),
    });
    next += 46 + name + extra + comment;
  }
  return entries;
};

/** Unpacks one file. One that is longer than the list says is a trap, not a file. */
const unpack = (bytes: Buffer, { method, packed, size, offset }: Entry): Buffer => {
  if (offset + 30 > bytes.length || (method !== 0 && method !== 8)) throw broken();
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw broken();
  if (method === 0) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new BrokenArchive((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE');
  }
};

/**
 * Opens a zip archive and unpacks every file once to see that none is longer than it says and all together are not too
 * much. Throws `BrokenArchive`.
 */
export const openArchive = (bytes: Buffer): Archive => {
  const entries = entriesOf(bytes);
  if ([...entries.values()].reduce((sum, { size }) => sum + size, 0) > mostUnpacked) throw new BrokenArchive(true);
  const texts = new Map([...entries].map(([name, entry]) => [name, unpack(bytes, entry)]));
  return { names: [...entries.keys()], text: (name) => texts.get(name)?.toString('utf8') };
};
