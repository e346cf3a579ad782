import { checkPlan, readPlan } from '@xiuhua/engine';
import type { CliCommand } from './command.ts';
import { readArgument } from './files.ts';
import { printProblems } from './problems.ts';

/** `xiuhua check plan.json`: everything wrong with a plan. Warnings and hints alone leave it fine. */
export const check: CliCommand = {
  name: 'check',
  about: 'checkAbout',
  form: '<plan.json>',
  options: {},
  run: async (request) => {
    const raw = readPlan(readArgument(request, 0, 'planFile'));
    return printProblems(request, raw.ok ? checkPlan(raw.value) : raw.problems);
  },
};
