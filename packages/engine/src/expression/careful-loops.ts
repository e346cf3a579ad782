import { type Gatherer, limitedList, type Make, None, type Value } from './careful.ts';
import { lift, mergeNone } from './careful-calls.ts';
import type { Node } from './node.ts';

/** Gathers conditions: the deciding truth wins over anything unknown. `empty` is what an empty list comes to. */
const verdict =
  (decisive: boolean, result: boolean, empty: boolean): Make =>
  () => {
    let decided = false;
    let any = false;
    let none: None | undefined;
    return {
      take: (body) => {
        any = true;
        if (body === decisive) decided = true;
        else if (body instanceof None) none = mergeNone(none ? [none, body] : [body]);
      },
      end: () => (decided ? result : (none ?? (any ? !result : empty))),
    };
  };

/** Gathers with a function that is left alone once an element has no value. */
const unlessNone = (take: (body: Value, element: Value) => void, end: () => Value): Gatherer => {
  let none: None | undefined;
  return {
    take: (body, element) => {
      if (body instanceof None) none = mergeNone(none ? [none, body] : [body]);
      else take(body, element);
    },
    end: () => none ?? end(),
  };
};

const mapped: Make = (_, budget) => {
  const out: Value[] = [];
  return unlessNone(
    (body) => out.push(body),
    () => limitedList(out, budget),
  );
};

const filtered: Make = (_, budget) => {
  const out: Value[] = [];
  return unlessNone(
    (body, element) => body === true && out.push(element),
    () => limitedList(out, budget),
  );
};

const counted: Make = () => {
  let count = 0n;
  return unlessNone(
    (body) => {
      if (body === true) count += 1n;
    },
    () => count,
  );
};

const summed: Make = () => {
  let sum = 0n;
  return unlessNone(
    (body) => {
      sum += body as bigint;
    },
    () => sum,
  );
};

/** The run at the end of the list; one earlier element without a value does not matter to it. */
const streak: Make = () => {
  let length = 0n;
  let none: None | undefined;
  return {
    take: (body) => {
      if (body instanceof None) none = body;
      else if (body === true) length += 1n;
      else {
        length = 0n;
        none = undefined;
      }
    },
    end: () => none ?? length,
  };
};

const gatheredInto = (part: Node, start: number): Make => {
  const [, body, first] = part.parts as [Node, Node, Node];
  const [fromStart, fromBody] = [lift(first.type, part.type), lift(body.type, part.type)];
  return (registers) => {
    const gatherer = {
      so: fromStart(registers[start] as Value),
      take: (value: Value) => {
        gatherer.so = fromBody(value);
      },
      end: (): Value => gatherer.so,
    };
    return gatherer;
  };
};

/** What gathers for a list operator; `start` is the register of the first value of `reduce`. */
export const gathererOf = (part: Node, start: number): Make => {
  if (part.kind === 'map') return mapped;
  if (part.kind === 'filter') return filtered;
  if (part.kind === 'all') return verdict(false, false, false);
  if (part.kind === 'some') return verdict(true, true, false);
  if (part.kind === 'none') return verdict(true, false, true);
  if (part.kind === 'count') return counted;
  if (part.kind === 'sum') return summed;
  return part.kind === 'streak' ? streak : gatheredInto(part, start);
};
