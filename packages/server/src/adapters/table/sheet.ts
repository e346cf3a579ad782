/** A sheet of a workbook, row by row; the first row is row 1 of the spreadsheet. Empty cells are ''. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Rows a sheet may have, its heads included. */
export const mostRows = 60_000;
/** Columns a sheet may have. */
export const mostColumns = 256;
/** Bytes a file may have. */
export const mostBytes = 5 * 1024 * 1024;
