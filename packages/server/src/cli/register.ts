import { planWithRegister, type RegisterRow, registerFor, registerProblems, registerTerms } from '@xiuhua/engine';
import type { CliCommand, Request } from './command.ts';
import { finishImport, type Judged, sheetArgument } from './import-rows.ts';
import { planFileArgument } from './plan-file.ts';
import { printProblems } from './problems.ts';

const judged = (row: RegisterRow, cells: readonly string[], { language }: Request): Judged => {
  const changed = (row.changed ?? []).map((column) => registerTerms[column][language === 'zh' ? 0 : 1]);
  return {
    row: row.row,
    verdict: row.verdict,
    name: row.site?.name ?? cells.find((cell) => cell !== '') ?? '',
    detail: changed.length === 0 ? '' : language === 'zh' ? `（${changed.join('、')}）` : ` (${changed.join(', ')})`,
    problems: registerProblems(row),
  };
};

/** `xiuhua register import plan.json sites.xlsx`: sites from a spreadsheet, each row judged, taken in whole or not at all. */
export const registerImport: CliCommand = {
  name: 'register import',
  about: 'registerAbout',
  form: '<plan.json> <sites.xlsx|sites.csv> [--sheet NAME] [--dry-run]',
  options: { sheet: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (request) => {
    const file = planFileArgument(request, request.options['dry-run'] !== true);
    if (!file.ok) return printProblems(request, file.problems);
    const { raw } = file.value;
    const sheet = await sheetArgument(request, ({ rows }) => registerFor(raw, rows.slice(0, 50)).recognised);
    if (!sheet.ok) return printProblems(request, sheet.problems);
    const register = registerFor(raw, sheet.value.rows);
    const rows = register.rows.map((row) => judged(row, sheet.value.rows[row.row - 1] ?? [], request));
    return finishImport(request, file.value, { sheet: sheet.value, rows, plan: planWithRegister(raw, register) });
  },
};
