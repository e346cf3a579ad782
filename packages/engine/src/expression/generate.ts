import { type Code, type Open, operation } from './code.ts';
import type { Comparator } from './compare.ts';
import { type Rounding, roundings } from './decimal.ts';
import { bandsOf } from './generate-bands.ts';
import { termsOf } from './generate-terms.ts';
import type { Node } from './node.ts';

/** Decimals of a part that is a number; 0 for all else. */
const decimalsOf = (part: Node): number => (part.type.kind === 'number' ? part.type.decimals : 0);

/** A literal as it stands in a register, in units of so many decimals. */
export const literalIn = (code: Code, part: Node, decimals = decimalsOf(part)): number => {
  const { literal } = part;
  if (typeof literal === 'string') return code.text(literal);
  if (typeof literal === 'boolean') return literal ? 1 : 0;
  return (literal as number) * 10 ** (decimals - decimalsOf(part));
};

/** The register that holds the part, in units of so many decimals. Names and literals are not copied. */
export const value = (code: Code, part: Node, decimals = decimalsOf(part)): number => {
  if (part.kind === 'literal') return code.constant(literalIn(code, part, decimals));
  if (part.kind === 'name' && decimals === decimalsOf(part)) return part.named?.slot as number;
  const register = code.spare();
  into(code, part, { register, decimals });
  return register;
};

/** Where a value goes, and with how many decimals. */
export interface Target {
  readonly register: number;
  readonly decimals: number;
}

/** Emits code that leaves the part in the target. */
export const into = (code: Code, part: Node, target: Target): void => {
  const { register, decimals } = target;
  if (part.kind === 'literal' || (part.kind === 'name' && decimals === decimalsOf(part))) {
    code.emit(operation.move, register, [value(code, part, decimals)]);
  } else if (part.kind === 'if') chosen(code, part, target);
  else if (part.kind === 'default') {
    code.emit(operation.needValue, register, [value(code, part.parts[0] as Node, decimals)]);
  } else if (part.type.kind === 'boolean') truth(code, part, register);
  else if (part.kind === 'add' || part.kind === 'subtract') summed(code, part, target);
  else if (part.kind === 'least' || part.kind === 'greatest') extreme(code, part, target);
  else if (part.kind === 'add-days') {
    code.emit(operation.add, register, [value(code, part.parts[0] as Node), value(code, part.parts[1] as Node)]);
  } else lifted(code, part, target);
};

const days = (code: Code, part: Node, register: number): void => {
  code.emit(operation.subtract, register, [value(code, part.parts[1] as Node), value(code, part.parts[0] as Node)]);
};

/** Parts computed in their own units first and brought to finer ones after. */
const lifted = (code: Code, part: Node, { register, decimals }: Target): void => {
  if (part.kind === 'multiply') multiplied(code, part.parts, register);
  else if (part.kind === 'days') days(code, part, register);
  else if (part.kind === 'round') rounded(code, part, register);
  else if (part.kind === 'remainder') {
    const own = decimalsOf(part);
    code.emit(operation.remainder, register, [value(code, part.parts[0] as Node, own), value(code, part.parts[1] as Node, own)]);
  } else code.emit(operation.move, register, [value(code, part)]);
  const lift = decimals - decimalsOf(part);
  if (lift > 0) code.emit(operation.multiply, register, [register, code.constant(10 ** lift)]);
};

const multiplied = (code: Code, parts: readonly Node[], register: number): void => {
  let so = value(code, parts[0] as Node);
  if (parts.length === 1) code.emit(operation.move, register, [so]);
  for (const part of parts.slice(1)) {
    code.emit(operation.multiply, register, [so, value(code, part)]);
    so = register;
  }
};

const summed = (code: Code, part: Node, { register, decimals }: Target): void => {
  const { constant, terms } = termsOf(part, decimals);
  const registers = terms.map((term) => value(code, term.part));
  const [a, b] = registers;
  const plain = terms.every((term) => term.factor === 1);
  if (terms.length === 2 && plain && constant === 0) code.emit(operation.add, register, [a as number, b as number]);
  else if (terms.length === 1 && plain) code.emit(operation.add, register, [a as number, code.constant(constant)]);
  else if (terms.length === 2 && constant === 0 && terms[0]?.factor === 1 && terms[1]?.factor === -1) {
    code.emit(operation.subtract, register, [a as number, b as number]);
  } else code.emit(operation.dot, register, [terms.length, code.row([constant, ...terms.map((term) => term.factor)]), ...registers]);
};

const isNumber = (part: Node): boolean => part.kind === 'literal' && part.type.kind === 'number';

const extreme = (code: Code, part: Node, { register, decimals }: Target): void => {
  const [a, b] = part.parts as [Node, Node];
  const [bound, other] = part.parts.length !== 2 ? [] : isNumber(a) ? [a, b] : isNumber(b) ? [b, a] : [];
  if (bound && other && bounded(code, part, { bound, other }, { register, decimals })) return;
  let so = value(code, a, decimals);
  if (part.parts.length === 1) code.emit(operation.move, register, [so]);
  for (const next of part.parts.slice(1)) {
    code.emit(operation[part.kind as 'least' | 'greatest'], register, [so, value(code, next, decimals)]);
    so = register;
  }
};

/** `max(0, min(100, x))` and `max(-10, 0.5 x)` in one instruction each. */
const bounded = (code: Code, part: Node, pair: { bound: Node; other: Node }, { register, decimals }: Target): boolean => {
  const { bound, other } = pair;
  const opposite = part.kind === 'least' ? 'greatest' : 'least';
  if (other.kind === opposite && other.parts.length === 2) {
    const [c, d] = other.parts as [Node, Node];
    const [second, inner] = isNumber(c) ? [c, d] : [d, c];
    if (!isNumber(second)) return false;
    const [low, high] = part.kind === 'greatest' ? [bound, second] : [second, bound];
    if (literalIn(code, low, decimals) > literalIn(code, high, decimals)) return false;
    code.emit(operation.clamp, register, [value(code, inner, decimals), value(code, low, decimals), value(code, high, decimals)]);
    return true;
  }
  if (other.kind !== 'multiply' || other.parts.length !== 2 || decimals !== decimalsOf(other)) return false;
  const [x, y] = other.parts.map((each) => value(code, each)) as [number, number];
  const what = part.kind === 'least' ? operation.productLeast : operation.productGreatest;
  code.emit(what, register, [x, y, value(code, bound, decimals)]);
  return true;
};

const sideOf = (part: Node): { readonly over: readonly Node[]; readonly under: readonly Node[] } => {
  if (part.kind === 'divide') return { over: [part.parts[0] as Node], under: [part.parts[1] as Node] };
  if (part.type.kind !== 'ratio') return { over: [part], under: [] };
  const sides = part.parts.map(sideOf);
  return { over: sides.flatMap((side) => side.over), under: sides.flatMap((side) => side.under) };
};

const decimalsIn = (parts: readonly Node[]): number => parts.reduce((sum, part) => sum + decimalsOf(part), 0);

/** The product of parts, brought to so many decimals. */
const product = (code: Code, parts: readonly Node[], decimals = decimalsIn(parts)): number => {
  const lift = decimals - decimalsIn(parts);
  const [first] = parts;
  if (!first) return code.constant(10 ** lift);
  if (parts.length === 1) return value(code, first, decimalsOf(first) + lift);
  const register = code.spare();
  multiplied(code, parts, register);
  if (lift > 0) code.emit(operation.multiply, register, [register, code.constant(10 ** lift)]);
  return register;
};

const rounded = (code: Code, part: Node, register: number): void => {
  const { over, under } = sideOf(part.parts[0] as Node);
  const wanted = part.level + decimalsIn(under);
  const lift = Math.max(wanted, decimalsIn(over));
  const top = product(code, over, lift);
  const bottom = product(code, under, lift - part.level);
  code.emit(operation.divide, register, [top, bottom, roundings.indexOf(part.mode as Rounding)]);
};

const chosen = (code: Code, part: Node, target: Target): void => {
  if (bandsOf(code, part, target)) return;
  const { parts } = part;
  const last = parts.length % 2 === 1 ? (parts.at(-1) as Node) : undefined;
  if (parts.length <= 3 && last?.kind !== 'if' && (!last || last.kind === 'literal' || last.kind === 'name')) {
    otherwise(code, last, target);
    const no = jumpUnless(code, parts[0] as Node);
    into(code, parts[1] as Node, target);
    code.land(no);
    return;
  }
  const ends: Open = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const no = jumpUnless(code, parts[i] as Node);
    into(code, parts[i + 1] as Node, target);
    ends.push(...code.jump(operation.jump));
    code.land(no);
  }
  otherwise(code, last, target);
  code.land(ends);
};

const otherwise = (code: Code, part: Node | undefined, target: Target): void => {
  if (part) into(code, part, target);
  else code.emit(operation.move, target.register, [code.constant(Number.NaN)]);
};

const truth = (code: Code, part: Node, register: number): void => {
  code.emit(operation.move, register, [code.constant(0)]);
  const no = jumpUnless(code, part);
  code.emit(operation.move, register, [code.constant(1)]);
  code.land(no);
};

/** Emits jumps taken when the condition does not hold. */
export const jumpUnless = (code: Code, part: Node): Open => {
  if (part.kind === 'not') return jumpIf(code, part.parts[0] as Node);
  if (part.kind === 'and') return part.parts.flatMap((each) => jumpUnless(code, each));
  if (part.kind === 'or') {
    const yes = part.parts.slice(0, -1).flatMap((each) => jumpIf(code, each));
    const no = jumpUnless(code, part.parts.at(-1) as Node);
    code.land(yes);
    return no;
  }
  return jumpOn(code, part, false);
};

/** Emits jumps taken when the condition holds. */
export const jumpIf = (code: Code, part: Node): Open => {
  if (part.kind === 'not') return jumpUnless(code, part.parts[0] as Node);
  if (part.kind === 'or') return part.parts.flatMap((each) => jumpIf(code, each));
  if (part.kind === 'and') {
    const no = part.parts.slice(0, -1).flatMap((each) => jumpUnless(code, each));
    const yes = jumpIf(code, part.parts.at(-1) as Node);
    code.land(no);
    return yes;
  }
  return jumpOn(code, part, true);
};

const jumpOn = (code: Code, part: Node, truth: boolean): Open => {
  if (part.kind === 'compare') return jumpCompared(code, part, truth);
  if (part.kind === 'in-list' || part.kind === 'belongs') return jumpAmong(code, part, truth);
  if (part.kind === 'known') {
    return code.jump(truth ? operation.jumpIfKnown : operation.jumpUnlessKnown, [value(code, part.parts[0] as Node)]);
  }
  return code.jump(truth ? operation.jumpIfTrue : operation.jumpIfFalse, [value(code, part)]);
};

const jumpAmong = (code: Code, part: Node, truth: boolean): Open => {
  const [what, list] = part.parts as [Node, Node | undefined];
  const decimals = Math.max(decimalsOf(what), ...(list?.parts ?? []).map(decimalsOf));
  const keys = list ? list.parts.map((each) => literalIn(code, each, decimals)) : part.texts.map((text) => code.text(text));
  const among = truth ? operation.jumpIfAmong : operation.jumpUnlessAmong;
  return code.jump(among, [value(code, what, decimals), code.row([keys.length, ...keys])]);
};

const jumpCompared = (code: Code, part: Node, truth: boolean): Open => {
  const a = part.parts[0] as Node;
  const b = part.parts[1] as Node;
  const comparator = part.mode as Comparator;
  if (a.type.kind === 'boolean' && b.kind === 'literal') {
    const wanted = (b.literal === true) === (comparator === '==');
    return wanted === truth ? jumpIf(code, a) : jumpUnless(code, a);
  }
  const pair = sides(code, a, b);
  const x = pair[0];
  const y = pair[1];
  if (comparator === '==') return code.jump(truth ? operation.jumpIfEqual : operation.jumpIfDifferent, [x, y]);
  if (comparator === '!=') return code.jump(truth ? operation.jumpIfDifferent : operation.jumpIfEqual, [x, y]);
  const isStrict = comparator === '<' || comparator === '>';
  const isUp = comparator === '<' || comparator === '<=';
  const low = isUp ? x : y;
  const high = isUp ? y : x;
  if (truth) return code.jump(isStrict ? operation.jumpIfBelow : operation.jumpIfAtMost, [low, high]);
  return code.jump(isStrict ? operation.jumpIfAtMost : operation.jumpIfBelow, [high, low]);
};

/** Both sides in the same units; rates are multiplied across. */
const sides = (code: Code, a: Node, b: Node): readonly [number, number] => {
  if (a.type.kind !== 'ratio' && b.type.kind !== 'ratio') {
    const decimals = Math.max(decimalsOf(a), decimalsOf(b));
    return [value(code, a, decimals), value(code, b, decimals)];
  }
  const x = sideOf(a);
  const y = sideOf(b);
  const left = [...x.over, ...y.under];
  const right = [...y.over, ...x.under];
  const decimals = Math.max(decimalsIn(left), decimalsIn(right));
  return [product(code, left, decimals), product(code, right, decimals)];
};
