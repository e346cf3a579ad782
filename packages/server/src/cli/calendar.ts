import { planWithYear, readJson } from '@xiuhua/engine';
import { type CliCommand, exit } from './command.ts';
import { readArgument } from './files.ts';
import { planFileArgument, writePlanFile } from './plan-file.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

/** `xiuhua calendar import plan.json 2027.json`: the holiday notice of a year taken into the plan once it is out. */
export const calendarImport: CliCommand = {
  name: 'calendar import',
  about: 'calendarAbout',
  form: '<plan.json> <year.json> [--dry-run]',
  options: { 'dry-run': { type: 'boolean' } },
  run: async (request) => {
    const { language, json, print } = request;
    const dry = request.options['dry-run'] === true;
    const file = planFileArgument(request, !dry);
    if (!file.ok) return printProblems(request, file.problems);
    const notice = readJson(readArgument(request, 1, 'yearFile'));
    if (!notice.ok) return printProblems(request, notice.problems);
    const plan = planWithYear(file.value.raw, notice.value);
    if (!plan.ok) return printProblems(request, plan.problems);
    const written = dry ? undefined : await writePlanFile(file.value, plan.value);
    if (written && !written.ok) return printProblems(request, written.problems);
    if (json) print(JSON.stringify({ ok: true, written: !dry }));
    else print(speak(language, dry ? 'dryRun' : 'planWritten', { file: file.value.path }));
    return exit.fine;
  },
};
