import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { Checklist, NamedSet } from './schema.ts';

/** How many a set has: entries, or occurrences of its token in them. */
export const countOf = (set: NamedSet): number =>
  set.token === undefined ? set.items.length : set.items.reduce((sum, item) => sum + item.split(set.token ?? '').length - 1, 0);

const checkSet = (set: NamedSet, at: string): readonly Problem[] => {
  const clause = clauseOf('set', set);
  const found = countOf(set);
  const parts = set.parts?.reduce((sum, part) => sum + part, 0);
  const problems: Problem[] = [];
  if (parts !== undefined && parts !== set.declared)
    problems.push(problem('set.parts-differ', pointer(at, 'parts'), { ...clause, declared: set.declared, found: parts }));
  if (set.items.length === 0) return [...problems, problem('set.undefined', at, { ...clause, declared: set.declared })];
  if (found === set.declared) return problems;
  return set.partial && found < set.declared
    ? [...problems, problem('set.partial', at, { ...clause, declared: set.declared, found })]
    : [...problems, problem('set.count-differs', at, { ...clause, declared: set.declared, found })];
};

/** Sets whose entries do not come to the number their name says, and checklists that leave entries of their set out. */
export const checkSets = (sets: readonly NamedSet[], checklists: readonly Checklist[]): readonly Problem[] => {
  const counts = sets.flatMap((set, i) => checkSet(set, pointer('/sets', i)));
  const missing = checklists.flatMap((checklist, i) => {
    const set = sets.find((set) => set.name === checklist.set);
    const names = new Set(checklist.items.map((item) => item.name));
    const left = (set?.items ?? []).filter((item) => !names.has(item));
    if (!set || left.length === 0) return [];
    return [
      problem('set.not-checked', `${pointer('/checklists', i)}/items`, {
        ...clauseOf('checklist', checklist),
        set: set.name,
        items: left.slice(0, 5).join('、'),
      }),
    ];
  });
  return [...counts, ...missing];
};
