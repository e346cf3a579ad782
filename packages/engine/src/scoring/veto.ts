import type { CompiledRule } from './compile.ts';
import { countedBy, type Known, moves, type Outcome } from './mechanism.ts';
import type { Reason } from './reason.ts';

/** When its occasion happened, the whole score comes to `points` at most. What it took is said by the sheet's limit. */
export const veto = (rule: CompiledRule, known: Known): Outcome => {
  const struck = countedBy(rule, known.happenings);
  const leaves = struck.map(
    (happening): Reason => ({
      kind: 'occasion',
      name: happening.name,
      source: happening.source || rule.source,
      points: 0,
      parts: [],
      cause: happening.cause,
    }),
  );
  const outcome = moves({ kind: 'rule', name: rule.rule.name, source: rule.source, points: 0, parts: leaves });
  return struck.length ? { ...outcome, vetoed: rule.points ?? 0 } : outcome;
};
