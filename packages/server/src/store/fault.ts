import { type Problem, problem } from '@xiuhua/engine';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/**
 * What a fault of the disk or the database means to the person whose request met it: `store.full`, `store.busy`, or
 * `undefined` when it is neither and only a programmer can help.
 */
export const storeProblem = (error: unknown): Problem | undefined => {
  const code = codeOf(error);
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/.test(code)) return problem('store.full', '');
  if (/^(SQLITE_BUSY|SQLITE_IOERR|SQLITE_CANTOPEN|40001|40P01|55P03|57014|57P0\d|53300|08\w{3}|ECONNREFUSED|ECONNRESET|EMFILE)/.test(code))
    return problem('store.busy', '');
  return undefined;
};

/** True when the write failed because a row with the same key is there already. */
export const isTaken = (error: unknown): boolean => /^(SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)|23505)$/.test(codeOf(error));
