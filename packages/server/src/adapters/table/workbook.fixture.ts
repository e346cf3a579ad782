import writeXlsx from 'write-excel-file/node';

/** A cell: a text, a number, nothing, or a text over several rows or columns. */
type Cell = string | number | null | { readonly text: string; readonly rows?: number; readonly columns?: number };

const written = (cell: Cell) => {
  if (cell === null) return null;
  if (typeof cell === 'object')
    return {
      value: cell.text,
      type: String,
      ...(cell.rows ? { rowSpan: cell.rows } : {}),
      ...(cell.columns ? { columnSpan: cell.columns } : {}),
    };
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
};

/** An .xlsx file with sheets of these names and rows. */
export const workbook = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Buffer> =>
  writeXlsx(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(written)) }))).toBuffer();
