import { type CliCommand, textOption } from './command.ts';
import { finishImport, tableArgument } from './import-rows.ts';
import { planFileArgument } from './plan-file.ts';
import { printProblems } from './problems.ts';

/** `xiuhua register import plan.json sites.xlsx`: sites from a spreadsheet, each row judged, taken in whole or not at all. */
export const registerImport: CliCommand = {
  name: 'register import',
  about: 'registerAbout',
  form: '<plan.json> <sites.xlsx|sites.csv> [--sheet NAME] [--dry-run]',
  options: { sheet: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (request) => {
    const file = planFileArgument(request, request.options['dry-run'] !== true);
    if (!file.ok) return printProblems(request, file.problems);
    const bytes = await tableArgument(request);
    const { judgeRegister } = await import('../work/imports.ts');
    const judged = await judgeRegister({ raw: file.value.raw, bytes, sheet: textOption(request, 'sheet') });
    return judged.ok ? finishImport(request, file.value, judged.value) : printProblems(request, judged.problems);
  },
};
