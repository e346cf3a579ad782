import { asWritten } from '../problem/problem.ts';
import { anyUnread, type Call, expect, expectAll, made, numberIn, partOf, partsOf, unreadNode } from './context.ts';
import { type Rounding, roundings } from './decimal.ts';
import { cannotBeZero, keyOf, narrowed } from './facts.ts';
import { inexact, type Node, node } from './node.ts';
import { exactBelow, finer, isExact, type NumberType, type RatioType } from './type.ts';

/** More decimals than this are refused. */
const mostDecimals = 30;

const number = (decimals: number, low: number, high: number): NumberType => ({ kind: 'number', decimals, low, high });
const sizeOf = (type: NumberType): number => Math.max(Math.abs(type.low), Math.abs(type.high));
const decimalsOf = (parts: readonly Node[]): number => parts.reduce((most, part) => Math.max(most, numberIn(part).decimals), 0);

const tooFine = (call: Call): Node => {
  call.context.report('rule.too-fine', call.at, { limit: mostDecimals });
  return unreadNode(call);
};

/** A sum in the units of its finest part. It is inexact when the parts could pass the range on the way. */
export const add = (call: Call): Node => {
  const parts = partsOf(call);
  if (!expectAll(call, parts, 'number')) return unreadNode(call);
  const decimals = decimalsOf(parts);
  let [low, high, size] = [0, 0, 0];
  for (const part of parts) {
    const type = finer(numberIn(part), decimals);
    low += type.low;
    high += type.high;
    size += sizeOf(type);
  }
  const sum = made(call, 'add', number(decimals, low, high), parts);
  return size < exactBelow ? sum : inexact(sum);
};

export const subtract = (call: Call): Node => {
  const parts = partsOf(call);
  if (!expectAll(call, parts, 'number')) return unreadNode(call);
  const decimals = decimalsOf(parts);
  const [a, b] = parts.map((part) => finer(numberIn(part), decimals));
  if (!a) return unreadNode(call);
  if (!b) return made(call, 'subtract', number(decimals, -a.high, -a.low), parts);
  const difference = made(call, 'subtract', number(decimals, a.low - b.high, a.high - b.low), parts);
  return sizeOf(a) + sizeOf(b) < exactBelow ? difference : inexact(difference);
};

const product = (a: NumberType, b: NumberType): NumberType => {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((corner) => (Number.isNaN(corner) ? 0 : corner));
  return number(a.decimals + b.decimals, Math.min(...corners), Math.max(...corners));
};

const one = number(0, 1, 1);
const overOf = (part: Node): NumberType => (part.type.kind === 'ratio' ? part.type.over : numberIn(part));
const underOf = (part: Node): NumberType => (part.type.kind === 'ratio' ? part.type.under : one);

/** A product. A division among its parts stays a division, to be rounded or compared later. */
export const multiply = (call: Call): Node => {
  const parts = partsOf(call);
  const fine = parts.reduce((so, part) => (part.type.kind === 'ratio' || expect(call, part, 'number')) && so, true);
  if (!fine) return unreadNode(call);
  const over = parts.map(overOf).reduce(product);
  const under = parts.map(underOf).reduce(product);
  if (over.decimals > mostDecimals || under.decimals > mostDecimals) return tooFine(call);
  if (!parts.some((part) => part.type.kind === 'ratio')) return made(call, 'multiply', over, parts);
  return ratio(call, 'multiply', { kind: 'ratio', over, under }, parts);
};

const ratio = (call: Call, kind: 'multiply' | 'divide', type: RatioType, parts: readonly Node[]): Node => {
  const quotient = node(kind, call, type, { parts });
  return isExact(type.over) && isExact(type.under) ? quotient : inexact(quotient);
};

/** A division, exact and not rounded. Its divisor must be known not to be zero. */
export const divide = (call: Call): Node => {
  const parts = partsOf(call);
  if (!expectAll(call, parts, 'number')) return unreadNode(call);
  const [over, under] = parts as [Node, Node];
  if (!cannotBeZero(under, call.facts)) {
    call.context.report('rule.division-by-zero', under.at, {});
    return unreadNode(call);
  }
  const range = call.facts ? narrowed(numberIn(under), keyOf(under), call.facts) : numberIn(under);
  return ratio(call, 'divide', { kind: 'ratio', over: numberIn(over), under: range }, parts);
};

/** The remainder; it has the sign of the first part, and is smaller than the second. */
export const remainder = (call: Call): Node => {
  const parts = partsOf(call);
  if (!expectAll(call, parts, 'number')) return unreadNode(call);
  const [a, b] = parts as [Node, Node];
  if (!cannotBeZero(b, call.facts)) {
    call.context.report('rule.division-by-zero', b.at, {});
    return unreadNode(call);
  }
  const decimals = decimalsOf(parts);
  const [x, y] = [finer(numberIn(a), decimals), finer(numberIn(b), decimals)];
  const size = Math.min(sizeOf(y), sizeOf(x));
  const rest = made(call, 'remainder', number(decimals, x.low < 0 ? -size : 0, x.high > 0 ? size : 0), parts);
  return sizeOf(x) < exactBelow && sizeOf(y) < exactBelow ? rest : inexact(rest);
};

/** The least or the greatest of numbers, or of days. */
export const extreme = (call: Call): Node => {
  const parts = partsOf(call);
  const kind = call.operator === 'min' ? 'least' : 'greatest';
  if (anyUnread(parts)) return unreadNode(call);
  if (parts[0]?.type.kind === 'day') return expectAll(call, parts, 'day') ? made(call, kind, parts[0].type, parts) : unreadNode(call);
  if (!expectAll(call, parts, 'number')) return unreadNode(call);
  const decimals = decimalsOf(parts);
  const types = parts.map((part) => finer(numberIn(part), decimals));
  const pick = kind === 'least' ? Math.min : Math.max;
  const found = made(call, kind, number(decimals, pick(...types.map((t) => t.low)), pick(...types.map((t) => t.high))), parts);
  return types.every(isExact) ? found : inexact(found);
};

/** A number or division rounded to so many decimals in a declared way. */
export const round = (call: Call): Node => {
  const part = partOf(call, 0);
  const [, decimals, rounding] = call.raws;
  if (typeof decimals !== 'number' || !Number.isInteger(decimals) || decimals < 0 || decimals > 12) {
    call.context.report('rule.unknown-rounding', `${call.base}/1`, { found: asWritten(decimals), choices: '0–12' });
    return unreadNode(call);
  }
  if (!roundings.includes(rounding as Rounding)) {
    call.context.report('rule.unknown-rounding', `${call.base}/2`, { found: asWritten(rounding), choices: roundings.join(', ') });
    return unreadNode(call);
  }
  if (part.type.kind !== 'ratio' && !expect(call, part, 'number')) return unreadNode(call);
  const [over, under] = [overOf(part), underOf(part)];
  const lift = decimals + under.decimals - over.decimals;
  const [top, bottom] = [sizeOf(over) * 10 ** Math.max(0, lift), sizeOf(under) * 10 ** Math.max(0, -lift)];
  const rounded = node('round', call, quotientRange(over, under, decimals), {
    parts: [part],
    mode: rounding as Rounding,
    level: decimals,
  });
  return top < exactBelow / 2 && bottom < exactBelow / 2 ? rounded : inexact(rounded);
};

/** The bounds of a rounded quotient. A divisor that can have either sign is at least one unit away from zero. */
const quotientRange = (over: NumberType, under: NumberType, decimals: number): NumberType => {
  const factor = 10 ** (decimals + under.decimals - over.decimals);
  const below = under.low < 0 ? [under.low, Math.min(under.high, -1)] : [];
  const above = under.high > 0 ? [Math.max(under.low, 1), under.high] : [];
  const corners = [...below, ...above].flatMap((divisor) => [(over.low * factor) / divisor, (over.high * factor) / divisor]);
  return number(decimals, Math.floor(Math.min(...corners)), Math.ceil(Math.max(...corners)));
};
