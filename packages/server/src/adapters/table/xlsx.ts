import { type Outcome, outcome, refuse } from '@xiuhua/engine';
import readXlsx from 'read-excel-file/node';
import type { Sheet } from './sheet.ts';
import { mostColumns, mostRows } from './sheet.ts';
import { type Archive, BrokenArchive, openArchive } from './zip.ts';

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The files of the sheets, in the order of the workbook. */
const sheetFiles = (archive: Archive): readonly string[] => {
  const targets = new Map(
    [...(archive.text('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  return [...(archive.text('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
};

const columnOf = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

/** The last row and the last column that a sheet speaks of, before it is spread out in memory. */
const extentOf = (xml: string): { readonly rows: number; readonly columns: number } => {
  let [rows, columns] = [0, 0];
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\s(?:[^<>]*\s)?r="(\d{1,9})"/g)) rows = Math.max(rows, Number(row));
  for (const [, letters, row] of xml.matchAll(/<(?:\w+:)?c\s(?:[^<>]*\s)?r="([A-Z]{1,3})(\d{1,9})"/g)) {
    columns = Math.max(columns, columnOf(letters ?? ''));
    rows = Math.max(rows, Number(row));
  }
  return { rows, columns };
};

/** Rectangles of cells that are shown as one: first row and column, last row and column, counted from 0. */
const mergedIn = (xml: string): readonly (readonly [number, number, number, number])[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)].map(([, c1, r1, c2, r2]) => [
    Number(r1) - 1,
    columnOf(c1 ?? '') - 1,
    Number(r2) - 1,
    columnOf(c2 ?? '') - 1,
  ]);

/** Gives every cell of a merged rectangle the text of its first. Cells beyond the rows that are there stay away. */
const fillMerged = (rows: string[][], xml: string): void => {
  for (const [top, left, bottom, right] of mergedIn(xml)) {
    const text = rows[top]?.[left] ?? '';
    if (text === '') continue;
    for (const row of rows.slice(top, bottom + 1))
      for (let column = left; column <= Math.min(right, row.length - 1); column++) row[column] = text;
  }
};

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell).trim();
};

const tooLarge = (extents: readonly { readonly rows: number; readonly columns: number }[]): Outcome<never> | undefined => {
  const rows = Math.max(0, ...extents.map((extent) => extent.rows));
  if (rows > mostRows) return refuse('table.too-many-rows', '', { rows, limit: mostRows });
  const columns = Math.max(0, ...extents.map((extent) => extent.columns));
  return columns > mostColumns ? refuse('table.too-wide', '', { columns, limit: mostColumns }) : undefined;
};

/** The sheets of an .xlsx workbook, merged cells filled; or why it cannot be read. Whatever stops the reader is a damaged file. */
export const readWorkbook = async (bytes: Buffer): Promise<Outcome<readonly Sheet[]>> => {
  try {
    const archive = openArchive(bytes);
    if (!archive.names.includes('xl/workbook.xml')) return refuse('table.wrong-kind');
    const texts = sheetFiles(archive).map((file) => archive.text(file) ?? '');
    const refused = tooLarge(texts.map(extentOf));
    if (refused) return refused;
    const sheets = (await readXlsx(bytes)).map(({ sheet, data }, i): Sheet => {
      const rows = data.map((row) => row.map(cellText));
      fillMerged(rows, texts[i] ?? '');
      return { name: sheet, rows };
    });
    return outcome(sheets, []);
  } catch (error) {
    if (error instanceof BrokenArchive && error.tooLarge) return refuse('table.too-large', '', { limit: '150 MB' });
    return refuse('table.broken');
  }
};
