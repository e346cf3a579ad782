import { nearest, type Outcome, outcome, refuse } from '@xiuhua/engine';
import { readSeparated } from './csv.ts';
import { mostBytes, type Sheet } from './sheet.ts';
import { readWorkbook } from './xlsx.ts';

const startsWith = (bytes: Buffer, ...first: readonly number[]): boolean => first.every((byte, i) => bytes[i] === byte);

/** Beginnings of files people take for tables: PDF, PNG, JPEG, RTF, a web page saved as .xls. */
const others: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x7b, 0x5c, 0x72, 0x74],
  [0x3c],
];

/**
 * The sheets of an .xlsx or .csv file, told apart by what is in it and not by its name. What cannot be read is
 * answered in words: an old .xls, a password, a damaged or foreign file, more than 5 MB or 60,000 rows.
 */
export const readTable = async (bytes: Buffer): Promise<Outcome<readonly Sheet[]>> => {
  if (bytes.length > mostBytes) return refuse('table.too-large', '', { limit: '5 MB' });
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return refuse('table.empty');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'table.locked' : 'table.old-kind');
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes);
  if (others.some((first) => startsWith(bytes, ...first))) return refuse('table.wrong-kind');
  const sheet = readSeparated(bytes);
  return sheet.ok ? outcome([sheet.value], []) : sheet;
};

/**
 * The sheet of a name, or the first that `fits`; when none does, the first of all. A name no sheet has is refused with
 * the nearest.
 */
export const chooseSheet = (sheets: readonly Sheet[], name: string | undefined, fits: (sheet: Sheet) => boolean): Outcome<Sheet> => {
  const chosen = name === undefined ? (sheets.find(fits) ?? sheets[0]) : sheets.find((sheet) => sheet.name === name);
  if (chosen) return outcome(chosen, []);
  if (name === undefined) return refuse('table.empty');
  const names = sheets.map((sheet) => sheet.name);
  return refuse('table.unknown-sheet', '', { found: name, choices: names.filter(Boolean).join('、'), near: nearest(name, names) });
};
