import type { Value } from './careful.ts';
import { None } from './careful.ts';
import type { CompiledRules } from './compiled.ts';
import { dayNumber } from './days.ts';
import { isText, type Type } from './type.ts';
import { type Answers, stateOf, stateOfNoValue } from './value.ts';

/** What the loader writes to. */
export interface Loading {
  readonly compiled: CompiledRules;
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly held: (Value | undefined)[];
}

/** A whole number of units, or NaN when the number has more decimals or lies outside of the bounds. */
const unitsOf = (type: { readonly decimals: number; readonly low: number; readonly high: number }, value: unknown): number => {
  if (typeof value !== 'number') return Number.NaN;
  const scale = 10 ** type.decimals;
  const units = Math.round(value * scale);
  return units >= type.low && units <= type.high && units / scale === value ? units : Number.NaN;
};

const bad = new None(stateOf.badAnswer);

/** An answer that is kept beside the registers, checked against its type. */
const heldValue = (type: Type, answer: unknown): Value => {
  if (answer === undefined || answer === null) return new None(stateOf.notKnown);
  if (type.kind === 'boolean') return typeof answer === 'boolean' ? answer : bad;
  if (type.kind === 'text') return typeof answer === 'string' && answer.length <= type.longest ? answer : bad;
  if (type.kind === 'choice') return typeof answer === 'string' && type.choices.includes(answer) ? answer : bad;
  if (type.kind === 'day') return (typeof answer === 'string' ? dayNumber(answer) : undefined) ?? bad;
  if (type.kind === 'list') return heldList(type, answer);
  if (type.kind !== 'number') return bad;
  const units = unitsOf(type, answer);
  return Number.isNaN(units) ? bad : BigInt(units);
};

const heldList = (type: { readonly of: Type; readonly most: number }, answer: unknown): Value => {
  if (!Array.isArray(answer) || answer.length > type.most) return bad;
  const list: Value[] = [];
  for (const element of answer) {
    const value = type.of.kind === 'row' ? heldRow(type.of.fields, element) : heldValue(type.of, element);
    if (value instanceof None) return bad;
    list.push(value);
  }
  return list;
};

const heldRow = (fields: ReadonlyMap<string, Type>, row: unknown): Value => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return bad;
  const values: Value[] = [];
  for (const [name, type] of fields) {
    const value = heldValue(type, Object.hasOwn(row, name) ? (row as Record<string, unknown>)[name] : undefined);
    if (value instanceof None && value.state !== stateOf.notKnown) return bad;
    values.push(value);
  }
  return values;
};

const absent = (on: Loading, slot: number, answer: unknown): void => {
  on.values[slot] = Number.NaN;
  const isMark = typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'none');
  const state = isMark ? stateOfNoValue((answer as { none: unknown }).none) : undefined;
  on.states[slot] = answer === undefined || answer === null ? stateOf.notKnown : (state ?? stateOf.badAnswer);
};

const hold = (on: Loading, slot: number, answer: unknown): void => {
  const type = on.compiled.bySlot[slot]?.type as Type;
  const isList = Array.isArray(answer) || typeof answer === 'string';
  const value = isList ? heldValue(type, answer) : undefined;
  if (value === undefined || value instanceof None) absent(on, slot, answer);
  else {
    on.held[slot] = value;
    on.values[slot] = isText(type) ? (on.compiled.ids.get(value as string) ?? -1) : 0;
  }
};

/** Puts one answer into its register. An answer that does not fit its type leaves no value and is marked bad. */
const put = (on: Loading, slot: number, answer: unknown): void => {
  const { inputs, ids, bySlot } = on.compiled;
  switch (inputs.kinds[slot]) {
    case 0:
      if (answer === true) on.values[slot] = 1;
      else if (answer === false) on.values[slot] = 0;
      else absent(on, slot, answer);
      return;
    case 1: {
      if (typeof answer === 'number') {
        const scale = inputs.scales[slot] as number;
        const units = scale === 1 ? answer : Math.round(answer * scale);
        const isWhole = scale === 1 ? Math.floor(answer) === answer : units / scale === answer;
        if (isWhole && units >= (inputs.lows[slot] as number) && units <= (inputs.highs[slot] as number)) {
          on.values[slot] = units;
          return;
        }
      }
      absent(on, slot, answer);
      return;
    }
    case 2: {
      const id = typeof answer === 'string' ? ids.get(answer) : undefined;
      if (id === undefined || !isChoiceOf(bySlot[slot]?.type, answer as string)) absent(on, slot, answer);
      else on.values[slot] = id;
      return;
    }
    case 3: {
      const day = typeof answer === 'string' ? dayNumber(answer) : undefined;
      if (day === undefined) absent(on, slot, answer);
      else on.values[slot] = day;
      return;
    }
    default:
      hold(on, slot, answer);
  }
};

const isChoiceOf = (type: Type | undefined, answer: string): boolean => type?.kind === 'choice' && type.choices.includes(answer);

const isOrdinary = (answers: Answers): boolean => {
  const home = Object.getPrototypeOf(answers);
  return home === Object.prototype || home === null;
};

/** Loads all answers. Only own properties are read; answers in the order of the inputs load fastest. */
export const load = (on: Loading, answers: Answers): void => {
  const { names } = on.compiled.inputs;
  let slot = 0;
  if (isOrdinary(answers)) {
    for (const name in answers) {
      if (name !== names[slot]) break;
      put(on, slot, answers[name]);
      slot += 1;
    }
  }
  for (; slot < names.length; slot++) {
    const name = names[slot] as string;
    put(on, slot, Object.hasOwn(answers, name) ? answers[name] : undefined);
  }
};
