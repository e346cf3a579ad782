import type { Bulletin, Table } from '@xiuhua/engine';
import { wordOf } from './word.ts';
import { workbookOf } from './xlsx.ts';

/** A file to be written: a bulletin as a Word document, or tables as an Excel workbook. */
export type Paper = { readonly kind: 'docx'; readonly bulletin: Bulletin } | { readonly kind: 'xlsx'; readonly tables: readonly Table[] };

/** The bytes of the file. Long ones take seconds in which the thread does nothing else. */
export const writePaper = (paper: Paper): Promise<Buffer> => (paper.kind === 'docx' ? wordOf(paper.bulletin) : workbookOf(paper.tables));
