import { planWithRegister, planWithScoreSheet, type RegisterRow, type RowVerdict } from '@xiuhua/engine';
import { sendFile, type WordedProblem } from '../../shared/api.ts';
import type { Json } from '../draft/json.ts';

/** What a spreadsheet is taken for. */
export type ImportKind = 'register' | 'score-sheet';

/** What became of one row. */
export interface VerdictRow {
  readonly row: number;
  readonly verdict: RegisterRow['verdict'] | RowVerdict['verdict'];
  readonly name: string;
  readonly changed: readonly string[];
  readonly problems: readonly WordedProblem[];
  readonly site?: RegisterRow['site'];
  readonly item?: RowVerdict['item'];
}

/** The server's word on a spreadsheet. */
export interface Verdict {
  readonly ok: boolean;
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly total: number;
  readonly problems: readonly WordedProblem[];
  readonly rows: readonly VerdictRow[];
}

/** What a score sheet becomes. */
export type SheetUse = Parameters<typeof planWithScoreSheet>[2];

/** How a file is to be read: its sheet, and for a score sheet what it becomes. */
export interface Reading {
  readonly sheet?: string | undefined;
  readonly use?: Partial<SheetUse> | undefined;
}

/** Has the server judge a file, row by row. Nothing is kept. */
export const judgeFile = (campaign: string, kind: ImportKind, file: Blob, { sheet, use }: Reading): Promise<Verdict> => {
  const asked = Object.entries({ sheet, ...use }).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return sendFile<Verdict>(`/campaigns/${encodeURIComponent(campaign)}/draft/${kind}?${new URLSearchParams(asked)}`, file);
};

/** Rows that an import would bring in. */
export const bringing = (rows: readonly VerdictRow[]): readonly VerdictRow[] =>
  rows.filter(({ verdict }) => verdict === 'new' || verdict === 'changed' || verdict === 'item');

/** The plan with what the server found taken in; `undefined` when the plan cannot take it. */
export const planWith = (plan: Json, { rows, total }: Verdict, use: SheetUse | undefined): Json | undefined => {
  if (use) {
    const items = rows.flatMap(({ item }) => item ?? []);
    const taken = planWithScoreSheet(plan, { recognised: true, items, verdicts: [], total }, use);
    return taken.ok ? (taken.value.plan as Json) : undefined;
  }
  const taken = planWithRegister(plan, {
    recognised: true,
    rows: rows.map(({ row, site }) => ({ row, verdict: site ? 'new' : 'empty', name: '', site, faults: [] })),
  });
  return taken.ok ? (taken.value as Json) : undefined;
};
