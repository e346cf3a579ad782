import { problem } from '../problem/problem.ts';
import { type Budget, None, overLimit, runCareful, type Value } from './careful.ts';
import { type CompiledRules, stepBudget } from './compiled.ts';
import { dayText } from './days.ts';
import { numberOf, showDecimal } from './decimal.ts';
import { load } from './load.ts';
import { type Registers, run } from './run.ts';
import type { Named } from './scope.ts';
import { isExact, type Type } from './type.ts';
import { type Answers, noValueOf, type Plain, type Result, stateOf } from './value.ts';

/** Views that share one stretch of memory; it stays as long as one of them does. */
const viewsOnShelf = 16;

/**
 * Runs compiled rules on answers, one submission at a time; its registers are used again for the next. Of a result it
 * keeps what is in the registers; names, reasons and missing answers are worked out when asked for.
 */
export class Machine implements Registers {
  readonly compiled: CompiledRules;
  readonly words: Int32Array;
  readonly table: Float64Array;
  readonly values: Float64Array;
  /** Why a slot has no value; meaningful only where its register holds NaN. */
  readonly states: Uint8Array;
  /** Texts, lists and whole numbers too large for a register, by slot. */
  readonly held: (Value | undefined)[];
  private readonly missing: (readonly string[] | undefined)[];
  private readonly settled: Int32Array;
  /** Inputs of which it was not clear whether they were asked; their `missing` says what would tell. */
  private readonly gated: number[] = [];
  private turn = 0;
  /** Results handed out, several views to one stretch of memory: making it is what a view costs most. */
  private shelf = new Float64Array(0);
  private filled = 0;

  constructor(compiled: CompiledRules) {
    this.compiled = compiled;
    this.words = compiled.words;
    this.table = compiled.table;
    this.values = Float64Array.from(compiled.registers);
    this.states = new Uint8Array(compiled.bySlot.length);
    this.held = new Array(compiled.bySlot.length).fill(undefined);
    this.missing = new Array(compiled.bySlot.length).fill(undefined);
    this.settled = new Int32Array(compiled.rules.length);
  }

  /** Loads the answers and runs all rules. */
  score(answers: Answers): this {
    load(this, answers);
    return this.run();
  }

  /** Runs all rules on what the registers hold. */
  run(): this {
    this.turn += 1;
    for (let input = this.gated.pop(); input !== undefined; input = this.gated.pop()) this.missing[input] = undefined;
    run(this);
    return this;
  }

  /** What a rule came to, or what an input is. */
  result(name: string): Result {
    const named = this.compiled.names.get(name);
    if (!named) throw new Error(`no such name: ${name}`);
    const value = this.read(named);
    if (!(value instanceof None)) return { state: 'value', value: plainOf(value, named.type) };
    if (value.state <= stateOf.notKnown) return { state: 'none', none: noValueOf(value.state), missing: value.missing };
    const at = this.compiled.rules[named.slot - this.compiled.scope.inputs.length]?.at ?? '';
    const code = value.state === stateOf.overLimit ? 'rule.over-limit' : 'rule.bad-answer';
    return { state: 'fault', problem: problem(code, at, { rule: name, name: value.missing[0] ?? name, limit: stepBudget }) };
  }

  /** The value, or `undefined` when there is none. */
  value(name: string): Plain | undefined {
    const named = this.compiled.names.get(name);
    if (!named) throw new Error(`no such name: ${name}`);
    const value = this.values[named.slot] as number;
    if (Number.isNaN(value) || named.type.kind === 'text' || named.type.kind === 'list') {
      const read = this.read(named);
      return read instanceof None ? undefined : plainOf(read, named.type);
    }
    return plainIn(this.compiled, named, value);
  }

  /** The value as people write it, exact however large; `undefined` when there is none. */
  shown(name: string): string | undefined {
    const named = this.compiled.names.get(name);
    if (!named) throw new Error(`no such name: ${name}`);
    const value = this.read(named);
    return value instanceof None ? undefined : showValue(value, named.type);
  }

  /** A copy of the results that stays when the machine runs again. */
  view(): View {
    const from = this.compiled.scope.inputs.length;
    const count = this.compiled.rules.length;
    if (this.filled + count > this.shelf.length) {
      this.shelf = new Float64Array(count * viewsOnShelf);
      this.filled = 0;
    }
    const { shelf, filled, values, held } = this;
    let isPlain = true;
    for (let i = 0; i < count; i++) {
      const value = values[from + i] as number;
      shelf[filled + i] = value;
      if (Number.isNaN(value) || held[from + i] !== undefined) isPlain = false;
    }
    this.filled += count;
    return new View(this.compiled, { shelf, at: filled - from }, isPlain ? undefined : this.resultsOf(from));
  }

  private resultsOf(from: number): ReadonlyMap<string, Result> {
    return new Map(this.compiled.bySlot.slice(from).map(({ name }) => [name, this.result(name)]));
  }

  /** The value of a name on the careful path. */
  read(named: Named): Value {
    const { slot } = named;
    const value = this.values[slot] as number;
    if (!Number.isNaN(value)) return this.known(named, value);
    const rule = slot - this.compiled.scope.inputs.length;
    if (rule < 0) return this.noAnswer(named);
    this.settle(rule);
    const state = this.states[slot] as number;
    return state === stateOf.value ? (this.held[slot] as Value) : new None(state, this.missing[slot]);
  }

  private noAnswer({ name, slot }: Named): None {
    const state = this.states[slot] as number;
    const needs = state === stateOf.notKnown || state === stateOf.badAnswer;
    return new None(state, this.missing[slot] ?? (needs ? [name] : []));
  }

  private known(named: Named, value: number): Value {
    const { kind } = named.type;
    if (kind === 'number') return BigInt(value);
    if (kind === 'boolean') return value === 1;
    if (kind === 'choice') return this.compiled.texts[value] as string;
    return kind === 'day' ? value : (this.held[named.slot] as Value);
  }

  /** Works out the rules up to this one that have no value yet and do not say why. */
  private settle(rule: number): void {
    const from = this.compiled.scope.inputs.length;
    for (let i = 0; i <= rule; i++) {
      if (Number.isNaN(this.values[from + i]) && this.settled[i] !== this.turn) this.careful(i);
    }
  }

  /** A rule met a part without a value and has to decide on it. */
  trap(place: number): number {
    const { starts, ends } = this.compiled;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= place) low = middle;
      else high = middle;
    }
    this.careful(low);
    return ends[low] as number;
  }

  /** The input was not asked, or it is not clear whether it was. */
  gate(input: number, rule: number): void {
    const isNo = this.values[rule] === 0;
    if (!isNo) {
      this.settle(rule - this.compiled.scope.inputs.length);
      this.missing[input] = this.missing[rule];
      this.gated.push(input);
    }
    this.states[input] = isNo ? stateOf.notAsked : (this.states[rule] as number);
    this.values[input] = Number.NaN;
  }

  /** Runs one rule on the careful path and keeps its result. */
  careful(rule: number): void {
    const program = this.compiled.careful(rule);
    const budget: Budget = { left: stepBudget };
    this.settled[rule] = this.turn;
    const registers = runCareful(program, (named) => this.read(named), budget);
    const found = budget.left < 0 ? overLimit : (registers[program.result] as Value);
    this.keep(this.compiled.scope.inputs.length + rule, program.root.type, found);
  }

  private keep(slot: number, type: Type, value: Value): void {
    this.held[slot] = undefined;
    this.states[slot] = stateOf.value;
    if (value instanceof None) {
      this.values[slot] = Number.NaN;
      this.states[slot] = value.state;
      this.missing[slot] = value.missing;
    } else if (typeof value === 'bigint') {
      const isSmall = type.kind === 'number' && isExact(type);
      this.values[slot] = isSmall ? Number(value) : Number.NaN;
      if (!isSmall) this.held[slot] = value;
    } else if (typeof value === 'string') {
      this.values[slot] = this.compiled.ids.get(value) ?? -1;
      this.held[slot] = value;
    } else if (typeof value === 'object') {
      this.values[slot] = 0;
      this.held[slot] = value;
    } else this.values[slot] = Number(value);
  }

  /** The registers of every part of a rule, for telling how it came to its result. */
  parts(rule: number): readonly (Value | undefined)[] {
    return runCareful(this.compiled.careful(rule), (named) => this.read(named), { left: stepBudget });
  }
}

/** The results of one run. Names are looked up and values made when asked for. */
export class View {
  private readonly compiled: CompiledRules;
  private readonly shelf: Float64Array;
  private readonly at: number;
  private readonly results: ReadonlyMap<string, Result> | undefined;

  /** The value of slot `n` stands at `at + n` of the shelf; `results` are there when some rule has none or a large one. */
  constructor(
    compiled: CompiledRules,
    { shelf, at }: { readonly shelf: Float64Array; readonly at: number },
    results: ReadonlyMap<string, Result> | undefined,
  ) {
    this.compiled = compiled;
    this.shelf = shelf;
    this.at = at;
    this.results = results;
  }

  /** The value of a rule, or `undefined` when it has none. */
  value(name: string): Plain | undefined {
    const result = this.results?.get(name);
    if (result) return result.state === 'value' ? result.value : undefined;
    const named = this.compiled.names.get(name);
    return named?.isRule ? plainIn(this.compiled, named, this.shelf[this.at + named.slot] as number) : undefined;
  }

  /** What a rule came to. */
  result(name: string): Result {
    const kept = this.results?.get(name);
    const value = kept ? undefined : this.value(name);
    if (kept) return kept;
    if (value === undefined) throw new Error(`no such rule: ${name}`);
    return { state: 'value', value };
  }
}

const plainIn = (compiled: CompiledRules, { type }: Named, value: number): Plain => {
  if (type.kind === 'number') return value === 0 ? 0 : value / 10 ** type.decimals;
  if (type.kind === 'boolean') return value === 1;
  return type.kind === 'choice' ? (compiled.texts[value] as string) : dayText(value);
};

/** A value of the careful path as JSON writes it. A number too large for JSON becomes the nearest one. */
export const plainOf = (value: Value, type: Type): Plain => {
  if (typeof value === 'bigint') return numberOf(value, type.kind === 'number' ? type.decimals : 0);
  if (typeof value === 'number') return dayText(value);
  if (!Array.isArray(value)) return value as boolean | string;
  if (type.kind === 'row') return Object.fromEntries([...type.fields].map(([name, field], i) => [name, plainOf(value[i] as Value, field)]));
  return value.map((element) => plainOf(element as Value, type.kind === 'list' ? type.of : type));
};

/** A value as people write it. */
export const showValue = (value: Value, type: Type): string => {
  if (typeof value === 'bigint') return showDecimal(value, type.kind === 'number' ? type.decimals : 0);
  const plain = plainOf(value, type);
  return typeof plain === 'string' ? plain : JSON.stringify(plain);
};
