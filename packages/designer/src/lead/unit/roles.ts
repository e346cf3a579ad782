import type { CompiledPlan, CompiledTask } from '@xiuhua/engine';

/** What a unit is in a task. */
export type TaskRole = 'lead_role' | 'responsible' | 'cooperate' | 'supervise';

const roleIn = (task: CompiledTask, unit: string): TaskRole | undefined => {
  if (task.leads.includes(unit)) return 'lead_role';
  if (task.responsible.includes(unit)) return 'responsible';
  if (task.cooperate.includes(unit)) return 'cooperate';
  return task.supervise.includes(unit) ? 'supervise' : undefined;
};

const weight: Readonly<Record<TaskRole, number>> = { lead_role: 0, responsible: 1, cooperate: 2, supervise: 3 };

/** The tasks a unit has a part in, with its strongest role in each: those it leads first, then in the plan's order. */
export const tasksOf = (plan: CompiledPlan, unit: string): readonly { readonly task: CompiledTask; readonly role: TaskRole }[] =>
  [...plan.tasks.values()]
    .flatMap((task) => {
      const role = roleIn(task, unit);
      return role ? [{ task, role }] : [];
    })
    .toSorted((a, b) => weight[a.role] - weight[b.role]);
