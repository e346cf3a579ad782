import { sayTargetPhrase } from '../indicator/say.ts';
import { readTarget } from '../indicator/target.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { identityOf, inside, isWritten, keyOf, same, type Written } from '../plan/diff-identity.ts';
import type { Sense } from '../plan/diff-order.ts';
import { rules, senseOf } from '../plan/diff-rules.ts';
import { type Language, sayValue } from '../plan/diff-words.ts';
import type { Shape } from '../plan/shape.ts';
import { pointer } from '../problem/problem.ts';
import { pathOf } from './above.ts';
import { bindsOf } from './binds.ts';
import type { UpperBasis } from './conform.ts';
import { isExact } from './exact.ts';
import { follow, isGround, isQuiet, isWords, type Thing } from './judge.ts';
import { localPlan } from './local.ts';

/** How far a lower plan may go in one field of a clause that it has from its upper plan. */
export interface Limit {
  /** Pointer into the lower plan. */
  readonly at: string;
  /** Which way it may go; undefined when it may not be changed at all. */
  readonly sense: Sense | undefined;
  /** What the upper plan says there, in words. */
  readonly value: string;
  /** True while the lower plan says exactly that. */
  readonly same: boolean;
}

interface Spot {
  readonly shape: Shape | undefined;
  readonly pattern: string;
  readonly things: readonly Thing[];
  readonly at: string;
}

const without = (text: string): string => text.replace(/^“(.*)”$/, '$1');

const sayHeld = ({ shape, things }: Spot, held: unknown, language: Language): string => {
  const target = shape?.phrase === 'target' && typeof held === 'string' ? readTarget(held) : undefined;
  const unit = things.map(({ value }) => (value as Written).unit).find((one) => typeof one === 'string');
  return target ? sayTargetPhrase(target, String(unit ?? ''), language) : without(sayValue(shape, held, language));
};

const around = (things: readonly Thing[]): readonly Written[] => things.flatMap(({ value }) => (isWritten(value) ? [value] : []));

/** True for a word or a yes than which none is stricter. */
const isStrictest = ({ shape, pattern }: Spot, held: unknown): boolean => {
  const { order } = rules[pattern] ?? {};
  const words = shape?.type === 'boolean' ? [true, false] : (shape?.anyOf ?? []).map((one) => one.const);
  return order?.sense === 'firmer' && words.length > 0 && words.every((word) => (order(held, word) ?? 0) <= 0);
};

/** Whether a field that an upper plan holds may go one way, no way, or any; a clause that came whole is not a field. */
const limitOf = (spot: Spot, { held, mine }: { held: unknown; mine: unknown }, language: Language): readonly Limit[] => {
  const { shape, pattern, things, at } = spot;
  const binds = bindsOf(things);
  if (binds === 'free' || isQuiet(shape, pattern) || isGround(shape, pattern)) return [];
  if (binds === 'tighten' && isWords(shape, pattern)) return [];
  const declared = senseOf(pattern, around(things));
  if (binds === 'tighten' && declared === undefined && !isExact(pattern)) return [];
  const sense = binds === 'fixed' || isStrictest(spot, held) ? undefined : declared;
  return [{ at, sense, value: sayHeld(spot, held, language), same: same(held, mine) }];
};

const limitsIn = (spot: Spot, { held, mine }: { held: unknown; mine: unknown }, language: Language): readonly Limit[] => {
  const { shape, pattern, things, at } = spot;
  if (isWritten(held) && isWritten(mine) && shape?.properties) {
    const inner = pattern.endsWith('[]') || things.at(-1)?.value !== held ? [...things, { pattern, value: held }] : things;
    return Object.entries(held).flatMap(([key, value]) =>
      value === undefined || key === 'binds'
        ? []
        : limitsIn(
            { shape: inside(shape, key), pattern: pattern ? `${pattern}.${key}` : key, things: inner, at: pointer(at, key) },
            { held: value, mine: mine[key] },
            language,
          ),
    );
  }
  if (Array.isArray(held) && Array.isArray(mine) && shape?.items?.properties) {
    return held.flatMap((one) => {
      const identity = identityOf(shape.items, one);
      const index = identity
        ? mine.findIndex((other) => {
            const own = identityOf(shape.items, other);
            return own !== undefined && keyOf(own) === keyOf(identity);
          })
        : -1;
      if (index < 0) return [];
      const next = { shape: shape.items, pattern: `${pattern}[]`, things, at: pointer(at, index) };
      return limitsIn(next, { held: one, mine: mine[index] }, language);
    });
  }
  return limitOf(spot, { held, mine }, language);
};

/**
 * The limits of every field of the clause at a pointer of the lower plan, and of the things in it, as the upper plan
 * sets them. Empty for a clause of the place's own, and for one under an approved exception.
 */
export const limitsOf = (
  lower: unknown,
  at: string,
  { upper, basis, language }: { readonly upper: CompiledPlan; readonly basis: UpperBasis; readonly language: Language },
): readonly Limit[] => {
  const path = pathOf(lower, at);
  if (!path || path.length === 0) return [];
  const reference = localPlan(upper, basis.as);
  const change = { path, kind: 'changed', weight: 'neutral', section: '', clause: {} } as const;
  const trail = follow(change, reference, lower);
  const { held, mine } = trail;
  const named = trail.upper.map(({ value }) => (value as Written).name);
  const excepted = basis.exceptions?.some(({ clause }) => named.includes(clause)) ?? false;
  if (excepted || held === undefined || mine === undefined) return [];
  return limitsIn({ shape: trail.shape, pattern: trail.pattern, things: trail.upper, at }, { held, mine }, language);
};
