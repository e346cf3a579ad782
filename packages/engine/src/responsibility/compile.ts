import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { type CompiledPhase, phaseOn } from '../phase/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Task } from './schema.ts';

/** A task with its parties as units. */
export interface CompiledTask {
  readonly task: Task;
  readonly source: string;
  readonly lead: string | null;
  readonly responsible: readonly string[];
  readonly cooperate: readonly string[];
  readonly supervise: readonly string[];
  /** Units a finding of this task may go to: the lead and the responsible ones. */
  readonly bearers: readonly string[];
}

const read = (task: Task, organization: CompiledOrganization): CompiledTask => {
  const lead = task.lead === undefined ? null : (organization.units.get(task.lead) ?? null);
  const responsible = unitsOf(organization, task.responsible);
  return {
    task,
    source: task.source ?? '',
    lead,
    responsible,
    cooperate: unitsOf(organization, task.cooperate),
    supervise: unitsOf(organization, task.supervise),
    bearers: [...new Set([...(lead === null ? [] : [lead]), ...responsible])],
  };
};

/** Resolves the parties of every task. A task nobody bears is a problem, and so is a due day in no phase. */
export const compileTasks = (
  tasks: readonly Task[],
  scope: { readonly organization: CompiledOrganization; readonly phases: readonly CompiledPhase[] },
  at: string,
): { value: ReadonlyMap<string, CompiledTask>; problems: readonly Problem[] } => {
  const value = new Map(tasks.map((task) => [task.name, read(task, scope.organization)]));
  const problems = tasks.flatMap((task, i) => {
    const place = pointer(at, i);
    const found: Problem[] = [];
    if (task.lead === undefined && !task.responsible?.length) found.push(problem('task.no-party', place, clauseOf('task', task)));
    if (task.due !== undefined && scope.phases.length > 0 && !phaseOn(scope.phases, task.due))
      found.push(problem('task.due-outside', pointer(place, 'due'), { ...clauseOf('task', task), due: task.due }));
    return found;
  });
  return { value, problems };
};
