import { type Outcome, outcome, refuse } from '@xiuhua/engine';
import { CsvError, parse } from 'csv-parse/sync';
import { mostColumns, mostRows, type Sheet } from './sheet.ts';

/** Text in the encoding it was saved in: UTF-8, UTF-16 with a mark, else GB18030, which Excel in China writes. */
const decode = (bytes: Buffer): string | undefined => {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  return undefined;
};

/** What most often stands between words in the first lines, outside of quotes. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

/** A text with separated values as one sheet; or why it cannot be read. */
export const readSeparated = (bytes: Buffer): Outcome<Sheet> => {
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) return refuse('table.wrong-kind');
  try {
    const parsed = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false, to: mostRows + 1 });
    if (parsed.length > mostRows) return refuse('table.too-many-rows', '', { rows: text.split('\n').length, limit: mostRows });
    const columns = parsed.reduce((most, row) => Math.max(most, row.length), 0);
    if (columns > mostColumns) return refuse('table.too-wide', '', { columns, limit: mostColumns });
    return outcome({ name: '', rows: parsed.map((row) => row.map((cell) => cell.trim())) }, []);
  } catch (error) {
    if (error instanceof CsvError) return refuse('table.bad-quote', '', { line: Number(error['lines'] ?? 0) });
    throw error;
  }
};
