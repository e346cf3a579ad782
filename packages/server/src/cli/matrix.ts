import { matrixOf } from '@xiuhua/engine';
import { type CliCommand, exit } from './command.ts';
import { planArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

/** `xiuhua matrix plan.json`: every task with the units in each role. */
export const matrix: CliCommand = {
  name: 'matrix',
  about: 'matrixAbout',
  form: '<plan.json>',
  options: {},
  run: async (request) => {
    const plan = planArgument(request);
    if (!plan.ok) return printProblems(request, plan.problems);
    const rows = matrixOf(plan.value);
    if (request.json) request.print(JSON.stringify({ ok: true, rows }));
    for (const row of request.json ? [] : rows) {
      request.print(`${row.task}${row.source && ` (${row.source})`}`);
      for (const role of ['leads', 'responsible', 'cooperate', 'supervise'] as const)
        if (row[role].length > 0) request.print(`  ${speak(request.language, role)}  ${row[role].join('、')}`);
    }
    return exit.fine;
  },
};
