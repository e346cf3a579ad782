import { daysBetween, lastDayOf } from '../calendar/day.ts';
import type { Difference } from '../plan/diff.ts';
import { isWritten } from '../plan/diff-identity.ts';
import type { Sense } from '../plan/diff-order.ts';
import { rules, weighThing } from '../plan/diff-rules.ts';
import type { Holder } from '../plan/shape.ts';
import { pointer } from '../problem/problem.ts';
import { isOwnGround, lastKey, type Trail } from './judge.ts';

/** In which way a lower plan asks for more than its upper one. */
export type AdditionKind = 'clause' | 'earlier' | 'oftener' | 'larger' | 'raised' | 'shorter' | 'stricter';

/** One thing a lower plan asks for beyond its upper one: 加码. */
export interface Addition {
  readonly kind: AdditionKind;
  /** Kind of the thing that was added, for `clause`: `item`, `task` … */
  readonly of: string;
  readonly clause: Holder;
  /** The difference it was found in, for saying it in words; for `clause` the thing that came is in `lower`. */
  readonly change: Difference;
  readonly upper: unknown;
  readonly lower: unknown;
  /** Days by which a deadline was pulled forward, for `earlier`. */
  readonly days: number | undefined;
  /** Why, as the lower plan says; empty when it does not. */
  readonly reason: string;
  /** Pointer into the lower plan. */
  readonly at: string;
}

/** What to call it when a value is stricter, by the order its kind of value has. */
const kinds: Readonly<Partial<Record<Sense, AdditionKind>>> = {
  earlier: 'earlier',
  oftener: 'oftener',
  larger: 'larger',
  raised: 'raised',
  tighter: 'raised',
  shorter: 'shorter',
};

const kindOf = (pattern: string): AdditionKind => kinds[rules[pattern]?.order.sense ?? 'firmer'] ?? 'stricter';

const lastDay = (text: unknown): string | undefined => (typeof text === 'string' && /^\d{4}/.test(text) ? lastDayOf(text) : undefined);

const daysForward = (upper: unknown, lower: unknown): number | undefined => {
  const [before, after] = [lastDay(upper), lastDay(lower)];
  return before && after ? daysBetween(after, before) : undefined;
};

/** The reason of the innermost thing that gives one. */
const reasonOf = (things: readonly unknown[]): string =>
  things.flatMap((value) => (isWritten(value) && typeof value.reason === 'string' ? [value.reason] : [])).at(-1) ?? '';

/** Sites and units are the place's own ground, no demand; what a scoring sheet adds is how the place judges its own. */
const counted = /^(phases|responsibility|sets|checklists|indicators|schedule|routines|findings)\b/;

/** A task that a clause of the upper plan is carried out by is the way to it, not a demand of its own. */
const isMeans = (task: unknown, root: unknown): boolean =>
  isWritten(task) &&
  isWritten(root) &&
  Array.isArray(root.indicators) &&
  root.indicators.some((indicator) => isWritten(indicator) && indicator.task === task.name);

const ofThing = (trail: Trail, thing: unknown, at: string): Addition | undefined => {
  const pattern = trail.pattern.endsWith('[]') ? trail.pattern : `${trail.pattern}[]`;
  const isTask = pattern === 'responsibility.tasks[]';
  if (weighThing(pattern, thing, true) !== 'stricter' || (isTask && isMeans(thing, trail.lower[0]?.value))) return undefined;
  const shape = trail.pattern.endsWith('[]') ? trail.shape : trail.shape?.items;
  const of = Object.values(shape?.properties ?? {}).find((property) => property.declares)?.declares;
  const named = isWritten(thing) && typeof thing.name === 'string' && of ? { holder: of, name: thing.name } : {};
  const source = isWritten(thing) && typeof thing.source === 'string' ? { source: thing.source } : {};
  return {
    kind: 'clause',
    of: of ?? lastKey(pattern),
    clause: { ...trail.change.clause, ...named, ...source },
    change: trail.change,
    upper: undefined,
    lower: thing,
    days: undefined,
    reason: reasonOf([...trail.lower.map(({ value }) => value), thing]),
    at,
  };
};

/** What a difference adds: nothing when it does not ask for more, one thing for each clause of a list that came whole. */
export const additionsOf = (trail: Trail): readonly Addition[] => {
  const { change, pattern, at, shape } = trail;
  if (!counted.test(pattern) || change.follows || isOwnGround(trail)) return [];
  if (change.kind === 'added' && typeof change.path.at(-1) !== 'string')
    return [ofThing(trail, change.after, at)].flatMap((one) => one ?? []);
  if (change.kind === 'added' && Array.isArray(change.after) && shape?.items?.properties) {
    return change.after.flatMap((thing, i) => ofThing(trail, thing, pointer(at, i)) ?? []);
  }
  if (change.weight !== 'stricter') return [];
  const kind = kindOf(pattern);
  return [
    {
      kind,
      of: '',
      clause: change.clause,
      change,
      upper: change.before,
      lower: change.after,
      days: kind === 'earlier' ? daysForward(change.before, change.after) : undefined,
      reason: reasonOf(trail.lower.map(({ value }) => value)),
      at,
    },
  ];
};
