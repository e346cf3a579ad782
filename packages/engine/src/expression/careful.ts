import type { Node } from './node.ts';
import type { Named } from './scope.ts';
import { limits } from './type.ts';
import { stateOf } from './value.ts';

/** No value, with its state and the inputs that would have to be known. */
export class None {
  readonly state: number;
  readonly missing: readonly string[];

  constructor(state: number, missing: readonly string[] = []) {
    this.state = state;
    this.missing = missing;
  }
}

/** A division not rounded: whole numbers in the units of their types. `under` is not zero. */
export class Ratio {
  readonly over: bigint;
  readonly under: bigint;

  constructor(over: bigint, under: bigint) {
    this.over = over;
    this.under = under;
  }
}

/** A value on the careful path. Numbers are whole numbers of any size in units of their last decimal, days are numbers. */
export type Value = boolean | bigint | number | string | Ratio | None | readonly Value[];

/** Steps left to a run. */
export interface Budget {
  left: number;
}

/** Takes in what the body of a list operator came to for each element, and says in the end what the whole came to. */
export interface Gatherer {
  take(body: Value, element: Value): void;
  end(): Value;
  /** The value gathered so far, for `reduce`. */
  readonly so?: Value;
}

/** A place in the program that is filled in once known. */
export interface Place {
  at: number;
}

/** An instruction of the careful path. Each part of the rule has a register of its own, so that all can be told after. */
export type Step =
  | { readonly do: 'set'; readonly to: number; readonly value: Value }
  | { readonly do: 'read'; readonly to: number; readonly named: Named }
  | { readonly do: 'call'; readonly to: number; readonly from: readonly number[]; readonly call: Call }
  | { readonly do: 'go'; readonly on: Place }
  | { readonly do: 'test'; readonly on: number; readonly to: number; readonly no: Place; readonly none: Place }
  | { readonly do: 'begin'; readonly list: number; readonly loop: number; readonly to: number; readonly done: Place; readonly make: Make }
  | {
      readonly do: 'next';
      readonly loop: number;
      readonly to: number;
      readonly element: number;
      readonly gathered: number;
      readonly done: Place;
    }
  | { readonly do: 'take'; readonly loop: number; readonly body: number; readonly again: number };

export type Call = (args: readonly Value[], budget: Budget) => Value;
export type Make = (registers: readonly (Value | undefined)[], budget: Budget) => Gatherer;

/** A rule on the careful path. */
export interface CarefulProgram {
  readonly root: Node;
  readonly steps: readonly Step[];
  readonly registers: number;
  readonly loops: number;
  /** The register of each part. */
  readonly at: ReadonlyMap<Node, number>;
  readonly result: number;
}

interface Loop {
  readonly list: readonly Value[];
  readonly gatherer: Gatherer;
  next: number;
}

/** No value because a limit was passed. */
export const overLimit = new None(stateOf.overLimit);

const largest = 10n ** 300n;

/** True for a whole number with more digits than anything a rule could mean. */
export const isTooLarge = (value: bigint): boolean => value >= largest || value <= -largest;

/** Ends the run: a limit was passed. */
export const passLimit = (budget: Budget): Value => {
  budget.left = -1;
  return overLimit;
};

/** A text, unless it is too long. Long texts cost steps. */
export const limitedText = (text: string, budget: Budget): Value => {
  budget.left -= text.length >> 6;
  return text.length > limits.characters ? passLimit(budget) : text;
};

/** A list, unless it is too long. Each element costs a step. */
export const limitedList = (list: readonly Value[], budget: Budget): Value => {
  budget.left -= list.length;
  return list.length > limits.elements ? passLimit(budget) : list;
};

const called = (step: Step & { do: 'call' }, registers: readonly (Value | undefined)[], budget: Budget): Value => {
  const value = step.call(
    step.from.map((from) => registers[from] as Value),
    budget,
  );
  return typeof value === 'bigint' && isTooLarge(value) ? passLimit(budget) : value;
};

/** Runs the program and returns its registers; those of parts not reached stay empty. One loop, at most `budget` steps. */
export const runCareful = (program: CarefulProgram, read: (named: Named) => Value, budget: Budget): readonly (Value | undefined)[] => {
  const registers: (Value | undefined)[] = new Array(program.registers);
  const loops: Loop[] = new Array(program.loops);
  let pc = 0;
  while (pc < program.steps.length) {
    const step = program.steps[pc++] as Step;
    budget.left -= 1;
    if (budget.left < 0) {
      registers[program.result] = overLimit;
      return registers;
    }
    if (step.do === 'call') registers[step.to] = called(step, registers, budget);
    else if (step.do === 'set') registers[step.to] = step.value;
    else if (step.do === 'read') registers[step.to] = read(step.named);
    else if (step.do === 'go') pc = step.on.at;
    else if (step.do === 'test') {
      const condition = registers[step.on];
      if (condition === false) pc = step.no.at;
      else if (condition !== true) {
        registers[step.to] = condition;
        pc = step.none.at;
      }
    } else if (step.do === 'begin') {
      const list = registers[step.list];
      if (list instanceof None) {
        registers[step.to] = list;
        pc = step.done.at;
      } else loops[step.loop] = { list: list as readonly Value[], gatherer: step.make(registers, budget), next: 0 };
    } else if (step.do === 'next') {
      const loop = loops[step.loop] as Loop;
      if (loop.next < loop.list.length) {
        registers[step.element] = loop.list[loop.next];
        if (step.gathered >= 0) registers[step.gathered] = loop.gatherer.so;
      } else {
        registers[step.to] = loop.gatherer.end();
        pc = step.done.at;
      }
    } else {
      const loop = loops[step.loop] as Loop;
      loop.gatherer.take(registers[step.body] as Value, loop.list[loop.next] as Value);
      loop.next += 1;
      pc = step.again;
    }
  }
  return registers;
};
