import type { CompiledRules } from '../expression/compiled.ts';
import { type Points, pointsOf, showPoints } from '../expression/points.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { compileAsked } from './asked.ts';
import { type Fails, readFails } from './fails.ts';
import type { Checklist, Item } from './schema.ts';

/** An item with its points exact and its phrase read. */
export interface CompiledItem {
  readonly item: Item;
  readonly index: number;
  readonly points: Points;
  readonly most: Points | null;
  /** `null` for one judged 合格 or 不合格 by the inspector, and for one that only records. */
  readonly fails: Fails | null;
  readonly source: string;
}

/** A checklist with its items by name, in order, and the conditions under which they are asked. */
export interface CompiledChecklist {
  readonly checklist: Checklist;
  readonly items: ReadonlyMap<string, CompiledItem>;
  /** `undefined` when every item is always asked. */
  readonly asked: CompiledRules | undefined;
  readonly source: string;
}

/** True for an item that can fail: 合格/不合格, or a value with a word on when it fails. */
export const isJudged = (item: Item): boolean =>
  (item.answer ?? 'pass') === 'pass' || item.fails !== undefined || (item.standards ?? []).some(({ fails }) => fails !== undefined);

const exact = (written: number | undefined): Points | null => (written === undefined ? null : (pointsOf(written) ?? 0));

const readItem = (item: Item, index: number, source: string): CompiledItem => ({
  item,
  index,
  points: exact(item.points) ?? 0,
  most: exact(item.most),
  fails: item.fails === undefined ? null : (readFails(item.fails) ?? null),
  source: item.source ?? source,
});

const needsChoices = (item: Item): boolean => (item.answer === 'choice' || item.answer === 'several') && !item.choices?.length;

/** Marks of failure that cannot be read: the item's own and those of its standards. */
const checkFails = (item: Item, at: string): readonly Problem[] => {
  const written = [
    { phrase: item.fails, place: at },
    ...(item.standards ?? []).map(({ fails }, i) => ({ phrase: fails, place: `${at}/standards/${i}` })),
  ];
  return written.flatMap(({ phrase, place }) => {
    if (phrase === undefined || readFails(phrase)) return [];
    const params = { ...clauseOf('item', item), kind: 'fails', found: phrase, examples: 'above 3、below 2、is 无、is not 有' };
    return [problem('phrase.unreadable', pointer(place, 'fails'), params)];
  });
};

const checkItem = (item: Item, at: string): readonly Problem[] => {
  const clause = clauseOf('item', item);
  const problems: Problem[] = [];
  if (isJudged(item) && item.task === undefined && item.unit === undefined) problems.push(problem('item.no-task', at, clause));
  if (isJudged(item) && item.points === undefined && !item.standards?.some((standard) => standard.points !== undefined))
    problems.push(problem('item.no-points', at, clause));
  if (needsChoices(item)) problems.push(problem('item.no-choices', at, clause));
  if (item.answer === 'table' && !item.columns?.length) problems.push(problem('item.no-columns', at, clause));
  problems.push(...checkFails(item, at));
  if (item.least !== undefined && item.greatest !== undefined && item.least > item.greatest)
    problems.push(problem('item.bounds-reversed', pointer(at, 'least'), { ...clause, least: item.least, greatest: item.greatest }));
  const most = exact(item.most);
  if (most !== null && most < (exact(item.points) ?? 0))
    problems.push(problem('item.most-below-points', pointer(at, 'most'), { ...clause, most: showPoints(most), points: item.points }));
  return problems;
};

/** Reads the checklists. `byClass` is the register: a checklist for a class without sites is a problem. */
export const compileChecklists = (
  checklists: readonly Checklist[],
  byClass: ReadonlyMap<string, readonly string[]>,
  at: string,
): { readonly value: ReadonlyMap<string, CompiledChecklist>; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const value = checklists.map((checklist, i): [string, CompiledChecklist] => {
    const place = pointer(at, i);
    const clause = clauseOf('checklist', checklist);
    if (checklist.items.length === 0) problems.push(problem('checklist.empty', place, clause));
    if (byClass.get(checklist.for)?.length === 0)
      problems.push(problem('checklist.no-site', `${place}/for`, { ...clause, class: checklist.for }));
    problems.push(...checklist.items.flatMap((item, j) => checkItem(item, `${place}/items/${j}`)));
    const asked = compileAsked(checklist, place);
    problems.push(...asked.problems);
    const source = checklist.source ?? '';
    const items = new Map(checklist.items.map((item, j) => [item.name, readItem(item, j, source)]));
    return [checklist.name, { checklist, items, asked: asked.ok ? asked.value : undefined, source }];
  });
  return { value: new Map(value), problems };
};

/** What a failure costs in one visit: points for each spot, at most the item's limit. */
export const costOf = (item: CompiledItem, count: number): Points => {
  const cost = item.points * (item.item.counted ? count : 1);
  return item.most === null ? cost : Math.min(cost, item.most);
};
