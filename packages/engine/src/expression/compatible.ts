import { type Outcome, refuse } from '../problem/problem.ts';
import {
  type CarefulProgram,
  type Gatherer,
  limitedList,
  type Make,
  None,
  type Place,
  runCareful,
  type Step,
  type Value,
} from './careful.ts';
import { stepBudget } from './compiled.ts';
import { type Loose, looseCalls, truthy } from './loose.ts';
import type { Named } from './scope.ts';
import { checkShape } from './shape.ts';
import { booleanType } from './type.ts';

/**
 * JsonLogic as it is commonly run: untyped, with its coercions, on data that is all there. It is what the public test
 * suites and rules from elsewhere expect; rules of a plan never run in it. Own data only, no `log`, no infinite numbers,
 * and within the same limits as every rule.
 */
export interface CompatibleRule {
  readonly program: CarefulProgram;
}

interface Writer {
  readonly steps: Step[];
  registers: number;
  loops: number;
}

const named: Named = { name: '', word: '', type: booleanType, slot: 0, isRule: false };
const loops = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none']);

class UnknownOperator extends Error {}

const isOperation = (logic: unknown): logic is Readonly<Record<string, unknown>> =>
  typeof logic === 'object' && logic !== null && !Array.isArray(logic) && Object.keys(logic).length === 1;

/** Writes the steps that leave the logic's value in a new register; `data` is the register of what it looks at. */
const write = (writer: Writer, logic: unknown, data: number): number => {
  const to = writer.registers++;
  if (Array.isArray(logic)) {
    const from = logic.map((each) => write(writer, each, data));
    writer.steps.push({ do: 'call', to, from, call: (args, budget) => limitedList([...args], budget) });
    return to;
  }
  if (!isOperation(logic)) {
    writer.steps.push({ do: 'set', to, value: logic as Value });
    return to;
  }
  const [operator, value] = Object.entries(logic)[0] as [string, unknown];
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (operator === 'if' || operator === '?:') chosen(writer, parts, { to, data });
  else if (operator === 'and' || operator === 'or') combined(writer, operator, parts, { to, data });
  else if (loops.has(operator)) looped(writer, operator, parts, { to, data });
  else called(writer, operator, parts, { to, data });
  return to;
};

interface At {
  readonly to: number;
  readonly data: number;
}

const called = (writer: Writer, operator: string, parts: readonly unknown[], { to, data }: At): void => {
  const call = Object.hasOwn(looseCalls, operator) ? looseCalls[operator] : undefined;
  if (!call) throw new UnknownOperator(operator);
  const from = [data, ...parts.map((part) => write(writer, part, data))];
  writer.steps.push({
    do: 'call',
    to,
    from,
    call: ([at, ...args], budget) => call(at as Loose, args as readonly Loose[], budget) as Value,
  });
};

const move = (writer: Writer, from: number, to: number): void => {
  writer.steps.push({ do: 'call', to, from: [from], call: ([value]) => value as Value });
};

const test = (writer: Writer, on: number, wanted: boolean): Place => {
  const no: Place = { at: -1 };
  const truth = writer.registers++;
  writer.steps.push({ do: 'call', to: truth, from: [on], call: ([value]) => truthy(value as unknown as Loose) === wanted });
  writer.steps.push({ do: 'test', on: truth, to: truth, no, none: no });
  return no;
};

const chosen = (writer: Writer, parts: readonly unknown[], { to, data }: At): void => {
  const end: Place = { at: -1 };
  let i = 0;
  for (; i + 1 < parts.length; i += 2) {
    const no = test(writer, write(writer, parts[i], data), true);
    move(writer, write(writer, parts[i + 1], data), to);
    writer.steps.push({ do: 'go', on: end });
    no.at = writer.steps.length;
  }
  if (i < parts.length) move(writer, write(writer, parts[i], data), to);
  else writer.steps.push({ do: 'set', to, value: null as unknown as Value });
  end.at = writer.steps.length;
};

const combined = (writer: Writer, operator: 'and' | 'or', parts: readonly unknown[], { to, data }: At): void => {
  const ends: Place[] = [];
  if (parts.length === 0) writer.steps.push({ do: 'set', to, value: null as unknown as Value });
  for (const part of parts) {
    move(writer, write(writer, part, data), to);
    ends.push(test(writer, to, operator === 'and'));
  }
  for (const end of ends) end.at = writer.steps.length;
};

const gatherers: Readonly<Record<string, () => Gatherer>> = {
  map: () => {
    const out: Value[] = [];
    return { take: (body) => out.push(body), end: () => out };
  },
  filter: () => {
    const out: Value[] = [];
    return { take: (body, element) => truthy(body as unknown as Loose) && out.push(element), end: () => out };
  },
  all: () => verdict(false, (any, decided) => any && !decided),
  some: () => verdict(true, (_, decided) => decided),
  none: () => verdict(true, (_, decided) => !decided),
};

const verdict = (decisive: boolean, end: (any: boolean, decided: boolean) => boolean): Gatherer => {
  let [any, decided] = [false, false];
  return {
    take: (body) => {
      any = true;
      decided ||= truthy(body as unknown as Loose) === decisive;
    },
    end: () => end(any, decided),
  };
};

const reducer =
  (start: number): Make =>
  (registers) => {
    const gatherer = {
      so: (start < 0 ? null : registers[start]) as Value,
      take: (body: Value) => {
        gatherer.so = body;
      },
      end: (): Value => gatherer.so,
    };
    return gatherer;
  };

const looped = (writer: Writer, operator: string, parts: readonly unknown[], { to, data }: At): void => {
  const isReduce = operator === 'reduce';
  const source = write(writer, parts[0], data);
  const list = writer.registers++;
  writer.steps.push({ do: 'call', to: list, from: [source], call: ([value]) => (Array.isArray(value) ? (value as readonly Value[]) : []) });
  const start = isReduce && parts.length > 2 ? write(writer, parts[2], data) : -1;
  const [loop, done, element] = [writer.loops++, { at: -1 } as Place, writer.registers++];
  const gathered = isReduce ? writer.registers++ : -1;
  const make: Make = isReduce ? reducer(start) : (gatherers[operator] as () => Gatherer);
  writer.steps.push({ do: 'begin', list, loop, to, done, make });
  const again = writer.steps.length;
  writer.steps.push({ do: 'next', loop, to, element, gathered, done });
  let inside = element;
  if (isReduce) {
    inside = writer.registers++;
    const pair = ([current, accumulator]: readonly Value[]) => ({ current, accumulator }) as unknown as Value;
    writer.steps.push({ do: 'call', to: inside, from: [element, gathered], call: pair });
  }
  writer.steps.push({ do: 'take', loop, body: write(writer, parts[1], inside), again });
  done.at = writer.steps.length;
};

/** Compiles a rule for the compatible mode. Refused are rules past the limits and operators JsonLogic does not have. */
export const compileCompatible = (logic: unknown, at = ''): Outcome<CompatibleRule> => {
  const misshapen = checkShape(logic, at);
  if (misshapen) return { ok: false, problems: [misshapen] };
  const writer: Writer = { steps: [{ do: 'read', to: 0, named }], registers: 1, loops: 0 };
  try {
    const result = write(writer, logic, 0);
    const program = { steps: writer.steps, registers: writer.registers, loops: writer.loops, result } as unknown as CarefulProgram;
    return { ok: true, value: { program }, problems: [] };
  } catch (error) {
    if (error instanceof UnknownOperator) return refuse('rule.unknown-operator', at, { name: error.message.slice(0, 40) });
    throw error;
  }
};

/** Runs a compatible rule on data. Refused when it needs more steps, longer lists or longer texts than a rule may. */
export const runCompatible = (rule: CompatibleRule, data: unknown): Outcome<unknown> => {
  const budget = { left: stepBudget };
  const registers = runCareful(rule.program, () => data as Value, budget);
  const value = registers[rule.program.result];
  if (budget.left < 0 || value instanceof None) return refuse('rule.over-limit', '', { rule: '', limit: stepBudget });
  return { ok: true, value, problems: [] };
};
