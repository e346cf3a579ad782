import { None, Ratio, type Value } from './careful.ts';
import type { CompiledRules } from './compiled.ts';
import { showDecimal } from './decimal.ts';
import { type Machine, showValue } from './machine.ts';
import type { Node } from './node.ts';
import { type NoValue, noValueOf, stateOf } from './value.ts';

/**
 * How a result came about: a tree from the rule down to the answers. A part that was not looked at (the branch not
 * taken) is left out. A rule is opened where it is first read; where it is read again it has no parts.
 */
export interface Explanation {
  readonly kind: 'rule' | 'input' | 'literal' | 'operator';
  /** The operator as written, for `operator`. */
  readonly operator: string;
  /** The plan's word, for a rule or an input. */
  readonly word: string;
  readonly name: string;
  readonly source: string;
  /** Pointer into the plan. */
  readonly at: string;
  /** The value as people write it; null when there is none. */
  readonly value: string | null;
  readonly none: NoValue | 'fault' | null;
  readonly parts: readonly Explanation[];
}

type Growing = Omit<Explanation, 'parts'> & { readonly parts: Explanation[] };

/** Parts an explanation has at most. */
const mostParts = 5000;

interface Walk {
  readonly machine: Machine;
  readonly compiled: CompiledRules;
  readonly opened: Set<number>;
  readonly waiting: { readonly rule: number; readonly into: Growing }[];
  left: number;
}

const show = (value: Value | undefined, part: Node): string | null => {
  if (value === undefined || value instanceof None) return null;
  if (!(value instanceof Ratio)) return showValue(value, part.type);
  if (part.type.kind !== 'ratio') return null;
  const { over, under } = part.type;
  return `${showDecimal(value.over, over.decimals)}/${showDecimal(value.under, under.decimals)}`;
};

const noneOf = (value: Value | undefined): Explanation['none'] => {
  if (!(value instanceof None)) return null;
  return value.state > stateOf.notKnown ? 'fault' : noValueOf(value.state);
};

const kindOf = (part: Node): Explanation['kind'] => {
  if (part.kind === 'name') return part.named?.isRule ? 'rule' : 'input';
  return part.kind === 'literal' ? 'literal' : 'operator';
};

const loops = new Set<Node['kind']>(['map', 'filter', 'reduce', 'all', 'some', 'none', 'streak', 'count', 'sum']);

const tell = (walk: Walk, part: Node, values: ReadonlyMap<Node, Value | undefined>): Growing => {
  const value = values.get(part);
  const { named } = part;
  const rule = named?.isRule ? named.slot - walk.compiled.scope.inputs.length : -1;
  const told: Growing = {
    kind: kindOf(part),
    operator: part.operator === 'var' ? '' : part.operator,
    word: named?.word ?? '',
    name: named?.name ?? '',
    source: walk.compiled.rules[rule]?.source ?? '',
    at: part.at,
    value: show(value, part),
    none: noneOf(value),
    parts: [],
  };
  walk.left -= 1;
  if (rule >= 0 && !walk.opened.has(rule)) {
    walk.opened.add(rule);
    walk.waiting.push({ rule, into: told });
  }
  const inner = loops.has(part.kind) ? part.parts.slice(0, 1) : part.parts;
  for (const each of inner) if (walk.left > 0 && values.get(each) !== undefined) told.parts.push(tell(walk, each, values));
  return told;
};

const open = (walk: Walk, rule: number): Growing => {
  const program = walk.compiled.careful(rule);
  const registers = walk.machine.parts(rule);
  const values = new Map([...program.at].map(([part, register]) => [part, registers[register]]));
  return tell(walk, program.root, values);
};

/** Explains what a rule came to on the answers the machine was last run on. Worked out anew each time it is asked for. */
export const explain = (machine: Machine, name: string): Explanation => {
  const { compiled } = machine;
  const named = compiled.names.get(name);
  if (!named?.isRule) throw new Error(`no such rule: ${name}`);
  const rule = named.slot - compiled.scope.inputs.length;
  const walk: Walk = { machine, compiled, opened: new Set([rule]), waiting: [], left: mostParts };
  const value = machine.read(named);
  const root: Growing = {
    kind: 'rule',
    operator: '',
    word: named.word,
    name,
    source: compiled.rules[rule]?.source ?? '',
    at: compiled.rules[rule]?.at ?? '',
    value: value instanceof None ? null : showValue(value, named.type),
    none: noneOf(value),
    parts: [open(walk, rule)],
  };
  for (let next = walk.waiting.shift(); next && walk.left > 0; next = walk.waiting.shift()) next.into.parts.push(open(walk, next.rule));
  return root;
};
