import { type Problem, problem } from '../problem/problem.ts';
import { chance } from './chance.ts';
import type { CompiledRules } from './compiled.ts';
import { Fraction, fractionFrom, fractionOf, isSame, toNumber } from './fraction.ts';
import { Machine } from './machine.ts';
import { exact, type Oracle, oracle } from './oracle.ts';
import { keyOf, plain } from './plain.ts';
import { landmarksOf, sampleAnswers } from './sample.ts';
import type { Answers, Result } from './value.ts';

/** How many answers are tried, and the seed they are drawn from. */
export interface OpinionOptions {
  readonly cases?: number;
  readonly seed?: number;
}

/** What two evaluators had to say about the same rules. */
export interface Opinion {
  /** One for each rule on which they disagree. */
  readonly problems: readonly Problem[];
  /** Results compared. */
  readonly compared: number;
  /** Results on which they agree only once both compute exactly: the deviation `exact` of the table. */
  readonly exactOnly: number;
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const alike = (ours: unknown, theirs: unknown): boolean => {
  if (typeof ours === 'number') {
    const number = toNumber(theirs);
    return typeof number === 'number' && close(ours, number);
  }
  if (Array.isArray(ours)) return Array.isArray(theirs) && ours.length === theirs.length && ours.every((each, i) => alike(each, theirs[i]));
  if (typeof ours !== 'object' || ours === null) return ours === theirs;
  if (typeof theirs !== 'object' || theirs === null) return false;
  return Object.entries(ours).every(([key, value]) => alike(value, (theirs as Readonly<Record<string, unknown>>)[key]));
};

/** A rule over its limits cannot be compared. */
const agrees = (result: Result, theirs: unknown): boolean => {
  if (result.state === 'fault') return true;
  return result.state === 'none' ? theirs === null || theirs === undefined : alike(result.value, theirs);
};

/** A number agrees exactly when it is the same fraction, whatever its size. */
const agreesExactly = (result: Result, shown: string | undefined, theirs: unknown): boolean => {
  if (result.state !== 'value' || typeof result.value !== 'number') return agrees(result, theirs);
  const [a, b] = [fractionFrom(shown ?? ''), fractionOf(theirs)];
  return a !== undefined && b !== undefined && isSame(a, b);
};

interface Bench {
  readonly compiled: CompiledRules;
  readonly machine: Machine;
  readonly ask: Oracle;
  readonly logics: readonly { readonly plain: unknown; readonly exact: unknown }[];
}

const show = (value: unknown): string =>
  (value instanceof Fraction
    ? `${value.over}/${value.under}`
    : (JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)) ?? 'null')
  ).slice(0, 900);

type Verdict = 'same' | 'exact' | { readonly ours: string; readonly theirs: string };

type Data = Record<string, unknown>;

const judge = (bench: Bench, rule: number, [data, exactData]: readonly [Data, Data]): Verdict => {
  const name = bench.compiled.rules[rule]?.name as string;
  const result = bench.machine.result(name);
  const logic = bench.logics[rule] as Bench['logics'][number];
  if (agrees(result, bench.ask(logic.plain, data))) return 'same';
  const theirs = bench.ask(logic.exact, exactData);
  const shown = bench.machine.shown(name);
  if (agreesExactly(result, shown, theirs)) return 'exact';
  return { ours: show(shown ?? null), theirs: show(theirs) };
};

const trial = (bench: Bench, answers: Answers, take: (rule: number, verdict: Verdict) => void): void => {
  const { compiled, machine } = bench;
  machine.score(answers);
  const data: Data = Object.create(null);
  compiled.scope.inputs.forEach(({ name }, slot) => {
    data[keyOf(slot)] = machine.result(name).state === 'value' ? answers[name] : null;
  });
  const exactData: Data = Object.assign(Object.create(null), data);
  compiled.rules.forEach(({ name }, rule) => {
    take(rule, judge(bench, rule, [data, exactData]));
    const key = keyOf(compiled.scope.inputs.length + rule);
    data[key] = machine.value(name) ?? null;
    exactData[key] = typeof data[key] === 'number' ? fractionFrom(machine.shown(name) ?? '') : data[key];
  });
};

/**
 * Runs every rule through json-logic-js as well, on drawn answers that fit their types and are all there, and compares.
 * A difference that goes away once both compute exactly is the known one between decimals and doubles; every other is
 * reported, once for each rule, with the answers that show it.
 */
export const secondOpinion = (compiled: CompiledRules, { cases = 200, seed = 1 }: OpinionOptions = {}): Opinion => {
  const scope = { names: compiled.names, groups: compiled.scope.groups ?? new Map<string, readonly string[]>() };
  const nameOf = (key: string) => compiled.bySlot[Number(key.slice(1))]?.name ?? key;
  const logics = compiled.rules.map(({ logic }) => plain(logic, scope)).map((logic) => ({ plain: logic, exact: exact(logic) }));
  const bench: Bench = { compiled, machine: new Machine(compiled), ask: oracle(compiled.calendar, nameOf), logics };
  const landmarks = landmarksOf(compiled.rules);
  const random = chance(seed);
  const found = new Map<number, Problem>();
  let exactOnly = 0;
  for (let i = 0; i < cases; i++) {
    const answers = sampleAnswers(compiled.scope.inputs, random, landmarks);
    trial(bench, answers, (rule, verdict) => {
      if (verdict === 'exact') exactOnly += 1;
      if (typeof verdict === 'string' || found.has(rule)) return;
      const { name, at } = compiled.rules[rule] as CompiledRules['rules'][number];
      found.set(rule, problem('rule.second-opinion', at, { rule: name, ...verdict, answers: show(answers) }));
    });
  }
  return { problems: [...found.values()], compared: cases * compiled.rules.length, exactOnly };
};
