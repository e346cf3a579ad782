import { readFile } from 'node:fs/promises';
import { checkPlan, hasErrors, type Outcome, type Problem, say } from '@xiuhua/engine';
import { chooseSheet, readTable } from '../adapters/table/read.ts';
import type { Sheet } from '../adapters/table/sheet.ts';
import { exit, type Request, textOption, wrongUse } from './command.ts';
import { type PlanFile, writePlanFile } from './plan-file.ts';
import { printProblems } from './problems.ts';
import { speak, type Word } from './words.ts';

/** What became of a row, as it is printed. */
export interface Judged {
  readonly row: number;
  readonly verdict: 'new' | 'changed' | 'same' | 'wrong' | 'item' | 'heading' | 'empty';
  readonly name: string;
  /** What a changed row changes, in words. */
  readonly detail: string;
  readonly problems: readonly Problem[];
}

const words: Readonly<Record<Judged['verdict'], Word>> = {
  new: 'rowNew',
  changed: 'rowChanged',
  same: 'rowSame',
  wrong: 'rowWrong',
  item: 'rowItem',
  heading: 'rowHeading',
  empty: 'rowEmpty',
};

/** The sheet of the file named by the second argument; `--sheet` names it, else the first that fits. */
export const sheetArgument = async (request: Request, fits: (sheet: Sheet) => boolean): Promise<Outcome<Sheet>> => {
  const file = request.args[1];
  if (file === undefined) throw wrongUse(request, 'missing', { what: speak(request.language, 'tableFile') });
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw wrongUse(request, 'noFile', { file, why: error.code ?? String(error) });
  });
  const sheets = await readTable(bytes);
  return sheets.ok ? chooseSheet(sheets.value, textOption(request, 'sheet'), fits) : sheets;
};

const line = ({ language }: Request, { row, verdict, name, detail, problems }: Judged): string =>
  `${String(row).padStart(6)}  ${speak(language, words[verdict])}  ${[name + detail, ...problems.map((p) => say(p, language))].filter(Boolean).join('  ')}`;

const countsOf = (rows: readonly Judged[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
};

/** What an import found and, when it may be written, the plan it makes. */
export interface Found {
  readonly sheet: Sheet;
  readonly rows: readonly Judged[];
  readonly plan: Outcome<unknown>;
}

const asJson = ({ language }: Request, { sheet, rows, plan }: Found, written: boolean): string =>
  JSON.stringify({
    ok: plan.ok,
    sheet: sheet.name,
    written,
    counts: countsOf(rows),
    problems: plan.problems.map((p) => ({ code: p.code, message: say(p, language) })),
    rows: rows.map(({ problems, detail: _, ...row }) => ({
      ...row,
      problems: problems.map((p) => ({ code: p.code, message: say(p, language) })),
    })),
  });

const printRows = (request: Request, rows: readonly Judged[]): void => {
  for (const row of rows) if (row.verdict !== 'empty') request.print(line(request, row));
  const counts = Object.entries(countsOf(rows)).map(
    ([verdict, n]) => `${speak(request.language, words[verdict as Judged['verdict']])} ${n}`,
  );
  request.print(counts.join(speak(request.language, 'listJoin')));
};

/**
 * Prints every row's verdict and, unless `--dry-run` is given or something is wrong, writes the plan with all rows taken
 * in. Exit code 1 when a row is wrong or the plan cannot take the rows; then the file stays as it was.
 */
export const finishImport = async (request: Request, file: PlanFile, found: Found): Promise<number> => {
  const { language, json, options, print } = request;
  const dry = options['dry-run'] === true;
  const writing = found.plan.ok && !dry ? await writePlanFile(file, found.plan.value) : undefined;
  if (writing && !writing.ok) return printProblems(request, writing.problems);
  if (json) print(asJson(request, found, writing !== undefined));
  else {
    printRows(request, found.rows);
    for (const p of found.plan.problems) print(`■ ${say(p, language)}`);
    if (found.plan.ok) print(speak(language, dry ? 'dryRun' : 'planWritten', { file: file.path }));
    if (found.plan.ok && hasErrors(checkPlan(found.plan.value))) print(speak(language, 'planHasErrors', { file: file.path }));
  }
  return found.plan.ok ? exit.fine : exit.problems;
};
