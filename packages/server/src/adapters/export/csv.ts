import type { Cell, Table } from '@xiuhua/engine';

/** A cell that a spreadsheet would take for a formula is made text by an apostrophe. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const line = (cells: readonly Cell[]): string =>
  cells.map((cell) => quoted(typeof cell === 'number' ? String(cell) : harmless(cell))).join(',');

/**
 * Tables as a CSV file that Excel opens as it is: UTF-8 with a mark, lines ended by CRLF, no cell a formula. Of several
 * tables each stands under a line with its name, an empty line between them. What a table is about stands above its head.
 */
export const csvOf = (tables: readonly Table[]): string => {
  const parts = tables.map(({ name, about, head, rows }) =>
    [...(tables.length > 1 ? [[name]] : []), ...(about === undefined ? [] : [[about]]), head, ...rows].map(line).join('\r\n'),
  );
  return `\uFEFF${parts.join('\r\n\r\n')}\r\n`;
};
