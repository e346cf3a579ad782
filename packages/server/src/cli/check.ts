import { lintByRehearsal, provePlan, readPlan } from '@xiuhua/engine';
import type { CliCommand } from './command.ts';
import { readArgument } from './files.ts';
import { printProblems } from './problems.ts';

/** `xiuhua check plan.json [--rehearse]`: everything wrong with a plan, its scenarios run. Warnings and hints alone leave it fine. */
export const check: CliCommand = {
  name: 'check',
  about: 'checkAbout',
  form: '<plan.json> [--rehearse]',
  options: { rehearse: { type: 'boolean' } },
  run: async (request) => {
    const raw = readPlan(readArgument(request, 0, 'planFile'));
    if (!raw.ok) return printProblems(request, raw.problems);
    const examined = provePlan(raw.value);
    const lived = examined.ok && request.options['rehearse'] === true ? lintByRehearsal(examined.value) : [];
    return printProblems(request, [...examined.problems, ...lived]);
  },
};
