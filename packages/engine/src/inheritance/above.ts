import type { CompiledPlan } from '../plan/compile.ts';
import type { Difference, Step } from '../plan/diff.ts';
import { identityOf, inside, isWritten, type Written } from '../plan/diff-identity.ts';
import { type Language, sayValue, titleOf } from '../plan/diff-words.ts';
import { Plan } from '../plan/schema.ts';
import type { Shape } from '../plan/shape.ts';
import { type Binds, bindsOf } from './binds.ts';
import { follow } from './judge.ts';
import { localPlan } from './local.ts';

/** What the upper plan says where the lower one has this clause. */
export interface ClauseAbove {
  readonly binds: Binds;
  /** Where it stands in the upper document; empty when that is not said. */
  readonly source: string;
  /** Its own keys in words, in the order of the format. */
  readonly says: readonly { readonly key: string; readonly title: string; readonly value: string }[];
}

/** The path of a pointer into the lower plan, things of lists by what tells them apart; undefined when it leads nowhere. */
export const pathOf = (lower: unknown, at: string): readonly Step[] | undefined => {
  let [value, shape]: [unknown, Shape | undefined] = [lower, Plan as unknown as Shape];
  const path: Step[] = [];
  for (const key of at.split('/').slice(1)) {
    if (Array.isArray(value)) {
      value = value[Number(key)];
      const of = identityOf(shape?.items, value);
      if (!of) return undefined;
      path.push({ of });
      shape = shape?.items;
    } else if (isWritten(value)) {
      value = value[key];
      path.push(key);
      shape = inside(shape, key);
    } else return undefined;
  }
  return path;
};

const saysOf = (shape: Shape | undefined, value: Written, language: Language): ClauseAbove['says'] =>
  Object.entries(shape?.properties ?? {}).flatMap(([key, inner]) => {
    const held = value[key];
    const isQuiet =
      held === undefined || ['name', 'source', 'note', 'binds', 'reason'].includes(key) || inner.items?.properties !== undefined;
    return isQuiet ? [] : [{ key, title: titleOf(inner, key, language), value: sayValue(inner, held, language).replace(/^“(.*)”$/, '$1') }];
  });

/** The clause of the upper plan that the clause at a pointer of the lower one takes after; undefined when it is the place's own. */
export const clauseAbove = (
  lower: unknown,
  at: string,
  { upper, as, language }: { readonly upper: CompiledPlan; readonly as?: string | undefined; readonly language: Language },
): ClauseAbove | undefined => {
  const path = pathOf(lower, at);
  if (!path || path.length === 0) return undefined;
  const change: Difference = { path, kind: 'changed', weight: 'neutral', section: '', clause: {} };
  const reference = localPlan(upper, as);
  const trail = follow(change, reference, lower);
  const last = trail.upper.at(-1);
  if (!last || last.pattern !== trail.pattern || !isWritten(last.value)) return undefined;
  const { source } = last.value;
  return { binds: bindsOf(trail.upper), source: typeof source === 'string' ? source : '', says: saysOf(trail.shape, last.value, language) };
};
