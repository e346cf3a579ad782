import type { Comparator } from './compare.ts';
import type { Rounding } from './decimal.ts';
import type { Named } from './scope.ts';
import { isExact, type Type } from './type.ts';

/** What a part of a rule does, once its operator and the types of its parts are settled. */
export type NodeKind =
  | 'literal'
  | 'list'
  | 'name'
  | 'element'
  | 'gathered'
  | 'if'
  | 'and'
  | 'or'
  | 'not'
  | 'compare'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'remainder'
  | 'round'
  | 'least'
  | 'greatest'
  | 'in-list'
  | 'in-text'
  | 'belongs'
  | 'join-text'
  | 'part-of-text'
  | 'join-lists'
  | 'map'
  | 'filter'
  | 'reduce'
  | 'all'
  | 'some'
  | 'none'
  | 'count'
  | 'sum'
  | 'streak'
  | 'rank'
  | 'missing'
  | 'known'
  | 'asked'
  | 'default'
  | 'days'
  | 'add-days'
  | 'unread';

/**
 * A part of a rule with its type. `literal` is in units of the last decimal for a number and a day number for a day.
 * `exact` says that neither it nor any part of it can leave the range in which a double is exact.
 */
export interface Node {
  readonly kind: NodeKind;
  /** The operator as written; empty for literals and lists. */
  readonly operator: string;
  readonly raw: unknown;
  readonly at: string;
  readonly type: Type;
  readonly parts: readonly Node[];
  readonly exact: boolean;
  readonly literal: boolean | number | string | undefined;
  readonly named: Named | undefined;
  /** Comparator, rounding, field of a row, or `workdays` where days can be either. */
  readonly mode: Comparator | Rounding | string;
  /** Members of a group, names asked for, kinds of no value. */
  readonly texts: readonly string[];
  /** Which list the element belongs to, counted from the outermost; or how many names must be present. */
  readonly level: number;
}

/** What a node has besides its kind, place and type. */
export type Extra = Partial<Pick<Node, 'parts' | 'literal' | 'named' | 'mode' | 'texts' | 'level'>>;

/** Where a part stands: its operator, its JSON and its pointer. */
export interface Spot {
  readonly operator: string;
  readonly raw: unknown;
  readonly at: string;
}

const none: readonly never[] = [];

const allExact = (parts: readonly Node[]): boolean => {
  for (const part of parts) if (!part.exact) return false;
  return true;
};

const bare: Extra = {};

/** Makes a node; it is exact when its parts are and, for a number, when its own range is. */
export const node = (kind: NodeKind, spot: Spot, type: Type, extra: Extra = bare): Node => {
  const parts = extra.parts ?? none;
  return {
    kind,
    operator: spot.operator,
    raw: spot.raw,
    at: spot.at,
    type,
    parts,
    exact: allExact(parts) && (type.kind !== 'number' || isExact(type)),
    literal: extra.literal,
    named: extra.named,
    mode: extra.mode ?? '',
    texts: extra.texts ?? none,
    level: extra.level ?? 0,
  };
};

/** The node with its exactness denied: a value on the way to it can be too large for a double. */
export const inexact = (made: Node): Node => (made.exact ? { ...made, exact: false } : made);
