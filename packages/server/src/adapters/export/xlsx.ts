import type { Cell, Table } from '@xiuhua/engine';
import writeXlsx from 'write-excel-file/node';

/** Most rows of all tables that are put into one workbook; beyond that a CSV file is taken. */
export const mostSheetRows = 50_000;

/** Widest column, in characters. */
const widest = 60;

/** Characters that no XML document may hold. */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const clean = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(unprintable, ' ');

const percent = /^-?\d{1,12}(\.\d{1,6})?%$/;

const decimalsOf = (number: number): number => `${number}`.split('.')[1]?.length ?? 0;

/** A share as a number that is shown in per cent; a number with as many decimals as its column has; all else a text, whatever it begins with. */
const written = (cell: Cell, decimals: number) => {
  if (cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, ...(decimals > 0 && { format: `0.${'0'.repeat(decimals)}` }) };
  if (!percent.test(cell)) return { value: clean(cell), type: String };
  const places = cell.split('.')[1]?.length ?? 1;
  return { value: Number(cell.slice(0, -1)) / 100, type: Number, format: places > 1 ? `0.${'0'.repeat(places - 1)}%` : '0%' };
};

/** Width of a text as a spreadsheet counts it: a Chinese character takes two places. */
const widthOf = (cell: Cell): number => [...String(cell)].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

/** A name a sheet may have: at most thirty-one characters, none that addresses use, no two alike. */
const sheetNames = (tables: readonly Table[]): readonly string[] => {
  const taken = new Set<string>();
  return tables.map(({ name }, i) => {
    const plain = [...clean(name).replaceAll(/[[\]:*?/\\']/g, ' ')].slice(0, 27).join('').trim() || `${i + 1}`;
    const own = taken.has(plain.toLowerCase()) ? `${plain} ${i + 1}` : plain;
    taken.add(own.toLowerCase());
    return own;
  });
};

/** Rows of all tables. */
export const sheetRows = (tables: readonly Table[]): number => tables.reduce((sum, { rows }) => sum + rows.length, 0);

/** Tables as an Excel workbook, a sheet each: the head, and above it what the table is about, stays in sight, numbers are numbers, no text is a formula. */
export const workbookOf = (tables: readonly Table[]): Promise<Buffer> => {
  const names = sheetNames(tables);
  const sheets = tables.map(({ about, head, rows }, i) => {
    const places = head.map((_, at) =>
      rows.reduce((most, row) => Math.max(most, typeof row[at] === 'number' ? decimalsOf(row[at]) : 0), 0),
    );
    const widths = head.map((title, at) => rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), widthOf(title)));
    const top = head.map((title, at) => ({
      value: title,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#e8effa',
      ...(rows.some((row) => typeof row[at] === 'number') && { align: 'right' as const }),
    }));
    const above = about === undefined ? [] : [[{ value: clean(about), type: String }]];
    return {
      sheet: names[i] ?? '',
      data: [...above, top, ...rows.map((row) => row.map((cell, at) => written(cell, places[at] ?? 0)))],
      columns: widths.map((width) => ({ width: Math.min(widest, width + 2) })),
      stickyRowsCount: above.length + 1,
      orientation: 'landscape' as const,
    };
  });
  return writeXlsx(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer();
};
