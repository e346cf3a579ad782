import type { CompiledPlan } from '../plan/compile.ts';

/** One line of the responsibility matrix: a task and the units in each role, in the order of the plan. */
export interface MatrixRow {
  readonly task: string;
  readonly source: string;
  readonly leads: readonly string[];
  readonly responsible: readonly string[];
  readonly cooperate: readonly string[];
  readonly supervise: readonly string[];
}

/** The responsibility matrix of a plan, one row a task. */
export const matrixOf = (plan: CompiledPlan): readonly MatrixRow[] =>
  [...plan.tasks.values()].map(({ task, source, leads, responsible, cooperate, supervise }) => ({
    task: task.name,
    source,
    leads,
    responsible,
    cooperate,
    supervise,
  }));
