import { type CliCommand, textOption, wrongUse } from './command.ts';
import { finishImport, tableArgument } from './import-rows.ts';
import { planFileArgument } from './plan-file.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

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
    const kind = textOption(request, 'for');
    if (kind === undefined) throw wrongUse(request, 'missing', { what: speak(request.language, 'optionFor') });
    const given = { raw: file.value.raw, bytes: await tableArgument(request), sheet: textOption(request, 'sheet') };
    const [name, task, units] = [textOption(request, 'name'), textOption(request, 'task'), textOption(request, 'units')];
    const { judgeScoreSheet } = await import('../work/imports.ts');
    const judged = await judgeScoreSheet(given, { for: kind, name, ...(task ? { task } : {}), ...(units ? { units } : {}) });
    return judged.ok ? finishImport(request, file.value, judged.value) : printProblems(request, judged.problems);
  },
};
