import { lastDayOf } from '../calendar/day.ts';
import { pointsOf, showPoints } from '../expression/points.ts';
import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { type CompiledPhase, phaseOn } from '../phase/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Quota, Task } from './schema.ts';

/** A task with its parties as units. */
export interface CompiledTask {
  readonly task: Task;
  readonly source: string;
  /** The lead first, then joint leads in the order of the plan. */
  readonly leads: readonly string[];
  readonly responsible: readonly string[];
  readonly cooperate: readonly string[];
  readonly supervise: readonly string[];
  /** Units a finding of this task may go to: the leads and the responsible ones. */
  readonly bearers: readonly string[];
}

/** What tasks may speak of: the sections left of them, compiled. */
export interface TaskScope {
  readonly organization: CompiledOrganization;
  readonly phases: readonly CompiledPhase[];
}

const read = (task: Task, organization: CompiledOrganization): CompiledTask => {
  const leads = unitsOf(organization, [...(task.lead === undefined ? [] : [task.lead]), ...(task.jointLeads ?? [])]);
  const responsible = unitsOf(organization, task.responsible);
  return {
    task,
    source: task.source ?? '',
    leads,
    responsible,
    cooperate: unitsOf(organization, task.cooperate),
    supervise: unitsOf(organization, task.supervise),
    bearers: [...new Set([...leads, ...responsible])],
  };
};

/** Whether the shares of a quota add up to its total, exactly. */
const checkQuota = (quota: Quota, organization: CompiledOrganization, at: string): readonly Problem[] => {
  const clause = clauseOf('quota', quota);
  const each = quota.each ? (pointsOf(quota.each.amount) ?? 0) * unitsOf(organization, [quota.each.of]).length : 0;
  const split = (quota.shares ?? []).reduce((sum, share) => sum + (pointsOf(share.amount) ?? 0), each);
  if (!quota.each && !quota.shares) return [problem('quota.not-distributed', at, clause)];
  if (quota.total === undefined || split === pointsOf(quota.total)) return [];
  return [problem('quota.sum-differs', at, { ...clause, total: quota.total, split: showPoints(split), unit: quota.unit })];
};

const checkTask = (task: Task, scope: TaskScope, at: string): readonly Problem[] => {
  const clause = clauseOf('task', task);
  const problems = (task.quotas ?? []).flatMap((quota, i) => checkQuota(quota, scope.organization, `${at}/quotas/${i}`));
  if (task.lead === undefined && !task.jointLeads?.length && !task.responsible?.length) problems.push(problem('task.no-party', at, clause));
  if (task.lead === undefined && task.jointLeads?.length)
    problems.push(problem('task.joint-without-lead', pointer(at, 'jointLeads'), clause));
  if (task.due !== undefined && scope.phases.length > 0 && !phaseOn(scope.phases, lastDayOf(task.due)))
    problems.push(problem('task.due-outside', pointer(at, 'due'), { ...clause, due: task.due }));
  return problems;
};

/** Resolves the parties of every task. A task nobody bears, a due day in no phase and shares that miss are problems. */
export const compileTasks = (
  tasks: readonly Task[],
  scope: TaskScope,
  at: string,
): { readonly value: ReadonlyMap<string, CompiledTask>; readonly problems: readonly Problem[] } => ({
  value: new Map(tasks.map((task) => [task.name, read(task, scope.organization)])),
  problems: tasks.flatMap((task, i) => checkTask(task, scope, pointer(at, i))),
});
