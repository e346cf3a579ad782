import type { WorkCalendar } from '../calendar/workdays.ts';
import { mostDays } from './analyse-day.ts';
import { type Budget, type Call, isTooLarge, limitedList, limitedText, None, overLimit, passLimit, Ratio, type Value } from './careful.ts';
import { type Comparator, holds } from './compare.ts';
import { workdayAfter, workdaysFrom } from './days.ts';
import { type Rounding, roundDivideBig, tens } from './decimal.ts';
import type { Node } from './node.ts';
import type { Type } from './type.ts';
import { stateOf, stateOfNoValue } from './value.ts';

/** No value out of several: the strongest state, and every input any of them needs. */
export const mergeNone = (values: readonly Value[]): None | undefined => {
  let merged: None | undefined;
  for (const value of values) {
    if (!(value instanceof None)) continue;
    if (!merged) merged = value;
    else merged = new None(Math.max(merged.state, value.state), [...new Set([...merged.missing, ...value.missing])]);
  }
  return merged;
};

/** A call that has no value when one of its parts has none. */
const strict =
  (call: Call): Call =>
  (args, budget) =>
    mergeNone(args) ?? call(args, budget);

const decimalsOf = (type: Type): number => (type.kind === 'number' ? type.decimals : 0);

/** Brings a number, or the numbers of a list, to more decimals; every other value is left as it is. */
export const lift = (from: Type, to: Type): ((value: Value) => Value) => {
  if (from.kind === 'list' && to.kind === 'list') {
    const each = lift(from.of, to.of);
    return each === same ? same : (value) => (Array.isArray(value) ? value.map(each) : value);
  }
  const by = decimalsOf(to) - decimalsOf(from);
  if (from.kind !== 'number' || to.kind !== 'number' || by <= 0) return same;
  const factor = tens(by);
  return (value) => (typeof value === 'bigint' ? value * factor : value);
};

const same = (value: Value): Value => value;

/** Numbers in the units of the whole. */
const aligned = (part: Node, then: (values: readonly bigint[]) => Value): Call => {
  const lifts = part.parts.map((each) => lift(each.type, part.type));
  return strict((args) => then(args.map((value, i) => (lifts[i] as typeof same)(value)) as bigint[]));
};

const pick = (part: Node, sign: number): Call => {
  const better = (a: bigint | number, b: bigint | number) => (sign < 0 ? b < a : b > a);
  if (part.type.kind === 'day') return strict((args) => (args as number[]).reduce((a, b) => (better(a, b) ? b : a)));
  return aligned(part, (values) => values.reduce((a, b) => (better(a, b) ? b : a)));
};

const multiply = (part: Node): Call =>
  strict((args, budget) => {
    let over = 1n;
    let under = 1n;
    for (const value of args) {
      over *= value instanceof Ratio ? value.over : (value as bigint);
      if (value instanceof Ratio) under *= value.under;
      if (isTooLarge(over) || isTooLarge(under)) return passLimit(budget);
    }
    return part.type.kind === 'ratio' ? new Ratio(over, under) : over;
  });

const fractionOf = (value: Value, type: Type): readonly [over: bigint, under: bigint] => {
  if (value instanceof Ratio && type.kind === 'ratio')
    return [value.over * tens(type.under.decimals), value.under * tens(type.over.decimals)];
  return [value as bigint, tens(decimalsOf(type))];
};

const round = (part: Node): Call => {
  const [inner] = part.parts as [Node];
  return strict(([value]) => {
    const [over, under] = fractionOf(value as Value, inner.type);
    return roundDivideBig(over * tens(part.level), under, part.mode as Rounding);
  });
};

const signOf = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : a > b ? 1 : 0);

const compared = (part: Node): Call => {
  const [a, b] = part.parts as [Node, Node];
  const comparator = part.mode as Comparator;
  const isNumber = a.type.kind === 'number' || a.type.kind === 'ratio';
  return strict(([x, y], budget) => {
    if (!isNumber) return holds(comparator, order(x as Value, y as Value, budget));
    const [over, under] = fractionOf(x as Value, a.type);
    const [top, bottom] = fractionOf(y as Value, b.type);
    const sign = signOf(over * bottom, top * under);
    return holds(comparator, under < 0n === bottom < 0n ? sign : -sign);
  });
};

const order = (a: Value, b: Value, budget: Budget): number => {
  if (typeof a === 'string') budget.left -= a.length >> 6;
  return a === b ? 0 : typeof a === 'number' ? signOf(a, b as number) : 1;
};

const amongList = (part: Node): Call => {
  const [what, home] = part.parts as [Node, Node];
  const of = home.type.kind === 'list' ? home.type.of : home.type;
  const [up, down] = [lift(what.type, of), lift(of, what.type)];
  const finer = decimalsOf(what.type) > decimalsOf(of);
  return strict(([value, list], budget) => {
    const elements = list as readonly Value[];
    budget.left -= elements.length;
    const wanted = finer ? (value as Value) : up(value as Value);
    return elements.some((element) => (finer ? down(element) : element) === wanted);
  });
};

const ranked = (part: Node): Call => {
  const [what, home] = part.parts as [Node, Node];
  const of = home.type.kind === 'list' ? home.type.of : home.type;
  const [mine, theirs] = [tens(decimalsOf(of)), tens(decimalsOf(what.type))];
  return strict(([value, list], budget) => {
    const elements = list as readonly bigint[];
    budget.left -= elements.length;
    return 1n + BigInt(elements.filter((element) => element * theirs > (value as bigint) * mine).length);
  });
};

const insideText: Call = ([part, text], budget) => {
  const [n, m] = [(text as string).length, (part as string).length];
  budget.left -= Math.ceil((n * m) / 4096);
  return budget.left < 0 ? overLimit : (text as string).includes(part as string);
};

/** As `substr` of JavaScript; a negative length leaves out so many characters at the end. */
export const partOfText = (text: string, start: number, length: number | undefined): string => {
  const from = start < 0 ? Math.max(0, text.length + start) : start;
  const rest = text.slice(from);
  return length === undefined ? rest : rest.slice(0, length < 0 ? Math.max(0, rest.length + length) : length);
};

const kleene =
  (decisive: boolean): Call =>
  (args) =>
    args.includes(decisive) ? decisive : (mergeNone(args) ?? !decisive);

const missing = (part: Node): Call => {
  const isSome = part.operator === 'missing_some';
  return (args) => {
    const absent = part.texts.filter((_, i) => args[i] instanceof None);
    return isSome && args.length - absent.length >= part.level ? [] : absent;
  };
};

const byDefault = (part: Node): Call => {
  const states = part.texts.map(stateOfNoValue);
  const lifts = part.parts.map((each) => lift(each.type, part.type));
  return ([value, instead]) => {
    const takes = value instanceof None && states.includes(value.state);
    return (lifts[takes ? 1 : 0] as typeof same)((takes ? instead : value) as Value);
  };
};

const days = (part: Node, calendar: WorkCalendar | undefined): Call =>
  strict(([from, to], budget) => {
    const count = (to as number) - (from as number);
    if (part.mode === 'days' || !calendar) return BigInt(count);
    if (count > mostDays) return passLimit(budget);
    budget.left -= Math.max(0, count);
    return budget.left < 0 ? overLimit : BigInt(workdaysFrom(calendar, from as number, to as number));
  });

const addDays = (part: Node, calendar: WorkCalendar | undefined): Call =>
  strict(([day, amount], budget) => {
    if (part.mode === 'add-days' || !calendar) return (day as number) + Number(amount);
    budget.left -= 2 * Number(amount);
    return budget.left < 0 ? overLimit : workdayAfter(calendar, day as number, Number(amount));
  });

const joinedLists = (part: Node): Call => {
  const lifts = part.parts.map((each) =>
    lift(each.type.kind === 'list' ? each.type.of : each.type, part.type.kind === 'list' ? part.type.of : part.type),
  );
  return strict((args, budget) =>
    limitedList(
      args.flatMap((value, i) =>
        (part.parts[i]?.type.kind === 'list' ? (value as readonly Value[]) : [value]).map(lifts[i] as typeof same),
      ),
      budget,
    ),
  );
};

const calls: Partial<Readonly<Record<Node['kind'], (part: Node, calendar: WorkCalendar | undefined) => Call>>> = {
  list: (part) => {
    const of = part.type.kind === 'list' ? part.type.of : part.type;
    const lifts = part.parts.map((each) => lift(each.type, of));
    return strict((args, budget) =>
      limitedList(
        args.map((value, i) => (lifts[i] as typeof same)(value)),
        budget,
      ),
    );
  },
  and: () => kleene(false),
  or: () => kleene(true),
  not: () => strict(([value]) => !value),
  compare: compared,
  add: (part) => aligned(part, (values) => values.reduce((a, b) => a + b)),
  subtract: (part) => aligned(part, ([a, b]) => (b === undefined ? -(a as bigint) : (a as bigint) - b)),
  multiply,
  divide: () => strict(([a, b]) => (b === 0n ? new None(stateOf.notApplicable) : new Ratio(a as bigint, b as bigint))),
  remainder: (part) => aligned(part, ([a, b]) => (b === 0n ? new None(stateOf.notApplicable) : (a as bigint) % (b as bigint))),
  round,
  least: (part) => pick(part, -1),
  greatest: (part) => pick(part, 1),
  'in-list': amongList,
  'in-text': () => strict(insideText),
  belongs: (part) => {
    const members = new Set<Value>(part.texts);
    return strict(([value]) => members.has(value as Value));
  },
  'join-text': () => strict((args, budget) => limitedText(args.join(''), budget)),
  'part-of-text': () =>
    strict(([text, start, length], budget) =>
      limitedText(partOfText(text as string, Number(start), length === undefined ? undefined : Number(length)), budget),
    ),
  'join-lists': joinedLists,
  count: () => strict(([list]) => BigInt((list as readonly Value[]).length)),
  sum: () =>
    strict(([list], budget) => {
      budget.left -= (list as readonly Value[]).length;
      return (list as readonly bigint[]).reduce((a, b) => a + b, 0n);
    }),
  rank: ranked,
  missing,
  known:
    () =>
    ([value]) =>
      value instanceof None && value.state > stateOf.notKnown ? value : !(value instanceof None),
  asked:
    () =>
    ([value]) =>
      value instanceof None && value.state > stateOf.notKnown ? value : !(value instanceof None && value.state === stateOf.notAsked),
  default: byDefault,
  days,
  'add-days': addDays,
};

/** What computes a part out of the values of its own parts. */
export const callOf = (part: Node, calendar: WorkCalendar | undefined): Call => {
  const make = calls[part.kind];
  if (!make) throw new Error(`no call for ${part.kind}`);
  return make(part, calendar);
};
