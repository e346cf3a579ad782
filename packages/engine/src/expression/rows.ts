import { type CompiledRules, inputKinds } from './compiled.ts';
import { load } from './load.ts';
import type { Machine } from './machine.ts';
import type { Answers } from './value.ts';

/** Stands in a row for having no value; the state is the factor. No value of a rule is as large. */
const none = 2 ** 60;

const held = inputKinds.indexOf('held');

/**
 * The answers of many submissions as rows of numbers, ready for the registers: what is scored again and again, by any
 * number of threads over the same memory. Texts and lists do not fit into rows.
 */
export class AnswerRows {
  readonly compiled: CompiledRules;
  readonly values: Float64Array;
  readonly width: number;

  /** Rows over memory of their own, or over memory shared between threads. */
  constructor(compiled: CompiledRules, memory: number | SharedArrayBuffer) {
    this.compiled = compiled;
    this.width = compiled.scope.inputs.length;
    this.values = typeof memory === 'number' ? new Float64Array(memory * this.width) : new Float64Array(memory);
  }

  /** True when every input of the rules fits into a row. */
  static fit(compiled: CompiledRules): boolean {
    return !compiled.inputs.kinds.includes(held);
  }

  /** Bytes that so many rows take. */
  static bytes(compiled: CompiledRules, rows: number): number {
    return rows * compiled.scope.inputs.length * Float64Array.BYTES_PER_ELEMENT;
  }

  /** How many rows there are. */
  get count(): number {
    return this.width === 0 ? 0 : this.values.length / this.width;
  }

  /** Puts one submission into a row. */
  put(row: number, machine: Machine, answers: Answers): void {
    load(machine, answers);
    const from = row * this.width;
    for (let slot = 0; slot < this.width; slot++) {
      const value = machine.values[slot] as number;
      this.values[from + slot] = Number.isNaN(value) ? none * (machine.states[slot] as number) : value;
    }
  }

  /** Runs all rules on a row. */
  score(row: number, machine: Machine): Machine {
    const { values, width } = this;
    const from = row * width;
    for (let slot = 0; slot < width; slot++) {
      const value = values[from + slot] as number;
      if (value < none) machine.values[slot] = value;
      else {
        machine.values[slot] = Number.NaN;
        machine.states[slot] = value / none;
      }
    }
    return machine.run();
  }
}
