/** A cell that a spreadsheet would take for a formula is made text by an apostrophe. */
const harmless = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as a CSV file that Excel opens as it is: UTF-8 with a mark, lines ended by CRLF, no cell a formula. */
export const csvText = (table: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${table.map((row) => row.map((cell) => quoted(typeof cell === 'number' ? String(cell) : harmless(cell))).join(',')).join('\r\n')}\r\n`;

/** Hands the reader a CSV file made on this page. */
export const handOver = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
