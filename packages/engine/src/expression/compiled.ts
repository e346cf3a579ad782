import type { WorkCalendar } from '../calendar/workdays.ts';
import type { CarefulProgram } from './careful.ts';
import type { Named, Rule, Scope } from './scope.ts';

/** What the loader knows of the inputs, one entry each, in the order of the registers. */
export interface InputTable {
  readonly names: readonly string[];
  /** Index into `inputKinds`. */
  readonly kinds: Uint8Array;
  /** Ten to the power of its decimals. */
  readonly scales: Float64Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** Kinds of inputs for the loader. A `held` value (text, list) is kept beside the registers. */
export const inputKinds = ['boolean', 'number', 'choice', 'day', 'held'] as const;

/**
 * Rules compiled together. Frozen by convention; a `Machine` runs it, and any number of machines may share it. Register
 * `slot` of a named value holds it: numbers in units of their last decimal, booleans as 0 and 1, choices and texts as
 * the number of the text, days as day numbers.
 */
export interface CompiledRules {
  readonly scope: Scope;
  readonly rules: readonly Rule[];
  readonly names: ReadonlyMap<string, Named>;
  /** Inputs, then rules, by slot. */
  readonly bySlot: readonly Named[];
  readonly inputs: InputTable;
  readonly words: Int32Array;
  readonly table: Float64Array;
  /** Registers with the constants in place. */
  readonly registers: Float64Array;
  /** Where each rule starts in the code, and where it ends, before the gates that hang on it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly texts: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly calendar: WorkCalendar | undefined;
  /** Most steps a run can take on the fast path; rules on the careful path have a budget of their own. */
  readonly mostSteps: number;
  /** The careful program of a rule, made when first needed. */
  careful(this: void, rule: number): CarefulProgram;
}

/** Steps a single rule may take on the careful path. */
export const stepBudget = 100_000;
