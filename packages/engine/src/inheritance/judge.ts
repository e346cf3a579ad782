import type { Difference, Step } from '../plan/diff.ts';
import { identityOf, inside, isWritten, keyOf, type Written } from '../plan/diff-identity.ts';
import { earlier, tighter, type Weight } from '../plan/diff-order.ts';
import { bindings, bounds, rules, weighThing } from '../plan/diff-rules.ts';
import { Plan } from '../plan/schema.ts';
import type { Shape } from '../plan/shape.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { pointer } from '../problem/problem.ts';
import { type Binds, bindsOf, holdsAtLeast, mayLack } from './binds.ts';

/** What a lower plan did to a clause of the upper one that it may not, or that only a person can judge. */
export type Fault = Extract<ProblemCode, `conform.${string}`>;

/** A thing on the way to a difference, with its place in the format. */
export interface Thing {
  readonly pattern: string;
  readonly value: unknown;
}

/** A difference with what stands around it in both plans. */
export interface Trail {
  readonly change: Difference;
  readonly shape: Shape | undefined;
  readonly pattern: string;
  /** Outermost first, as far as the plan has them. */
  readonly upper: readonly Thing[];
  readonly lower: readonly Thing[];
  /** What stands at its end in each plan. */
  readonly held: unknown;
  readonly mine: unknown;
  /** Pointer into the lower plan, as far as it has the place. */
  readonly at: string;
}

const stepInto = (value: unknown, shape: Shape | undefined, step: Step): { value: unknown; key: string | number | undefined } => {
  if (typeof step === 'string') return { value: isWritten(value) && Object.hasOwn(value, step) ? value[step] : undefined, key: step };
  if (!Array.isArray(value)) return { value: undefined, key: undefined };
  const wanted = keyOf(step.of);
  const index = value.findIndex((one) => {
    const identity = identityOf(shape?.items, one);
    return identity !== undefined && keyOf(identity) === wanted;
  });
  return index < 0 ? { value: undefined, key: undefined } : { value: value[index], key: index };
};

/** Follows a difference through both plans. */
export const follow = (change: Difference, upper: unknown, lower: unknown): Trail => {
  let shape: Shape | undefined = Plan as unknown as Shape;
  let pattern = '';
  let at = '';
  let [up, low]: [unknown, unknown] = [upper, lower];
  const trail: { upper: Thing[]; lower: Thing[] } = { upper: [{ pattern, value: up }], lower: [{ pattern, value: low }] };
  for (const step of change.path) {
    up = stepInto(up, shape, step).value;
    const down = stepInto(low, shape, step);
    at = down.value === undefined || down.key === undefined ? at : pointer(at, down.key);
    low = down.value;
    pattern = typeof step === 'string' ? (pattern ? `${pattern}.${step}` : step) : `${pattern}[]`;
    shape = typeof step === 'string' ? inside(shape, step) : shape?.items;
    if (isWritten(up)) trail.upper.push({ pattern, value: up });
    if (isWritten(low)) trail.lower.push({ pattern, value: low });
  }
  return { change, shape, pattern, at, held: up, mine: low, ...trail };
};

const silent: ReadonlySet<string> = new Set(['name', 'source', 'note', 'reason', '$schema', 'aliases', 'formerly']);
const ground: ReadonlySet<unknown> = new Set(['unit', 'party', 'group', 'post', 'site', 'area', 'task']);
/** What a lower plan may say where the upper one says nothing: how it comes by the number. */
const supplied: ReadonlySet<string> = new Set(['rate', 'reported', 'computed', 'baseline'].map((key) => `indicators[].${key}`));
/** Words that are more than words: another unit of measure is another number. */
const exactWords: ReadonlySet<string> = new Set(['indicators[].unit', 'checklists[].items[].measure']);

/** The last key of a place in the format. */
export const lastKey = (pattern: string): string => pattern.replace(/\[\]$/, '').split('.').at(-1) ?? '';

/** Names of units and ground are the place's own affair, except where they say what a target or a task covers. */
export const isGround = (shape: Shape | undefined, pattern: string): boolean =>
  ground.has(shape?.ref ?? shape?.items?.ref) && !pattern.startsWith('indicators[].targets[].');

/** True for a difference on the place's own ground; an area that comes to a clause narrows it and is no such thing. */
export const isOwnGround = ({ shape, pattern, change }: Trail): boolean =>
  isGround(shape, pattern) && !(lastKey(pattern) === 'areas' && change.kind === 'added');

/** True for words that only a person can compare. */
export const isWords = (shape: Shape | undefined, pattern: string): boolean =>
  shape?.type === 'string' && !shape.phrase && !shape.ref && !shape.format && !shape.coarse && !exactWords.has(pattern);

/** True for what a lower plan may say as it likes even in a fixed clause: names, notes, sources, running text. */
export const isQuiet = (shape: Shape | undefined, pattern: string): boolean => silent.has(lastKey(pattern)) || shape?.multiline === true;

const isClauses = (shape: Shape | undefined): boolean => shape?.items?.properties !== undefined;

const scope = ['per', 'area', 'class', 'grade', 'each', 'baseline'] as const;

/** True when meeting the first target meets the second: the same scope, no looser, no later, no weaker. */
const implies = (mine: unknown, wanted: Written, indicator: Written): boolean => {
  if (!isWritten(mine) || scope.some((key) => JSON.stringify(mine[key]) !== JSON.stringify(wanted[key]))) return false;
  const isNoLess = (order: number | undefined): boolean => order !== undefined && order >= 0;
  const binding = bindings(wanted.binding ?? indicator.binding, mine.binding ?? indicator.binding);
  const due = mine.due === wanted.due ? 0 : earlier(wanted.due, mine.due);
  return isNoLess(binding) && isNoLess(due) && (mine.target === wanted.target || isNoLess(tighter(wanted.target, mine.target)));
};

const isImplied = (wanted: unknown, { lower, pattern }: Trail): boolean => {
  if (!pattern.startsWith('indicators[].targets') || !isWritten(wanted)) return false;
  const indicator = lower.find((thing) => thing.pattern === 'indicators[]')?.value;
  return isWritten(indicator) && Array.isArray(indicator.targets) && indicator.targets.some((mine) => implies(mine, wanted, indicator));
};

/** A thing of a list that the lower plan does not have. */
const dropped = (trail: Trail, value: unknown, pattern: string): Fault | undefined => {
  const outer = trail.upper.filter((thing) => thing.value !== value);
  const binds = bindsOf([...outer, { pattern, value }]);
  if (mayLack(pattern, value, binds) || isImplied(value, trail)) return undefined;
  return binds === 'tighten' && weighThing(pattern, value, false) === 'stricter' ? undefined : 'conform.dropped';
};

/** True where a lower plan may add of its own without touching what the upper one says. */
export const isOpen = (pattern: string): boolean => /^(responsibility|phases|routines|sets|organization|places)\b/.test(pattern);

const joined = (pattern: string, value: unknown, binds: Binds): Fault | undefined => {
  if (binds === 'free') return undefined;
  if (binds === 'fixed') return 'conform.changed';
  const weight = weighThing(pattern, value, true);
  return weight === 'stricter' || (weight === 'neutral' && isOpen(pattern))
    ? undefined
    : weight === 'looser'
      ? 'conform.looser'
      : 'conform.changed';
};

const ofWeight = (weight: Weight, trail: Trail): Fault | undefined => {
  if (weight !== 'neutral') return weight === 'looser' ? 'conform.looser' : undefined;
  if (isWords(trail.shape, trail.pattern)) return trail.change.kind === 'changed' ? 'conform.words' : undefined;
  const rule = rules[trail.pattern];
  const { kind, before, after } = trail.change;
  if (rule && (kind === 'changed' ? rule.order(before, after) === 0 : rule.absent !== undefined)) return undefined;
  return rule ? 'conform.not-comparable' : 'conform.changed';
};

const ofValue = (trail: Trail, binds: Binds): Fault | undefined => {
  const { change, pattern } = trail;
  if (binds === 'fixed') return 'conform.changed';
  const bound = bounds[pattern];
  if (bound) return (bound.order(change.before, change.after) ?? -1) < 0 ? 'conform.looser' : undefined;
  return ofWeight(change.weight, trail);
};

const ofLock = ({ upper, lower }: Trail): Fault | undefined =>
  holdsAtLeast(bindsOf(lower), bindsOf(upper)) ? undefined : 'conform.unlocked';

/** A whole list of clauses that came or went is judged one by one: the first that may not counts. */
const ofList = (trail: Trail, binds: Binds): Fault | undefined => {
  const { change, pattern } = trail;
  const things = (change.kind === 'removed' ? change.before : change.after) as readonly unknown[];
  for (const thing of things) {
    const fault = change.kind === 'removed' ? dropped(trail, thing, `${pattern}[]`) : joined(`${pattern}[]`, thing, binds);
    if (fault) return fault;
  }
  return undefined;
};

/** What a difference is in the eyes of the upper plan; nothing when the lower plan is free to make it. */
export const judge = (trail: Trail): Fault | undefined => {
  const { change, pattern, shape } = trail;
  const isThing = typeof change.path.at(-1) !== 'string';
  if (change.kind === 'reordered' || change.follows) return undefined;
  if (lastKey(pattern) === 'binds') return ofLock(trail);
  if (isThing && change.kind === 'removed') return dropped(trail, change.before, pattern);
  const binds = bindsOf(trail.upper);
  if (change.kind === 'added' && supplied.has(pattern) && binds !== 'fixed') return undefined;
  if (isThing && change.kind === 'added') return joined(pattern, change.after, binds);
  if (change.kind !== 'changed' && isClauses(shape)) return ofList(trail, binds);
  if (change.kind === 'removed' && isWritten(change.before)) return dropped(trail, change.before, pattern);
  if (binds === 'free' || isQuiet(shape, pattern) || isOwnGround(trail)) return undefined;
  return ofValue(trail, binds);
};
