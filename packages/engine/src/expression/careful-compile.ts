import type { WorkCalendar } from '../calendar/workdays.ts';
import { type CarefulProgram, None, type Place, type Step, type Value } from './careful.ts';
import { callOf, lift } from './careful-calls.ts';
import { gathererOf } from './careful-loops.ts';
import type { Node } from './node.ts';
import { isLoop } from './steps.ts';
import type { Type } from './type.ts';
import { stateOf } from './value.ts';

interface Writer {
  readonly steps: Step[];
  readonly at: Map<Node, number>;
  readonly calendar: WorkCalendar | undefined;
  /** Registers of the element and the gathered value, by level of list. */
  readonly elements: Map<number, { readonly element: number; readonly gathered: number; readonly of: Type }>;
  registers: number;
  loops: number;
}

const registerOf = (writer: Writer, part: Node): number => {
  let register = writer.at.get(part);
  if (register === undefined) {
    register = writer.registers++;
    writer.at.set(part, register);
  }
  return register;
};

const literalOf = (part: Node): Value =>
  typeof part.literal === 'number' && part.type.kind === 'number' ? BigInt(part.literal) : (part.literal as Value);

/** Writes the steps that leave the part in its register. */
const write = (writer: Writer, part: Node): number => {
  const to = registerOf(writer, part);
  if (part.kind === 'literal') writer.steps.push({ do: 'set', to, value: literalOf(part) });
  else if (part.kind === 'name' && part.named) writer.steps.push({ do: 'read', to, named: part.named });
  else if (part.kind === 'element' || part.kind === 'gathered') element(writer, part, to);
  else if (part.kind === 'if') chosen(writer, part, to);
  else if (isLoop(part)) looped(writer, part, to);
  else {
    const from = part.parts.map((each) => write(writer, each));
    writer.steps.push({ do: 'call', to, from, call: callOf(part, writer.calendar) });
  }
  return to;
};

const element = (writer: Writer, part: Node, to: number): void => {
  const home = writer.elements.get(part.level);
  if (!home) throw new Error('an element outside of its list');
  const index = part.mode && home.of.kind === 'row' ? [...home.of.fields.keys()].indexOf(part.mode) : -1;
  const from = [part.kind === 'gathered' ? home.gathered : home.element];
  writer.steps.push({
    do: 'call',
    to,
    from,
    call: ([value]) => (index < 0 || value instanceof None ? value : (value as readonly Value[])[index]) as Value,
  });
};

const chosen = (writer: Writer, part: Node, to: number): void => {
  const end: Place = { at: -1 };
  const { parts } = part;
  const take = (value: Node) => {
    const from = [write(writer, value)];
    const up = lift(value.type, part.type);
    writer.steps.push({ do: 'call', to, from, call: ([got]) => up(got as Value) });
    writer.steps.push({ do: 'go', on: end });
  };
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const no: Place = { at: -1 };
    writer.steps.push({ do: 'test', on: write(writer, parts[i] as Node), to, no, none: end });
    take(parts[i + 1] as Node);
    no.at = writer.steps.length;
  }
  const last = parts.length % 2 === 1 ? parts.at(-1) : undefined;
  if (last) take(last);
  else writer.steps.push({ do: 'set', to, value: new None(stateOf.notApplicable) });
  end.at = writer.steps.length;
};

const looped = (writer: Writer, part: Node, to: number): void => {
  const [list, body, start] = part.parts as [Node, Node, Node | undefined];
  const from = write(writer, list);
  const first = start ? write(writer, start) : -1;
  const loop = writer.loops++;
  const home = {
    element: writer.registers++,
    gathered: start ? writer.registers++ : -1,
    of: list.type.kind === 'list' ? list.type.of : list.type,
  };
  const outer = writer.elements.get(part.level);
  writer.elements.set(part.level, home);
  const done: Place = { at: -1 };
  writer.steps.push({ do: 'begin', list: from, loop, to, done, make: gathererOf(part, first) });
  const again = writer.steps.length;
  writer.steps.push({ do: 'next', loop, to, element: home.element, gathered: home.gathered, done });
  writer.steps.push({ do: 'take', loop, body: write(writer, body), again });
  done.at = writer.steps.length;
  if (outer) writer.elements.set(part.level, outer);
};

/** Compiles a rule for the careful path. The rule has no problems. */
export const compileCareful = (root: Node, calendar: WorkCalendar | undefined): CarefulProgram => {
  const writer: Writer = { steps: [], at: new Map(), calendar, elements: new Map(), registers: 0, loops: 0 };
  const result = write(writer, root);
  return { root, steps: writer.steps, registers: writer.registers, loops: writer.loops, at: writer.at, result };
};
