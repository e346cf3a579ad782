import { daysBetween, lastDayOf } from '../calendar/day.ts';
import { isWritten, type Written } from '../plan/diff-identity.ts';
import { weighThing } from '../plan/diff-rules.ts';
import type { Holder } from '../plan/shape.ts';
import type { Trail } from './judge.ts';

/** In which way a lower plan asks for more than its upper one. */
export type AdditionKind = 'clause' | 'earlier' | 'oftener' | 'larger' | 'raised' | 'shorter' | 'stricter';

/** One thing a lower plan asks for beyond its upper one: 加码. */
export interface Addition {
  readonly kind: AdditionKind;
  /** Kind of the thing that was added, for `clause`: `item`, `task` … */
  readonly of: string;
  readonly clause: Holder;
  readonly upper: unknown;
  readonly lower: unknown;
  /** Days by which a deadline was pulled forward, for `earlier`. */
  readonly days: number | undefined;
  /** Why, as the lower plan says; empty when it does not. */
  readonly reason: string;
  /** Pointer into the lower plan. */
  readonly at: string;
}

const endings: readonly (readonly [AdditionKind, RegExp])[] = [
  ['earlier', /\.(to|due|by|review)$/],
  ['oftener', /\.every$/],
  ['larger', /\.(sites|draw)$/],
  ['raised', /\.(target|amount|total|count|coverage)$/],
  ['shorter', /\.within$/],
];

const kindOf = (pattern: string): AdditionKind => endings.find(([, ending]) => ending.test(pattern))?.[0] ?? 'stricter';

const lastDay = (text: unknown): string | undefined => (typeof text === 'string' && /^\d{4}/.test(text) ? lastDayOf(text) : undefined);

const daysForward = (upper: unknown, lower: unknown): number | undefined => {
  const [before, after] = [lastDay(upper), lastDay(lower)];
  return before && after ? daysBetween(after, before) : undefined;
};

/** The reason of the innermost thing that gives one. */
const reasonOf = (things: readonly unknown[]): string =>
  things.flatMap((value) => (isWritten(value) && typeof value.reason === 'string' ? [value.reason] : [])).at(-1) ?? '';

const declaredBy = (trail: Trail): string =>
  Object.values(trail.shape?.properties ?? {}).find((property) => property.declares)?.declares ??
  trail.pattern.replace(/\[\]$/, '').split('.').at(-1) ??
  '';

/** Sites and units are the place's own ground, no demand; what a scoring sheet adds is how the place judges its own. */
const counted = /^(phases|responsibility|sets|checklists|indicators|schedule|routines|findings)\b/;

/** What a difference adds; nothing when it does not ask for more. */
export const additionOf = (trail: Trail): Addition | undefined => {
  const { change, pattern, at } = trail;
  if (!counted.test(pattern) || change.follows) return undefined;
  const isThing = typeof change.path.at(-1) !== 'string';
  const isNew = isThing && change.kind === 'added';
  const weight = isNew ? weighThing(pattern, change.after, true) : change.weight;
  if (weight !== 'stricter') return undefined;
  const kind = isNew ? 'clause' : kindOf(pattern);
  const things = [...trail.lower.map(({ value }) => value), isNew ? change.after : undefined];
  return {
    kind,
    of: isNew ? declaredBy(trail) : '',
    clause:
      isNew && isWritten(change.after)
        ? { ...change.clause, name: String((change.after as Written).name ?? change.clause.name ?? '') }
        : change.clause,
    upper: change.before,
    lower: change.after,
    days: kind === 'earlier' ? daysForward(change.before, change.after) : undefined,
    reason: reasonOf(things),
    at,
  };
};
