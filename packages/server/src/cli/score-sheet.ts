import { outcome, planWithScoreSheet, type RowVerdict, type ScoreSheetUse, scoreSheetFor, sheetProblems } from '@xiuhua/engine';
import { type CliCommand, type Request, textOption, wrongUse } from './command.ts';
import { finishImport, type Judged, sheetArgument } from './import-rows.ts';
import { planFileArgument } from './plan-file.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

const judged = (verdict: RowVerdict, cells: readonly string[]): Judged => ({
  row: verdict.row,
  verdict: verdict.verdict,
  name: verdict.item?.name ?? cells.find((cell) => cell !== '') ?? '',
  detail: '',
  problems: sheetProblems(verdict),
});

const forOption = (request: Request): string => {
  const kind = textOption(request, 'for');
  if (kind === undefined) throw wrongUse(request, 'missing', { what: speak(request.language, 'optionFor') });
  return kind;
};

const useOf = (request: Request, kind: string, sheet: string): ScoreSheetUse => {
  const [task, units] = [textOption(request, 'task'), textOption(request, 'units')];
  return {
    name: textOption(request, 'name') ?? (sheet || `${kind}检查表`),
    for: kind,
    ...(task ? { task } : {}),
    ...(units ? { units } : {}),
  };
};

/**
 * `xiuhua sheet import plan.json sheet.xlsx --for 公厕`: a score sheet becomes a checklist and, when nothing counts it
 * yet, a monthly score sheet to go on from.
 */
export const sheetImport: CliCommand = {
  name: 'sheet import',
  about: 'sheetAbout',
  form: '<plan.json> <sheet.xlsx|sheet.csv> --for CLASS [--name CHECKLIST] [--task TASK] [--units PARTY] [--sheet NAME] [--dry-run]',
  options: {
    for: { type: 'string' },
    name: { type: 'string' },
    task: { type: 'string' },
    units: { type: 'string' },
    sheet: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: async (request) => {
    const file = planFileArgument(request, request.options['dry-run'] !== true);
    if (!file.ok) return printProblems(request, file.problems);
    const { raw } = file.value;
    const kind = forOption(request);
    const sheet = await sheetArgument(request, ({ rows }) => scoreSheetFor(raw, rows.slice(0, 50)).recognised);
    if (!sheet.ok) return printProblems(request, sheet.problems);
    const read = scoreSheetFor(raw, sheet.value.rows);
    const taken = planWithScoreSheet(raw, read, useOf(request, kind, sheet.value.name));
    const rows = read.verdicts.map((verdict) => judged(verdict, sheet.value.rows[verdict.row - 1] ?? []));
    const plan = taken.ok ? outcome(taken.value.plan, []) : taken;
    return finishImport(request, file.value, { sheet: sheet.value, rows, plan });
  },
};
