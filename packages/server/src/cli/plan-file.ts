import { chmod, stat } from 'node:fs/promises';
import { type Outcome, outcome, readPlan } from '@xiuhua/engine';
import { writeDurably } from '../adapters/durable.ts';
import { type Request, wrongUse } from './command.ts';
import { readArgument } from './files.ts';

/** A plan file as it was written: its content and how its lines are indented. */
export interface PlanFile {
  readonly path: string;
  readonly raw: unknown;
  readonly indent: string;
}

/** The plan file named by the first argument, read but not checked; or why it cannot be read. Standard input cannot be written to. */
export const planFileArgument = (request: Request, writes: boolean): Outcome<PlanFile> => {
  const path = request.args[0] ?? '';
  if (writes && path === '-') throw wrongUse(request, 'noWritingBack');
  const text = readArgument(request, 0, 'planFile');
  const read = readPlan(text);
  if (!read.ok) return read;
  return outcome({ path, raw: read.value, indent: /^\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? '  ' }, []);
};

/** Writes a plan where it was read, whole or not at all, with the same indentation and rights; or why a plan of that size is none. */
export const writePlanFile = async ({ path, indent }: PlanFile, plan: unknown): Promise<Outcome<null>> => {
  const text = `${JSON.stringify(plan, null, indent)}\n`;
  const readable = readPlan(text);
  if (!readable.ok) return readable;
  const { mode } = await stat(path);
  await writeDurably(path, text);
  await chmod(path, mode & 0o777);
  return outcome(null, []);
};
