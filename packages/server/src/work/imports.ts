import {
  type Outcome,
  outcome,
  type Problem,
  planLimits,
  planWithRegister,
  planWithScoreSheet,
  type RegisterRow,
  type RowVerdict,
  refuse,
  registerFor,
  registerProblems,
  registerTerms,
  scoreSheetFor,
  sheetProblems,
} from '@xiuhua/engine';
import { chooseSheet, readTable } from '../adapters/table/read.ts';
import type { Sheet } from '../adapters/table/sheet.ts';

/** What became of one row of a spreadsheet. */
export interface JudgedRow {
  readonly row: number;
  readonly verdict: RegisterRow['verdict'] | RowVerdict['verdict'];
  /** The name in it, as far as there is one. */
  readonly name: string;
  /** What a changed row changes, in Chinese and English. */
  readonly changed: readonly (readonly [zh: string, en: string])[];
  readonly problems: readonly Problem[];
  /** The site or item as the row says it, when nothing is wrong with it. */
  readonly site?: RegisterRow['site'];
  readonly item?: RowVerdict['item'];
}

/** A spreadsheet judged against a plan: the sheet that was read, every row of it, and the plan with all rows taken in or why not. */
export interface Judged {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly rows: readonly JudgedRow[];
  /** The points of a score sheet altogether; 0 for a register. */
  readonly total: number;
  readonly plan: Outcome<Readonly<Record<string, unknown>>>;
}

/** A file to judge a plan by; `sheet` names the sheet, else the first with the heads is taken. */
export interface Import {
  readonly raw: unknown;
  readonly bytes: Buffer;
  readonly sheet: string | undefined;
}

/** Rows at the head of a sheet in which its heads are looked for. */
const headRows = 50;

const opened = async (
  { bytes, sheet }: Import,
  fits: (rows: Sheet['rows']) => boolean,
): Promise<Outcome<{ readonly sheet: Sheet; readonly sheets: readonly string[] }>> => {
  const sheets = await readTable(bytes);
  if (!sheets.ok) return sheets;
  const chosen = chooseSheet(sheets.value, sheet, ({ rows }) => fits(rows.slice(0, headRows)));
  return chosen.ok ? outcome({ sheet: chosen.value, sheets: sheets.value.map(({ name }) => name) }, []) : chosen;
};

/** A plan that would be larger than a plan may be is none. */
const inSize = <T extends Readonly<Record<string, unknown>>>(plan: Outcome<T>): Outcome<T> => {
  if (!plan.ok) return plan;
  const size = Buffer.byteLength(JSON.stringify(plan.value));
  return size > planLimits.bytes ? refuse('json.too-large', '', { size, limit: planLimits.bytes }) : plan;
};

/** Judges a register of sites. */
export const judgeRegister = async (given: Import): Promise<Outcome<Judged>> => {
  const file = await opened(given, (rows) => registerFor(given.raw, rows).recognised);
  if (!file.ok) return file;
  const { sheet, sheets } = file.value;
  const register = registerFor(given.raw, sheet.rows);
  const rows = register.rows.map(
    (row): JudgedRow => ({
      row: row.row,
      verdict: row.verdict,
      name: row.name,
      changed: (row.changed ?? []).map((column) => registerTerms[column]),
      problems: registerProblems(row),
      ...(row.site ? { site: row.site } : {}),
    }),
  );
  return outcome({ sheet: sheet.name, sheets, rows, total: 0, plan: inSize(planWithRegister(given.raw, register)) }, []);
};

/** What an imported score sheet becomes; without a name its checklist is called like the sheet. */
export type ScoreSheetUse = Omit<Parameters<typeof planWithScoreSheet>[2], 'name'> & { readonly name?: string | undefined };

/** Judges a score sheet. */
export const judgeScoreSheet = async (given: Import, use: ScoreSheetUse): Promise<Outcome<Judged>> => {
  const file = await opened(given, (rows) => scoreSheetFor(given.raw, rows).recognised);
  if (!file.ok) return file;
  const { sheet, sheets } = file.value;
  const read = scoreSheetFor(given.raw, sheet.rows);
  const rows = read.verdicts.map(
    (verdict): JudgedRow => ({
      row: verdict.row,
      verdict: verdict.verdict,
      name: verdict.name,
      changed: [],
      problems: sheetProblems(verdict),
      ...(verdict.item ? { item: verdict.item } : {}),
    }),
  );
  const taken = planWithScoreSheet(given.raw, read, { ...use, name: use.name ?? (sheet.name || `${use.for}检查表`) });
  return outcome(
    { sheet: sheet.name, sheets, rows, total: read.total, plan: inSize(taken.ok ? outcome(taken.value.plan, []) : taken) },
    [],
  );
};
