import { type Comparator, deny, reverse } from './compare.ts';
import type { Node } from './node.ts';
import type { NumberType } from './type.ts';

/** What is certain about a part of a rule inside one branch of it: narrower bounds, or that it is not zero. */
export interface Facts {
  readonly key: string;
  /** In units of the last decimal of the part itself. */
  readonly low: number;
  readonly high: number;
  readonly notZero: boolean;
  readonly before: Facts | undefined;
}

/** By what a part is recognised again: its name, or the text of its JSON. */
export const keyOf = (part: Node): string => (part.kind === 'name' ? `#${part.named?.slot}` : JSON.stringify(part.raw));

/** The literal in units that are `shift` decimals finer (coarser when negative), rounded down to a whole unit. Exact. */
export const wholeUnits = (literal: number, shift: number): number => {
  if (shift >= 0) return literal * 10 ** shift;
  const factor = 10 ** -shift;
  const rest = literal % factor;
  return (literal - rest) / factor - (rest < 0 ? 1 : 0);
};

/** True when the literal is a whole number of the coarser units. */
export const isWholeUnits = (literal: number, shift: number): boolean => shift >= 0 || literal % 10 ** -shift === 0;

const bounds = (comparator: Comparator, literal: number, shift: number): { readonly low: number; readonly high: number } => {
  const floor = wholeUnits(literal, shift);
  const isWhole = isWholeUnits(literal, shift);
  const low = comparator === '>' || !isWhole ? floor + 1 : floor;
  const high = comparator === '<' && isWhole ? floor - 1 : floor;
  if (comparator === '==') return { low, high };
  return comparator === '>' || comparator === '>=' ? { low, high: Infinity } : { low: -Infinity, high };
};

const fromComparison = (part: Node, literal: Node, comparator: Comparator, before: Facts | undefined): Facts | undefined => {
  if (part.type.kind !== 'number' || literal.type.kind !== 'number' || typeof literal.literal !== 'number') return before;
  if (comparator === '!=') {
    return literal.literal === 0 ? { key: keyOf(part), low: -Infinity, high: Infinity, notZero: true, before } : before;
  }
  const range = bounds(comparator, literal.literal, part.type.decimals - literal.type.decimals);
  return { key: keyOf(part), ...range, notZero: false, before };
};

/** The facts that hold where `condition` came to `truth`, added to those known before. */
export const factsWhen = (condition: Node, truth: boolean, before: Facts | undefined): Facts | undefined => {
  if (condition.kind === 'not' && condition.parts[0]) return factsWhen(condition.parts[0], !truth, before);
  if ((condition.kind === 'and' && truth) || (condition.kind === 'or' && !truth)) {
    return condition.parts.reduce<Facts | undefined>((facts, part) => factsWhen(part, truth, facts), before);
  }
  const a = condition.parts[0];
  const b = condition.parts[1];
  if (condition.kind !== 'compare' || !a || !b) return before;
  const comparator = truth ? (condition.mode as Comparator) : deny(condition.mode as Comparator);
  if (b.kind === 'literal') return fromComparison(a, b, comparator, before);
  return a.kind === 'literal' ? fromComparison(b, a, reverse(comparator), before) : before;
};

/** The number narrowed by what is known about the part. */
export const narrowed = (type: NumberType, key: string, facts: Facts | undefined): NumberType => {
  let { low, high } = type;
  for (let fact = facts; fact; fact = fact.before) {
    if (fact.key !== key) continue;
    low = Math.max(low, fact.low);
    high = Math.min(high, fact.high);
  }
  return low === type.low && high === type.high ? type : { kind: 'number', decimals: type.decimals, low, high };
};

/** True when the part cannot be zero: its range leaves zero out, or a branch has excluded it. */
export const cannotBeZero = (part: Node, facts: Facts | undefined): boolean => {
  if (part.type.kind !== 'number') return false;
  const key = facts ? keyOf(part) : '';
  const { low, high } = narrowed(part.type, key, facts);
  if (low > 0 || high < 0) return true;
  for (let fact = facts; fact; fact = fact.before) if (fact.key === key && fact.notZero) return true;
  return false;
};
