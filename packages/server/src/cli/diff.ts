import { diffPlans, readPlan, sayDiff } from '@xiuhua/engine';
import { type CliCommand, exit, type Request } from './command.ts';
import { readArgument } from './files.ts';
import { printProblems } from './problems.ts';

const rawArgument = (request: Request, index: number) => readPlan(readArgument(request, index, 'planFile'));

/** `xiuhua diff old.json new.json`: what changed, clause by clause, and whether it became stricter or looser. */
export const diff: CliCommand = {
  name: 'diff',
  about: 'diffAbout',
  form: '<old.json> <new.json>',
  options: {},
  run: async (request) => {
    const [before, after] = [rawArgument(request, 0), rawArgument(request, 1)];
    if (!before.ok) return printProblems(request, before.problems);
    if (!after.ok) return printProblems(request, after.problems);
    const found = diffPlans(before.value, after.value);
    if (request.json) request.print(JSON.stringify({ ok: true, ...found }));
    else for (const sentence of sayDiff(found, request.language)) request.print(sentence);
    return exit.fine;
  },
};
