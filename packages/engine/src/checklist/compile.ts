import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { type Points, pointsOf } from './points.ts';
import type { Checklist, Item } from './schema.ts';

/** An item with its points exact. */
export interface CompiledItem {
  readonly item: Item;
  readonly index: number;
  readonly points: Points;
  readonly most: Points | null;
  readonly source: string;
}

/** A checklist with its items by name, in order. */
export interface CompiledChecklist {
  readonly checklist: Checklist;
  readonly items: ReadonlyMap<string, CompiledItem>;
  readonly source: string;
}

const read = (checklist: Checklist): CompiledChecklist => {
  const source = checklist.source ?? '';
  const items = checklist.items.map((item, index): [string, CompiledItem] => [
    item.name,
    { item, index, points: pointsOf(item.points) ?? 0, most: item.most === undefined ? null : (pointsOf(item.most) ?? 0), source: item.source ?? source },
  ]);
  return { checklist, items: new Map(items), source };
};

/** Reads the checklists. `byClass` is the register: a checklist for a class without sites is a problem. */
export const compileChecklists = (
  checklists: readonly Checklist[],
  byClass: ReadonlyMap<string, readonly string[]>,
  at: string,
): { value: ReadonlyMap<string, CompiledChecklist>; problems: readonly Problem[] } => {
  const problems = checklists.flatMap((checklist, i) => {
    const clause = clauseOf('checklist', checklist);
    const found: Problem[] = [];
    if (checklist.items.length === 0) found.push(problem('checklist.empty', pointer(at, i), clause));
    if (byClass.get(checklist.for)?.length === 0) found.push(problem('checklist.no-site', `${pointer(at, i)}/for`, { ...clause, class: checklist.for }));
    return found;
  });
  return { value: new Map(checklists.map((checklist) => [checklist.name, read(checklist)])), problems };
};

/** What a failure costs in one visit: points for each spot, at most the item's limit. */
export const costOf = (item: CompiledItem, count: number): Points => {
  const cost = item.points * (item.item.counted ? count : 1);
  return item.most === null ? cost : Math.min(cost, item.most);
};
