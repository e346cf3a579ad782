import { type Code, type Operation, operation } from './code.ts';
import { type Comparator, reverse } from './compare.ts';
import { isWholeUnits, wholeUnits } from './facts.ts';
import type { Node } from './node.ts';

interface Test {
  readonly slot: number;
  readonly comparator: Comparator;
  /** In units of the name; empty when it can equal none. */
  readonly keys: readonly number[];
}

const decimalsOf = (part: Node): number => (part.type.kind === 'number' ? part.type.decimals : 0);

const literalOf = (code: Code, part: Node, decimals: number): number => {
  if (typeof part.literal === 'string') return code.text(part.literal);
  if (typeof part.literal === 'boolean') return part.literal ? 1 : 0;
  return (part.literal as number) * 10 ** (decimals - decimalsOf(part));
};

/** A comparison of a name with a literal, with the literal brought to the units of the name. */
const compared = (code: Code, part: Node): Test | undefined => {
  const a = part.parts[0] as Node;
  const b = part.parts[1] as Node;
  const name = a.kind === 'name' ? a : b;
  const literal = name === a ? b : a;
  if (name.kind !== 'name' || literal.kind !== 'literal') return undefined;
  const comparator = name === a ? (part.mode as Comparator) : reverse(part.mode as Comparator);
  const slot = name.named?.slot as number;
  if (typeof literal.literal !== 'number') return { slot, comparator, keys: [literalOf(code, literal, 0)] };
  const shift = decimalsOf(name) - decimalsOf(literal);
  const whole = wholeUnits(literal.literal, shift);
  if (isWholeUnits(literal.literal, shift)) return { slot, comparator, keys: [whole] };
  if (comparator === '==') return { slot, comparator, keys: [] };
  return { slot, comparator, keys: [comparator === '>=' || comparator === '<' ? whole + 1 : whole] };
};

const among = (code: Code, part: Node): Test | undefined => {
  const name = part.parts[0] as Node;
  const list = part.parts[1];
  if (name.kind !== 'name') return undefined;
  const slot = name.named?.slot as number;
  if (!list) return { slot, comparator: '==', keys: part.texts.map((text) => code.text(text)) };
  const whole = list.parts.filter(
    (each) => typeof each.literal !== 'number' || isWholeUnits(each.literal, decimalsOf(name) - decimalsOf(each)),
  );
  return { slot, comparator: '==', keys: whole.map((each) => literalOf(code, each, decimalsOf(name))) };
};

const testOf = (code: Code, part: Node): Test | undefined => {
  if (part.kind === 'compare') return part.parts.some((each) => each.type.kind === 'ratio') ? undefined : compared(code, part);
  if (part.kind === 'in-list' || part.kind === 'belongs') return among(code, part);
  if (part.kind === 'name') return { slot: part.named?.slot as number, comparator: '==', keys: [1] };
  const inner = part.parts[0];
  return part.kind === 'not' && inner?.kind === 'name' ? { slot: inner.named?.slot as number, comparator: '==', keys: [0] } : undefined;
};

const bands: Readonly<Record<Comparator, Operation | undefined>> = {
  '==': operation.cases,
  '>=': operation.atLeastBands,
  '>': operation.aboveBands,
  '<=': operation.atMostBands,
  '<': operation.belowBands,
  '!=': undefined,
};

/**
 * A chain of conditions on one name with a literal for each becomes one instruction that looks the name up in a row:
 * grades by thresholds, points by choice. False when the choice is not of this shape.
 */
export const bandsOf = (code: Code, part: Node, target: { readonly register: number; readonly decimals: number }): boolean => {
  const { parts } = part;
  const last = parts.length % 2 === 1 ? parts.at(-1) : undefined;
  if (last && last.kind !== 'literal') return false;
  const row: number[] = [];
  let first: Test | undefined;
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const result = parts[i + 1] as Node;
    const test = result.kind === 'literal' ? testOf(code, parts[i] as Node) : undefined;
    if (!test || bands[test.comparator] === undefined) return false;
    first ??= test;
    if (test.slot !== first.slot || test.comparator !== first.comparator) return false;
    for (const key of test.keys) row.push(key, literalOf(code, result, target.decimals));
  }
  if (!first) return false;
  const otherwise = last ? literalOf(code, last, target.decimals) : Number.NaN;
  code.emit(bands[first.comparator] as Operation, target.register, [first.slot, code.row([row.length / 2, ...row, otherwise])]);
  return true;
};
