import { ownScopes } from '../indicator/asked.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledPlan } from './compile.ts';
import type { Plan } from './schema.ts';

/** A checklist without a word on what happens to what it finds. */
const checkNotice = (raw: unknown, plan: Plan): readonly Problem[] =>
  plan.checklists.length > 0 && typeof raw === 'object' && raw !== null && !Object.hasOwn(raw, 'findings')
    ? [problem('finding.no-notice', '')]
    : [];

/** Rules that go by an indicator of which no unit of their sheet ever has a figure. */
const checkFigures = ({ plan, sheets, indicators }: Omit<CompiledPlan, 'notice'>): readonly Problem[] =>
  plan.scoring.flatMap(({ name }, i) =>
    (sheets.get(name)?.rules ?? []).flatMap(({ rule, source }, j) => {
      const indicator = rule.of === undefined ? undefined : indicators.get(rule.of);
      const units = sheets.get(name)?.units ?? [];
      if (!indicator?.indicator.reported || units.length === 0 || units.some((unit) => ownScopes(indicator, unit).length > 0)) return [];
      const params = { ...clauseOf('rule', { ...rule, source }), indicator: indicator.name, unit: units[0], sheet: name };
      return [problem('scoring.no-figure', `${pointer('/scoring', i)}/rules/${j}/of`, params)];
    }),
  );

/** Parts of a plan that are written but reach nothing, inspectors who would score themselves, rules without a figure. */
export const checkUse = (compiled: Omit<CompiledPlan, 'notice'>, raw: unknown): readonly Problem[] => {
  const { plan } = compiled;
  const asked = new Set(plan.checklists.flatMap((list) => list.items.flatMap((item) => item.task ?? [])));
  const measured = new Set((plan.indicators ?? []).flatMap((indicator) => indicator.task ?? []));
  const scheduled = new Set(
    plan.schedule.flatMap(({ checklist, strata }) => [checklist, ...(strata ?? []).flatMap((stratum) => stratum.checklist ?? [])]),
  );
  const tasks = plan.responsibility.tasks.flatMap((task, i) =>
    asked.has(task.name) || measured.has(task.name)
      ? []
      : [problem('task.unchecked', pointer('/responsibility/tasks', i), clauseOf('task', task))],
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
  return [...checkNotice(raw, plan), ...tasks, ...checklists, ...selfInspection, ...checkFigures(compiled)];
};
