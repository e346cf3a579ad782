import type { Task } from './schema.ts';

/** A task with its parties as units. */
export interface CompiledTask {
  readonly task: Task;
  readonly source: string;
  readonly lead: string | null;
  readonly responsible: readonly string[];
  readonly cooperate: readonly string[];
  /** Units a finding of this task may go to: the lead and the responsible ones. */
  readonly bearers: readonly string[];
}
