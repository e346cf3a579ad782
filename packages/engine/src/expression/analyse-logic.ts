import { nearest } from '../problem/nearest.ts';
import { asWritten } from '../problem/problem.ts';
import { type Comparator, comparatorOf } from './compare.ts';
import { anyUnread, atPart, type Call, expect, expectAll, made, numberIn, partOf, partsOf, unreadNode } from './context.ts';
import { dayNumber } from './days.ts';
import { type Facts, factsWhen } from './facts.ts';
import { inexact, type Node, node } from './node.ts';
import { booleanType, type ChoiceType, dayType, exactBelow, finer, isExact, isText, join, type NumberType, type Type } from './type.ts';

/** `if`: pairs of condition and value, then the value otherwise. Without one, nothing applies when no condition holds. */
export const choose = (call: Call): Node => {
  const parts: Node[] = [];
  let facts = call.facts;
  let type: Type = { kind: 'nothing' };
  let fine = true;
  call.raws.forEach((_, i) => {
    const isCondition = i % 2 === 0 && i < call.raws.length - 1;
    const before = parts[i - 1];
    const part = partOf(call, i, isCondition || !before || i % 2 === 0 ? facts : factsWhen(before, true, facts));
    parts.push(part);
    if (isCondition) fine = expect(call, part, 'boolean') && fine;
    else fine = joins(part) && fine;
    if (before && i % 2 === 1) facts = factsWhen(before, false, facts);
  });
  return fine ? fits(made(call, 'if', type, parts)) : unreadNode(call);

  function joins(part: Node): boolean {
    if (part.type.kind === 'unread') return false;
    const joined = part.type.kind === 'ratio' ? undefined : join(type, part.type);
    if (!joined) {
      if (part.type.kind === 'ratio') call.context.report('rule.division-unrounded', part.at, {});
      else call.context.report('rule.mixed-kinds', part.at, { first: type.kind, second: part.type.kind });
      return false;
    }
    type = joined;
    return true;
  }
};

/** A choice between numbers is exact only when each of them, written as finely as the finest, is. */
const fits = (chosen: Node): Node => {
  const { type } = chosen;
  if (type.kind !== 'number') return chosen;
  const fine = chosen.parts.every((part) => part.type.kind !== 'number' || isExact(finer(part.type, type.decimals)));
  return fine ? chosen : inexact(chosen);
};

/** `and` and `or`, three-valued. What an earlier part makes certain helps to judge a later one. */
export const combine = (call: Call): Node => {
  const kind = call.operator === 'and' ? 'and' : 'or';
  const parts: Node[] = [];
  let facts: Facts | undefined = call.facts;
  for (let i = 0; i < call.raws.length; i++) {
    const part = partOf(call, i, facts);
    parts.push(part);
    facts = factsWhen(part, kind === 'and', facts);
  }
  return expectAll(call, parts, 'boolean') ? made(call, kind, booleanType, parts) : unreadNode(call);
};

/** `!` and `!!`. */
export const negate = (call: Call): Node => {
  const part = partOf(call, 0);
  if (!expect(call, part, 'boolean')) return unreadNode(call);
  return call.operator === '!' ? made(call, 'not', booleanType, [part]) : part;
};

/** Every comparison; `<` and `<=` with three parts ask whether the middle one lies between. */
export const compare = (call: Call): Node => {
  const parts = partsOf(call);
  if (anyUnread(parts)) return unreadNode(call);
  const first = comparison(call, parts[0] as Node, parts[1] as Node);
  if (parts.length < 3 || first.kind === 'unread') return first;
  const second = comparison(call, parts[1] as Node, parts[2] as Node);
  return second.kind === 'unread' ? second : made(call, 'and', booleanType, [first, second]);
};

const comparison = (call: Call, first: Node, second: Node): Node => {
  const comparator = comparatorOf(call.operator) as Comparator;
  const a = second.type.kind === 'day' && isText(first.type) ? asDay(call, first) : first;
  const b = first.type.kind === 'day' && isText(second.type) ? asDay(call, second) : second;
  if (a.type.kind === 'unread' || b.type.kind === 'unread') return unreadNode(call);
  const done = node('compare', call, booleanType, { parts: [a, b], mode: comparator });
  if (a.type.kind === 'ratio' || b.type.kind === 'ratio') {
    return isRate(a) && isRate(b) ? crossed(done, a, b) : mixed(call, a, b);
  }
  if (a.type.kind === 'number' && b.type.kind === 'number') return numbers(call, done, comparator);
  if (isText(a.type) && isText(b.type) && (comparator === '==' || comparator === '!=')) return texts(call, done);
  const comparable =
    a.type.kind === b.type.kind && (a.type.kind === 'day' || (a.type.kind === 'boolean' && (comparator === '==' || comparator === '!=')));
  return comparable ? done : mixed(call, a, b);
};

const mixed = (call: Call, a: Node, b: Node): Node => {
  call.context.report('rule.mixed-kinds', call.at, { first: a.type.kind, second: b.type.kind });
  return unreadNode(call);
};

const isRate = (part: Node): boolean => part.type.kind === 'number' || part.type.kind === 'ratio';

/** A text literal beside a day, read as a day; anything else is returned as it is. */
export const asDay = (call: Call, part: Node): Node => {
  if (part.kind !== 'literal' || typeof part.literal !== 'string') return part;
  const day = dayNumber(part.literal);
  if (day !== undefined) return node('literal', part, dayType, { literal: day });
  call.context.report('rule.bad-day', part.at, { found: part.literal.slice(0, 40) });
  return unreadNode(part);
};

const never = (call: Call): void => call.context.report('rule.never-holds', call.at, { operator: call.operator });

const numbers = (call: Call, done: Node, comparator: Comparator): Node => {
  const a = done.parts[0] as Node;
  const b = done.parts[1] as Node;
  const decimals = Math.max(numberIn(a).decimals, numberIn(b).decimals);
  const x = finer(numberIn(a), decimals);
  const y = finer(numberIn(b), decimals);
  if (!isExact(x) || !isExact(y)) return inexact(done);
  if (cannotHold(x, y, comparator)) never(call);
  return done;
};

const cannotHold = (a: NumberType, b: NumberType, comparator: Comparator): boolean => {
  if (comparator === '<') return a.low >= b.high;
  if (comparator === '<=') return a.low > b.high;
  if (comparator === '>') return a.high <= b.low;
  if (comparator === '>=') return a.high < b.low;
  if (comparator === '==') return a.high < b.low || a.low > b.high;
  return a.low === a.high && b.low === b.high && a.low === b.low;
};

/** A rate is compared by multiplying across, so that nothing is divided and nothing rounded. */
const crossed = (done: Node, a: Node, b: Node): Node => {
  const size = (type: NumberType) => Math.max(Math.abs(type.low), Math.abs(type.high));
  const over = (part: Node) => (part.type.kind === 'ratio' ? part.type.over : numberIn(part));
  const under = (part: Node) => (part.type.kind === 'ratio' ? part.type.under : undefined);
  const scale = 10 ** Math.abs(over(a).decimals + (under(b)?.decimals ?? 0) - over(b).decimals - (under(a)?.decimals ?? 0));
  const sides = [
    size(over(a)) * (under(b) ? size(under(b) as NumberType) : 1),
    size(over(b)) * (under(a) ? size(under(a) as NumberType) : 1),
  ];
  const signs = [under(a), under(b)].every((type) => !type || type.low > 0);
  return signs && sides.every((side) => side * scale < exactBelow) ? done : inexact(done);
};

const texts = (call: Call, done: Node): Node => {
  const [a, b] = done.parts as [Node, Node];
  if (a.type.kind !== 'choice' || b.type.kind !== 'choice') return done;
  if (a.type.choices.some((choice) => (b.type as ChoiceType).choices.includes(choice))) return done;
  const [literal, other] = a.kind === 'literal' ? [a, b] : [b, a];
  if (literal.kind !== 'literal') never(call);
  else unknownChoice(call, literal, other.type as ChoiceType);
  return literal.kind === 'literal' ? unreadNode(call) : done;
};

const unknownChoice = (call: Call, literal: Node, { choices }: ChoiceType): void => {
  const found = asWritten(literal.literal);
  call.context.report('rule.unknown-choice', literal.at, {
    found,
    choices: choices.slice(0, 12).join('、'),
    near: nearest(found, choices),
  });
};

/** `in`: a value among the elements of a list, or a text inside a text. */
export const among = (call: Call): Node => {
  const [value, home] = partsOf(call) as [Node, Node];
  if (value.type.kind === 'unread' || home.type.kind === 'unread') return unreadNode(call);
  if (isText(home.type)) return expect(call, value, 'text') ? made(call, 'in-text', booleanType, [value, home]) : unreadNode(call);
  if (!expect(call, home, 'list') || home.type.kind !== 'list') return unreadNode(call);
  const list = value.type.kind === 'day' ? daysIn(call, home) : home;
  if (list.type.kind !== 'list') return unreadNode(call);
  if (list.type.of.kind === 'nothing' || comparableKinds(value.type, list.type.of)) return inList(call, value, list);
  return mixed(call, value, { ...list, type: list.type.of });
};

const daysIn = (call: Call, list: Node): Node => {
  if (list.kind !== 'list' || list.type.kind !== 'list' || !isText(list.type.of)) return list;
  const days = list.parts.map((part) => asDay(call, part));
  return anyUnread(days) ? unreadNode(list) : node('list', list, { ...list.type, of: dayType }, { parts: days });
};

const comparableKinds = (a: Type, b: Type): boolean =>
  (isText(a) && isText(b)) || (a.kind === b.kind && ['number', 'day', 'boolean'].includes(a.kind));

const inList = (call: Call, value: Node, list: Node): Node => {
  const choices = value.type.kind === 'choice' ? value.type : undefined;
  const stray =
    choices && list.kind === 'list'
      ? list.parts.find((part) => part.kind === 'literal' && !choices.choices.includes(String(part.literal)))
      : undefined;
  if (stray && choices) {
    unknownChoice(call, stray, choices);
    return unreadNode(call);
  }
  const found = made(call, 'in-list', booleanType, [value, list]);
  if (value.type.kind !== 'number' || list.type.kind !== 'list' || list.type.of.kind !== 'number') return found;
  const decimals = Math.max(value.type.decimals, list.type.of.decimals);
  return isExact(finer(value.type, decimals)) && isExact(finer(list.type.of, decimals)) ? found : inexact(found);
};

/** `belongs`: a unit or site in a group the plan names. */
export const belongs = (call: Call): Node => {
  const value = partOf(call, 0);
  const group = call.raws[1];
  const members = typeof group === 'string' ? call.context.groups.get(group) : undefined;
  if (!members) {
    const found = asWritten(group);
    call.context.report('rule.unknown-group', atPart(call, 1), { found, near: nearest(found, call.context.groups.keys()) });
    return unreadNode(call);
  }
  if (!expect(call, value, 'text')) return unreadNode(call);
  return node('belongs', call, booleanType, { parts: [value], mode: group as string, texts: members });
};
