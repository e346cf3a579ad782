import { atPart, type Call, expect, made, numberIn, partOf, partsOf, unreadNode } from './context.ts';
import { inexact, type Node, type NodeKind, node } from './node.ts';
import {
  booleanType,
  exactBelow,
  finer,
  isExact,
  join,
  type ListType,
  limits,
  listType,
  type NumberType,
  nothing,
  numberType,
  type Type,
} from './type.ts';

const counting = (most: number): NumberType => numberType(0, 0, most);

/** A list written out: its elements are of one kind. */
export const list = (call: Call): Node => {
  const parts = partsOf(call);
  let of: Type = nothing;
  for (const part of parts) {
    if (part.type.kind === 'unread') return unreadNode(call);
    const joined: Type | undefined = part.type.kind === 'ratio' || part.type.kind === 'list' ? undefined : join(of, part.type);
    if (!joined) {
      call.context.report('rule.mixed-kinds', part.at, { first: of.kind, second: part.type.kind });
      return unreadNode(call);
    }
    of = joined;
  }
  const { kind } = of;
  const written = made(call, 'list', listType(of, parts.length), parts);
  return kind === 'number' && !parts.every((part) => isExact(finer(numberIn(part), (of as NumberType).decimals)))
    ? inexact(written)
    : written;
};

/** The list an operator works on, or `undefined` after reporting that it is none. */
const listIn = (call: Call): Node | undefined => {
  const part = partOf(call, 0);
  return expect(call, part, 'list') ? part : undefined;
};

/** The second part, analysed for an element of the list; nothing outside the element can be read there. */
const inside = (call: Call, of: Type, gathered?: Type): Node => {
  const level = (call.element?.level ?? 0) + 1;
  return call.context.part(call.raws[1], atPart(call, 1), undefined, { of, gathered, level });
};

const overElements = (call: Call, kind: NodeKind, typeOf: (list: ListType, body: Node) => Type | undefined): Node => {
  const from = listIn(call);
  if (!from) return unreadNode(call);
  const type = from.type as ListType;
  const body = inside(call, type.of);
  if (body.kind === 'unread') return unreadNode(call);
  const result = typeOf(type, body);
  if (!result) return unreadNode(call);
  const level = (call.element?.level ?? 0) + 1;
  return node(kind, call, result, { parts: [from, body], level });
};

/** `map`, `filter`, `all`, `some`, `none`, `streak`. */
export const each = (call: Call): Node => {
  const { operator } = call;
  if (operator === 'map') {
    return overElements(call, 'map', ({ most }, body) => {
      const isSingle = body.type.kind !== 'ratio' && body.type.kind !== 'list' && body.type.kind !== 'row';
      return isSingle || expect(call, body, 'number') ? listType(body.type, most) : undefined;
    });
  }
  const kind = operator as 'filter' | 'all' | 'some' | 'none' | 'streak';
  return overElements(call, kind, (type, body) => {
    if (!expect(call, body, 'boolean')) return undefined;
    if (kind === 'filter') return type;
    return kind === 'streak' ? counting(type.most) : booleanType;
  });
};

/** `count`: how many elements a list has, or how many of them meet a condition. */
export const count = (call: Call): Node => {
  if (call.raws.length > 1)
    return overElements(call, 'count', ({ most }, body) => (expect(call, body, 'boolean') ? counting(most) : undefined));
  const from = listIn(call);
  return from ? made(call, 'count', counting((from.type as ListType).most), [from]) : unreadNode(call);
};

const total = (type: NumberType, most: number): NumberType => ({
  kind: 'number',
  decimals: type.decimals,
  low: Math.min(0, type.low * most),
  high: Math.max(0, type.high * most),
});

/** `sum`: the elements of a list added up, or a figure of each. An empty list sums to 0. */
export const sum = (call: Call): Node => {
  if (call.raws.length > 1) {
    return overElements(call, 'sum', ({ most }, body) => (expect(call, body, 'number') ? total(numberIn(body), most) : undefined));
  }
  const from = listIn(call);
  if (!from) return unreadNode(call);
  const type = from.type as ListType;
  if (type.of.kind === 'nothing') return made(call, 'sum', counting(0), [from]);
  if (expect(call, { ...from, type: type.of }, 'number')) return made(call, 'sum', total(type.of as NumberType, type.most), [from]);
  return unreadNode(call);
};

/** `rank`: the place of a number in a list, greatest first; equals share a place. One more than those above it. */
export const rank = (call: Call): Node => {
  const [value, home] = partsOf(call) as [Node, Node];
  if (!expect(call, value, 'number') || !expect(call, home, 'list')) return unreadNode(call);
  const type = home.type as ListType;
  if (type.of.kind !== 'nothing' && !expect(call, { ...home, type: type.of }, 'number')) return unreadNode(call);
  return made(call, 'rank', numberType(0, 1, type.most + 1), [value, home]);
};

/** `merge`: lists and single values put together as one list. */
export const merge = (call: Call): Node => {
  const parts = partsOf(call);
  let of: Type = nothing;
  let most = 0;
  for (const part of parts) {
    if (part.type.kind === 'unread') return unreadNode(call);
    const own = part.type.kind === 'list' ? part.type.of : part.type;
    const joined: Type | undefined = own.kind === 'ratio' ? undefined : join(of, own);
    if (!joined) {
      call.context.report('rule.mixed-kinds', part.at, { first: of.kind, second: own.kind });
      return unreadNode(call);
    }
    of = joined;
    most += part.type.kind === 'list' ? part.type.most : 1;
  }
  return made(call, 'join-lists', listType(of, Math.min(most, limits.elements)), parts);
};

/**
 * `reduce`: what is gathered must keep one kind. A plain running sum is bounded by the length of the list; what else
 * keeps growing counts as unbounded and is computed with whole numbers of any size.
 */
export const reduce = (call: Call): Node => {
  const from = listIn(call);
  const start = partOf(call, 2);
  if (!from || start.kind === 'unread') return unreadNode(call);
  const { of, most } = from.type as ListType;
  const mark = call.context.mark();
  const level = (call.element?.level ?? 0) + 1;
  let gathered = start.type;
  for (let round = 0; round < 4; round++) {
    call.context.mark(mark);
    const body = inside(call, of, gathered);
    const next = body.type.kind === 'ratio' || gathered.kind === 'ratio' ? undefined : join(gathered, body.type);
    if (body.kind === 'unread' || !next) return notGathered(call, body, gathered);
    const sum = round === 0 ? runningSum(body, start.type, most) : undefined;
    if (sum) return node('reduce', call, sum, { parts: [from, inside(call, of, sum), start], level });
    if (isWithin(next, gathered)) return node('reduce', call, gathered, { parts: [from, body, start], level });
    gathered = round === 0 ? next : widened(next);
  }
  call.context.report('rule.too-fine', call.at, { limit: 0 });
  return unreadNode(call);
};

const notGathered = (call: Call, body: Node, gathered: Type): Node => {
  if (body.type.kind === 'ratio') expect(call, body, 'number');
  else if (body.kind !== 'unread') call.context.report('rule.mixed-kinds', body.at, { first: gathered.kind, second: body.type.kind });
  return unreadNode(call);
};

const isWithin = (inner: Type, outer: Type): boolean => {
  if (inner.kind === 'number' && outer.kind === 'number') {
    return inner.decimals === outer.decimals && inner.low >= outer.low && inner.high <= outer.high;
  }
  if (inner.kind === 'text' && outer.kind === 'text') return inner.longest <= outer.longest;
  if (inner.kind === 'choice' && outer.kind === 'choice') return inner.choices.length === outer.choices.length;
  if (inner.kind === 'list' && outer.kind === 'list') return inner.most <= outer.most && isWithin(inner.of, outer.of);
  return inner.kind === outer.kind;
};

const widened = (type: Type): Type => {
  if (type.kind === 'number') return { kind: 'number', decimals: type.decimals, low: -Infinity, high: Infinity };
  if (type.kind === 'text') return { kind: 'text', longest: limits.characters };
  if (type.kind === 'list') return { kind: 'list', of: widened(type.of), most: limits.elements };
  return type;
};

const readsGathered = (part: Node, level: number): boolean =>
  (part.kind === 'gathered' && part.level === level) || part.parts.some((inner) => readsGathered(inner, level));

/** The bounds of `accumulator + …` where the rest does not read the accumulator. */
const runningSum = (body: Node, start: Type, most: number): Type | undefined => {
  if (body.kind !== 'add' || start.kind !== 'number' || body.type.kind !== 'number') return undefined;
  const own = body.parts.filter((part) => part.kind === 'gathered');
  const rest = body.parts.filter((part) => part.kind !== 'gathered');
  if (own.length !== 1 || rest.some((part) => readsGathered(part, own[0]?.level ?? 0))) return undefined;
  const { decimals } = body.type;
  const first = finer(start, decimals);
  const low = rest.reduce((s, part) => s + finer(numberIn(part), decimals).low, 0) * most;
  const high = rest.reduce((s, part) => s + finer(numberIn(part), decimals).high, 0) * most;
  const range: NumberType = { kind: 'number', decimals, low: first.low + Math.min(0, low), high: first.high + Math.max(0, high) };
  return Math.max(-range.low, range.high) < exactBelow ? range : undefined;
};
