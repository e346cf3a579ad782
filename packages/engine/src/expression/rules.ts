import { nearest } from '../problem/nearest.ts';
import { type Outcome, outcome, type Problem, problem } from '../problem/problem.ts';
import { Analysis, type Surroundings } from './analyse.ts';
import type { CarefulProgram } from './careful.ts';
import { compileCareful } from './careful-compile.ts';
import { Code, operation } from './code.ts';
import { type CompiledRules, inputKinds, stepBudget } from './compiled.ts';
import { into } from './generate.ts';
import { isPlain, resultDecimals } from './generate-plain.ts';
import type { Node } from './node.ts';
import { type Input, isForbidden, type Named, type Rule, type Scope } from './scope.ts';
import { checkShape } from './shape.ts';
import { mostSteps } from './steps.ts';
import { type Type, unread } from './type.ts';

/** What a rule may have for a result; with a kind given, it must have that. */
export interface Wanted {
  readonly kind?: Type['kind'];
}

interface Gathered {
  readonly names: Map<string, Named>;
  readonly bySlot: Named[];
  readonly problems: Problem[];
}

const declare = (
  gathered: Gathered,
  item: { readonly name: string; readonly word?: string },
  has: { readonly type: Type; readonly isRule: boolean; readonly at: string },
): void => {
  const { name } = item;
  const named: Named = { name, word: item.word ?? name, type: has.type, slot: gathered.bySlot.length, isRule: has.isRule };
  if (isForbidden(name) || name === '') gathered.problems.push(problem('rule.forbidden-name', has.at, { name: name.slice(0, 80) }));
  else if (gathered.names.has(name)) gathered.problems.push(problem('rule.name-taken', has.at, { name }));
  gathered.bySlot.push(named);
  gathered.names.set(name, named);
};

const laterName = (rules: readonly Rule[], from: number, reported: Problem): Problem => {
  const name = String(reported.params.name);
  const isLater = reported.code === 'rule.unknown-name' && rules.slice(from).some((rule) => rule.name === name);
  return isLater ? problem('rule.reads-later', reported.at, { rule: rules[from]?.name, name }) : reported;
};

/** Analyses the rules in order; `take` gets each rule without problems. */
const walk = (scope: Scope, rules: readonly Rule[], take: (root: Node, rule: Rule, slot: number) => void): Gathered => {
  const gathered: Gathered = { names: new Map(), bySlot: [], problems: [] };
  for (const input of scope.inputs) declare(gathered, input, { type: input.type, isRule: false, at: '' });
  const analysis = new Analysis(surroundingsOf(scope, gathered.names));
  rules.forEach((rule, i) => {
    const slot = gathered.bySlot.length;
    const misshapen = checkShape(rule.logic, rule.at);
    if (misshapen) analysis.problems.push(misshapen);
    const root = misshapen ? undefined : analysis.rule(rule.logic, rule.at);
    for (const each of analysis.problems) gathered.problems.push(laterName(rules, i, each));
    analysis.problems.length = 0;
    const type = root?.type ?? unread;
    if (type.kind === 'ratio') gathered.problems.push(problem('rule.division-unrounded', rule.at, {}));
    declare(gathered, rule, { type: type.kind === 'ratio' ? unread : type, isRule: true, at: rule.at });
    if (!root || type.kind === 'unread' || type.kind === 'ratio') return;
    const steps = isPlain(root) ? 0 : mostSteps(root);
    if (steps > stepBudget)
      gathered.problems.push(problem('rule.may-exceed', rule.at, { rule: rule.name, most: steps, limit: stepBudget }));
    take(root, rule, slot);
  });
  checkAsked(scope, rules, gathered);
  return gathered;
};

const surroundingsOf = (scope: Scope, names: ReadonlyMap<string, Named>): Surroundings => ({
  names,
  groups: scope.groups ?? new Map(),
  hasCalendar: scope.calendar !== undefined,
});

const checkAsked = (scope: Scope, rules: readonly Rule[], { names, problems }: Gathered): void => {
  for (const { askedWhen, name } of scope.inputs) {
    if (askedWhen === undefined) continue;
    const rule = names.get(askedWhen);
    if (!rule?.isRule) problems.push(problem('rule.unknown-name', '', { name: askedWhen, near: nearest(askedWhen, names.keys()) }));
    else if (rule.type.kind !== 'boolean' && rule.type.kind !== 'unread') {
      problems.push(
        problem('rule.wrong-result', rules.find((each) => each.name === askedWhen)?.at ?? '', {
          rule: askedWhen,
          expected: 'boolean',
          found: rule.type.kind,
          name,
        }),
      );
    }
  }
};

/** Every problem of the rules, with the place of each. */
export const checkRules = (scope: Scope, rules: readonly Rule[]): readonly Problem[] => walk(scope, rules, () => undefined).problems;

/** Every problem of a single rule, and that of its result when it is not of the kind wanted. */
export const checkRule = (scope: Scope, rule: Rule, wanted: Wanted = {}): readonly Problem[] => {
  const { bySlot, problems } = walk(scope, [rule], () => undefined);
  const found = bySlot.at(-1)?.type.kind ?? 'unread';
  const isMeant =
    wanted.kind === undefined || found === 'unread' || found === wanted.kind || (wanted.kind === 'text' && found === 'choice');
  return isMeant ? problems : [...problems, problem('rule.wrong-result', rule.at, { rule: rule.name, expected: wanted.kind, found })];
};

const inputTable = (inputs: readonly Input[]): CompiledRules['inputs'] => {
  const kindOf = ({ type }: Input) => inputKinds.indexOf(type.kind as 'boolean') as number;
  const ends = (pick: 'low' | 'high') => Float64Array.from(inputs, ({ type }) => (type.kind === 'number' ? type[pick] : 0));
  return {
    names: inputs.map(({ name }) => name),
    kinds: Uint8Array.from(inputs, (input) => (kindOf(input) < 0 ? inputKinds.indexOf('held') : kindOf(input))),
    scales: Float64Array.from(inputs, ({ type }) => (type.kind === 'number' ? 10 ** type.decimals : 1)),
    lows: ends('low'),
    highs: ends('high'),
  };
};

const declareTexts = (code: Code, inputs: readonly Input[]): void => {
  for (const { type } of inputs) if (type.kind === 'choice') for (const choice of type.choices) code.text(choice);
};

/** Gates that stand after the rule with this name: inputs it decides the asking of. */
const gatesOf = (scope: Scope): ReadonlyMap<string, readonly number[]> => {
  const gates = new Map<string, number[]>();
  scope.inputs.forEach(({ askedWhen }, slot) => {
    if (askedWhen === undefined) return;
    const slots = gates.get(askedWhen) ?? [];
    slots.push(slot);
    gates.set(askedWhen, slots);
  });
  return gates;
};

/**
 * Compiles rules in their order. `ok` only without errors; warnings come along. What is kept for each rule is its
 * instructions; the careful program of a rule is made again from its JSON when it is first needed.
 */
export const compileRules = (scope: Scope, rules: readonly Rule[]): Outcome<CompiledRules> => {
  const code = new Code(scope.inputs.length + rules.length);
  declareTexts(code, scope.inputs);
  const gates = gatesOf(scope);
  const starts: number[] = [];
  const ends: number[] = [];
  const { names, bySlot, problems } = walk(scope, rules, (root, rule, slot) => {
    starts.push(code.here);
    if (isPlain(root)) into(code, root, { register: slot, decimals: resultDecimals(root.type) });
    else code.emit(operation.careful, slot - scope.inputs.length);
    if (root.type.kind === 'choice') for (const choice of root.type.choices) code.text(choice);
    ends.push(code.here);
    for (const input of gates.get(rule.name) ?? []) code.emit(operation.gate, input, [slot]);
    code.release();
  });
  code.emit(operation.end, 0);
  const registers = new Float64Array(code.registers);
  for (const [value, register] of code.constants) registers[register] = value;
  const careful = carefulOf(surroundingsOf(scope, names), scope, rules);
  return outcome<CompiledRules>(
    {
      scope,
      rules,
      names,
      bySlot,
      inputs: inputTable(scope.inputs),
      words: Int32Array.from(code.words),
      table: Float64Array.from(code.table),
      registers,
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
      texts: code.texts,
      ids: code.ids,
      calendar: scope.calendar,
      mostSteps: code.here,
      careful,
    },
    problems,
  );
};

const carefulOf = (surroundings: Surroundings, scope: Scope, rules: readonly Rule[]): ((rule: number) => CarefulProgram) => {
  const programs = new Map<number, CarefulProgram>();
  return (index) => {
    let program = programs.get(index);
    if (!program) {
      const rule = rules[index] as Rule;
      program = compileCareful(new Analysis(surroundings).rule(rule.logic, rule.at), scope.calendar);
      programs.set(index, program);
    }
    return program;
  };
};
