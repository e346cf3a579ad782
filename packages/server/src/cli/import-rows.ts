import { readFile } from 'node:fs/promises';
import { checkPlan, hasErrors, say } from '@xiuhua/engine';
import type { Judged, JudgedRow } from '../work/imports.ts';
import { exit, type Request, wrongUse } from './command.ts';
import { type PlanFile, writePlanFile } from './plan-file.ts';
import { printProblems } from './problems.ts';
import { speak, type Word } from './words.ts';

const words: Readonly<Record<JudgedRow['verdict'], Word>> = {
  new: 'rowNew',
  changed: 'rowChanged',
  same: 'rowSame',
  wrong: 'rowWrong',
  item: 'rowItem',
  heading: 'rowHeading',
  empty: 'rowEmpty',
};

/** The bytes of the file named by the second argument. */
export const tableArgument = async (request: Request): Promise<Buffer> => {
  const file = request.args[1];
  if (file === undefined) throw wrongUse(request, 'missing', { what: speak(request.language, 'tableFile') });
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw wrongUse(request, 'noFile', { file, why: error.code ?? String(error) });
  });
};

const line = ({ language }: Request, { row, verdict, name, changed, problems }: JudgedRow): string => {
  const what = changed.map(([zh, en]) => (language === 'zh' ? zh : en));
  const detail = what.length === 0 ? '' : language === 'zh' ? `（${what.join('、')}）` : ` (${what.join(', ')})`;
  const said = [name + detail, ...problems.map((p) => say(p, language))].filter(Boolean).join('  ');
  return `${String(row).padStart(6)}  ${speak(language, words[verdict])}  ${said}`;
};

const countsOf = (rows: readonly JudgedRow[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
};

const asJson = ({ language }: Request, { sheet, rows, plan }: Judged, written: boolean): string => {
  const worded = (problems: JudgedRow['problems']) => problems.map((p) => ({ code: p.code, message: say(p, language) }));
  return JSON.stringify({
    ok: plan.ok,
    sheet,
    written,
    counts: countsOf(rows),
    problems: worded(plan.problems),
    rows: rows.map(({ row, verdict, name, problems }) => ({ row, verdict, name, problems: worded(problems) })),
  });
};

const printRows = ({ language, print, ...request }: Request, rows: readonly JudgedRow[]): void => {
  for (const row of rows) if (row.verdict !== 'empty') print(line({ language, print, ...request }, row));
  const counts = Object.entries(countsOf(rows)).map(([verdict, n]) => `${speak(language, words[verdict as JudgedRow['verdict']])} ${n}`);
  print(counts.join(speak(language, 'listJoin')));
};

/**
 * Prints every row's verdict and, unless `--dry-run` is given or something is wrong, writes the plan with all rows taken
 * in. Exit code 1 when a row is wrong or the plan cannot take the rows; then the file stays as it was.
 */
export const finishImport = async (request: Request, file: PlanFile, judged: Judged): Promise<number> => {
  const { language, json, options, print } = request;
  const dry = options['dry-run'] === true;
  const { plan } = judged;
  const writing = plan.ok && !dry ? await writePlanFile(file, plan.value) : undefined;
  if (writing && !writing.ok) return printProblems(request, writing.problems);
  if (json) print(asJson(request, judged, writing !== undefined));
  else {
    printRows(request, judged.rows);
    for (const p of plan.problems) print(`■ ${say(p, language)}`);
    if (plan.ok) print(speak(language, dry ? 'dryRun' : 'planWritten', { file: file.path }));
    if (plan.ok && hasErrors(checkPlan(plan.value))) print(speak(language, 'planHasErrors', { file: file.path }));
  }
  return plan.ok ? exit.fine : exit.problems;
};
