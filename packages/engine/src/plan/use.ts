import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledPlan } from './compile.ts';
import type { Plan } from './schema.ts';

/** A checklist without a word on what happens to what it finds. */
const checkNotice = (raw: unknown, plan: Plan): readonly Problem[] =>
  plan.checklists.length > 0 && typeof raw === 'object' && raw !== null && !Object.hasOwn(raw, 'findings')
    ? [problem('finding.no-notice', '')]
    : [];

/** Parts of a plan that are written but reach nothing, and inspectors who would score themselves. */
export const checkUse = (compiled: Omit<CompiledPlan, 'notice'>, raw: unknown): readonly Problem[] => {
  const { plan } = compiled;
  const asked = new Set(plan.checklists.flatMap((list) => list.items.flatMap((item) => item.task ?? [])));
  const scheduled = new Set(
    plan.schedule.flatMap(({ checklist, strata }) => [checklist, ...(strata ?? []).flatMap((stratum) => stratum.checklist ?? [])]),
  );
  const tasks = plan.responsibility.tasks.flatMap((task, i) =>
    asked.has(task.name) ? [] : [problem('task.unchecked', pointer('/responsibility/tasks', i), clauseOf('task', task))],
  );
  const checklists = plan.checklists.flatMap((list, i) =>
    scheduled.has(list.name) ? [] : [problem('checklist.unscheduled', pointer('/checklists', i), clauseOf('checklist', list))],
  );
  const selfInspection = plan.schedule.flatMap((schedule, i) => {
    const by = compiled.organization.parties.get(schedule.by) ?? [];
    const sheet = [...compiled.sheets.values()].find(({ units }) => by.length > 0 && by.every((unit) => units.includes(unit)));
    if (!sheet) return [];
    const params = { ...clauseOf('schedule', schedule), unit: schedule.by, sheet: sheet.sheet.name };
    return [problem('schedule.self-inspection', `${pointer('/schedule', i)}/by`, params)];
  });
  return [...checkNotice(raw, plan), ...tasks, ...checklists, ...selfInspection];
};
