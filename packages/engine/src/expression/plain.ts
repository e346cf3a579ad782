import type { Named } from './scope.ts';

/** What is known where rules are turned into plain JsonLogic. */
export interface PlainScope {
  readonly names: ReadonlyMap<string, Named>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** Under which key the data of plain JsonLogic holds a name: one that has no dots. */
export const keyOf = (slot: number): string => `x${slot}`;

type Parts = readonly unknown[];

const accumulator = { var: 'accumulator' };
const current = { var: 'current' };
const total = (list: unknown): unknown => ({ reduce: [list, { '+': [accumulator, current] }, 0] });
const number = (list: unknown): unknown => ({ reduce: [list, { '+': [accumulator, 1] }, 0] });
const orElse = ([value, instead]: Parts): unknown => ({ if: [{ '!==': [value, null] }, value, instead] });

/** Operators of our own in terms of plain ones; those that stay are given to the other evaluator under a `#`. */
const rewritten: Readonly<Record<string, (parts: Parts, scope: PlainScope) => unknown>> = {
  known: ([value]) => ({ '!==': [value, null] }),
  asked: () => true,
  default: orElse,
  count: (parts) => number(parts.length > 1 ? { filter: parts } : parts[0]),
  sum: (parts) => total(parts.length > 1 ? { map: parts } : parts[0]),
  streak: (parts) => ({ reduce: [{ map: parts }, { if: [current, { '+': [accumulator, 1] }, 0] }, 0] }),
  belongs: ([value, group], { groups }) => ({ in: [value, groups.get(String(group)) ?? []] }),
  rank: (parts) => ({ '#rank': parts }),
  round: (parts) => ({ '#round': parts }),
  days: (parts) => ({ '#days': parts }),
  workdays: (parts) => ({ '#workdays': parts }),
  'add-days': (parts) => ({ '#add-days': parts }),
  'add-workdays': (parts) => ({ '#add-workdays': parts }),
};

const overLists = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none', 'count', 'sum', 'streak']);

const outer = (parts: Parts, scope: PlainScope): unknown => {
  const slot = scope.names.get(String(parts[0]))?.slot ?? -1;
  const read = { var: keyOf(slot) };
  return parts.length > 1 ? orElse([read, plain(parts[1], scope, false)]) : read;
};

const namesOf = (list: Parts, scope: PlainScope): readonly string[] => list.map((name) => keyOf(scope.names.get(String(name))?.slot ?? -1));

const missing = (operator: string, parts: Parts, scope: PlainScope): unknown => {
  if (operator === 'missing_some') return { '#names': [{ missing_some: [parts[0], namesOf(parts[1] as Parts, scope)] }] };
  return { '#names': [{ missing: namesOf(parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : parts, scope) }] };
};

/**
 * A checked rule as plain JsonLogic for another evaluator. Names become `x<slot>`, so that dots in them are no paths.
 * `inList` says that the rule is the body of a list operator, where names are those of the element.
 */
export const plain = (logic: unknown, scope: PlainScope, inList = false): unknown => {
  if (Array.isArray(logic)) return logic.map((each) => plain(each, scope, inList));
  if (typeof logic !== 'object' || logic === null) return logic;
  const [operator, value] = Object.entries(logic)[0] as [string, unknown];
  const parts: Parts = Array.isArray(value) ? value : [value];
  if (operator === 'var' && !inList) return outer(parts, scope);
  if (operator === 'missing' || operator === 'missing_some') return missing(operator, parts, scope);
  const inner = parts.map((part, i) => plain(part, scope, inList || (i === 1 && overLists.has(operator))));
  return rewritten[operator]?.(inner, scope) ?? { [operator]: inner };
};
