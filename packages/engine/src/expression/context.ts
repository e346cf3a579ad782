import type { ProblemCode } from '../problem/codes.ts';
import type { Params } from '../problem/problem.ts';
import type { Facts } from './facts.ts';
import { type Node, type NodeKind, node, type Spot } from './node.ts';
import type { Named } from './scope.ts';
import { isText, type NumberType, type Type, unread } from './type.ts';

/** The element a rule looks at inside `map`, `filter` and their like; a gathered value too inside `reduce`. */
export interface ElementScope {
  readonly of: Type;
  readonly gathered: Type | undefined;
  readonly level: number;
}

/** What the analysis of rules knows and where it reports. */
export interface Context {
  readonly names: ReadonlyMap<string, Named>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly hasCalendar: boolean;
  /** Analyses a part of a rule. */
  part(raw: unknown, at: string, facts: Facts | undefined, element: ElementScope | undefined): Node;
  report(code: ProblemCode, at: string, params: Params): void;
  /** Takes back what was reported after the mark, when a part has to be analysed again. */
  mark(back?: number): number;
}

/** An operator with its parts not yet analysed. */
export interface Call extends Spot {
  readonly context: Context;
  readonly raws: readonly unknown[];
  readonly facts: Facts | undefined;
  readonly element: ElementScope | undefined;
  /** Pointer of the list of parts, or of the single part when it is not in a list. */
  readonly base: string;
  readonly isList: boolean;
}

/** Where the `i`-th part of an operator stands. */
export const atPart = (call: Call, i: number): string => (call.isList ? `${call.base}/${i}` : call.base);

/** The `i`-th part, analysed; `facts` when they differ from those of the whole. */
export const partOf = (call: Call, i: number, facts = call.facts): Node =>
  call.context.part(call.raws[i], atPart(call, i), facts, call.element);

/** All parts, analysed. */
export const partsOf = (call: Call): Node[] => call.raws.map((_, i) => partOf(call, i));

/** The node that stands for something already reported. */
export const unreadNode = (spot: Spot): Node => node('unread', spot, unread);

/** True when one of the parts has been reported. */
export const anyUnread = (parts: readonly Node[]): boolean => parts.some((part) => part.type.kind === 'unread');

/** True when the part is of the kind wanted; otherwise it is reported. `text` takes choices too. */
export const expect = (call: Call, part: Node, kind: Type['kind']): boolean => {
  if (part.type.kind === 'unread') return false;
  if (part.type.kind === kind || (kind === 'text' && isText(part.type))) return true;
  if (part.type.kind === 'ratio') call.context.report('rule.division-unrounded', part.at, {});
  else call.context.report('rule.wrong-type', part.at, { operator: call.operator, expected: kind, found: part.type.kind });
  return false;
};

/** True when every part is of the kind wanted; each other one is reported. */
export const expectAll = (call: Call, parts: readonly Node[], kind: Type['kind']): boolean =>
  parts.reduce((fine, part) => expect(call, part, kind) && fine, true);

/** Makes a node for the call. */
export const made = (call: Call, kind: NodeKind, type: Type, parts: readonly Node[]): Node => node(kind, call, type, { parts });

/** The number of a part that is known to be one. */
export const numberIn = (part: Node): NumberType => part.type as NumberType;
