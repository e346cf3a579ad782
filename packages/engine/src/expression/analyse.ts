import type { ProblemCode } from '../problem/codes.ts';
import { nearest } from '../problem/nearest.ts';
import { asWritten, type Params, type Problem, pointer, problem } from '../problem/problem.ts';
import { addedTo, between } from './analyse-day.ts';
import { count, each, list, merge, rank, reduce, sum } from './analyse-list.ts';
import { among, belongs, choose, combine, compare, negate } from './analyse-logic.ts';
import { about, byDefault, joined, missing, name, part } from './analyse-name.ts';
import { add, divide, extreme, multiply, remainder, round, subtract } from './analyse-number.ts';
import type { Call, Context, ElementScope } from './context.ts';
import { decimalOf } from './decimal.ts';
import type { Facts } from './facts.ts';
import { type Node, node } from './node.ts';
import { type Operator, operators } from './operators.ts';
import { isForbidden, type Named } from './scope.ts';
import { booleanType, choiceType, unread } from './type.ts';

const readers: Readonly<Record<string, (call: Call) => Node>> = {
  var: name,
  missing,
  missing_some: missing,
  if: choose,
  '?:': choose,
  and: combine,
  or: combine,
  '!': negate,
  '!!': negate,
  '==': compare,
  '===': compare,
  '!=': compare,
  '!==': compare,
  '<': compare,
  '<=': compare,
  '>': compare,
  '>=': compare,
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  min: extreme,
  max: extreme,
  in: among,
  cat: joined,
  substr: part,
  merge,
  map: each,
  filter: each,
  reduce,
  all: each,
  some: each,
  none: each,
  round,
  known: about,
  asked: about,
  default: byDefault,
  count,
  sum,
  streak: each,
  rank,
  belongs,
  days: between,
  workdays: between,
  'add-days': addedTo,
  'add-workdays': addedTo,
};

interface Entry {
  readonly operator: Operator;
  readonly key: string;
  readonly read: (call: Call) => Node;
}

const table: ReadonlyMap<string, Entry> = new Map(
  [...operators].map(([key, operator]) => [key, { operator, key: pointer('', key), read: readers[key] as (call: Call) => Node }]),
);

const unreadAt = (raw: unknown, at: string): Node => node('unread', { operator: '', raw, at }, unread);

/** What rules are analysed against. */
export interface Surroundings {
  readonly names: ReadonlyMap<string, Named>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly hasCalendar: boolean;
}

/** Parts analysed at most in one rule, counting those that must be analysed again; and problems reported of it. */
const mostWork = 40_000;
const mostProblems = 100;

/** Analyses rules that have passed `checkShape`, one after the other, and gathers the problems. */
export class Analysis implements Context {
  readonly names: ReadonlyMap<string, Named>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly hasCalendar: boolean;
  readonly problems: Problem[] = [];
  private work = 0;

  constructor({ names, groups, hasCalendar }: Surroundings) {
    this.names = names;
    this.groups = groups;
    this.hasCalendar = hasCalendar;
  }

  /** The parts of a rule with their types; of kind `unread` where a problem was found. */
  rule(logic: unknown, at: string): Node {
    this.work = 0;
    const root = this.part(logic, at, undefined, undefined);
    if (this.work > mostWork) this.report('rule.too-many-parts', at, { limit: mostWork });
    return root;
  }

  part(raw: unknown, at: string, facts: Facts | undefined, element: ElementScope | undefined): Node {
    this.work += 1;
    if (this.work > mostWork || this.problems.length >= mostProblems) return unreadAt(raw, at);
    if (typeof raw !== 'object' || raw === null) return this.literal(raw, at);
    if (!Array.isArray(raw)) return this.operation(raw as Record<string, unknown>, at, facts, element);
    return list({ context: this, operator: '', raw, at, raws: raw, facts, element, base: at, isList: true });
  }

  report(code: ProblemCode, at: string, params: Params): void {
    this.problems.push(problem(code, at, params));
  }

  mark(back?: number): number {
    if (back !== undefined) this.problems.length = back;
    return this.problems.length;
  }

  private literal(raw: unknown, at: string): Node {
    const spot = { operator: '', raw, at };
    if (typeof raw === 'string') return node('literal', spot, choiceType([raw]), { literal: raw });
    if (typeof raw === 'boolean') return node('literal', spot, booleanType, { literal: raw });
    const decimal = typeof raw === 'number' ? decimalOf(raw, 12) : undefined;
    if (!decimal) {
      this.report('rule.bad-literal', at, { found: asWritten(raw) });
      return unreadAt(raw, at);
    }
    const { units, decimals } = decimal;
    return node('literal', spot, { kind: 'number', decimals, low: units, high: units }, { literal: units });
  }

  private operation(raw: Readonly<Record<string, unknown>>, at: string, facts: Facts | undefined, element: ElementScope | undefined): Node {
    const key = onlyKey(raw);
    const entry = key === undefined ? undefined : table.get(key);
    if (key === undefined || !entry) return this.notAnOperator(raw, at);
    const value = raw[key];
    const isList = Array.isArray(value);
    const raws: readonly unknown[] = isList ? value : [value];
    const { least, most } = entry.operator;
    if (raws.length < least || raws.length > most) {
      this.report('rule.wrong-arity', at, { operator: key, least, most: most > 100 ? undefined : most, found: raws.length });
      return unreadAt(raw, at);
    }
    return entry.read({ context: this, operator: key, raw, at, raws, facts, element, base: at + entry.key, isList });
  }

  private notAnOperator(raw: Readonly<Record<string, unknown>>, at: string): Node {
    const keys = Object.keys(raw);
    const name = (keys[0] ?? '').slice(0, 40);
    if (keys.length !== 1) this.report('rule.not-an-operator', at, { keys: keys.slice(0, 5).join('、').slice(0, 80) });
    else if (isForbidden(keys[0] as string)) this.report('rule.forbidden-name', at, { name });
    else this.report('rule.unknown-operator', at, { name, near: nearest(name, operators.keys()) });
    return unreadAt(raw, at);
  }
}

/** The key of an object that has just one of its own. */
const onlyKey = (raw: Readonly<Record<string, unknown>>): string | undefined => {
  const keys = Object.keys(raw);
  return keys.length === 1 ? keys[0] : undefined;
};
