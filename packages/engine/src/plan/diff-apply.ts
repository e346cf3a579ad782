import type { Change, Diff, Step } from './diff.ts';
import { identityOf, inside, isWritten, keyOf, type Identity, type Written } from './diff-identity.ts';
import { Plan } from './schema.ts';
import type { Shape } from './shape.ts';

const isKey = (step: Step | undefined): step is string => typeof step === 'string';

/** The changes that lie in one place, by the step that leads on from it. */
const onward = (changes: readonly Change[], depth: number): ReadonlyMap<string, readonly Change[]> => {
  const steps = new Map<string, Change[]>();
  for (const change of changes) {
    const step = change.path[depth];
    if (step === undefined) continue;
    const key = isKey(step) ? step : keyOf(step.of);
    steps.set(key, [...(steps.get(key) ?? []), change]);
  }
  return steps;
};

/** True for a change of the very thing a path of this length leads to. */
const isHere = (change: Change, depth: number, kind: Change['kind']): boolean => change.path.length === depth && change.kind === kind;

const applyKeys = (shape: Shape | undefined, value: Written, changes: readonly Change[], depth: number): unknown => {
  const steps = onward(changes, depth);
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const own = steps.get(key) ?? [];
    return own.some((change) => isHere(change, depth + 1, 'removed')) ? [] : [[key, apply(inside(shape, key), inner, own, depth + 1)]];
  });
  const added = [...steps].flatMap(([key, own]): [string, unknown][] => {
    const change = own.find((one) => isHere(one, depth + 1, 'added'));
    return change && isKey(change.path[depth]) ? [[key, change.after]] : [];
  });
  return Object.fromEntries([...kept, ...added]);
};

const applyList = (shape: Shape | undefined, list: readonly unknown[], changes: readonly Change[], depth: number): unknown => {
  const steps = onward(changes, depth);
  const kept = list.flatMap((thing) => {
    const identity = identityOf(shape?.items, thing);
    const own = (identity && steps.get(keyOf(identity))) ?? [];
    return own.some((change) => isHere(change, depth + 1, 'removed')) ? [] : [apply(shape?.items, thing, own.filter((change) => !isHere(change, depth + 1, 'added')), depth + 1)];
  });
  const added = changes.filter((change) => isHere(change, depth + 1, 'added')).toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const order = changes.find((change) => isHere(change, depth, 'reordered'))?.after as readonly Identity[] | undefined;
  if (!order) {
    for (const change of added) kept.splice(change.index ?? kept.length, 0, change.after);
    return kept;
  }
  const places = new Map(order.map((identity, i) => [keyOf(identity), i]));
  const placeOf = (thing: unknown): number => places.get(keyOf(identityOf(shape?.items, thing) ?? [])) ?? order.length;
  return [...kept, ...added.map((change) => change.after)].sort((a, b) => placeOf(a) - placeOf(b));
};

const apply = (shape: Shape | undefined, value: unknown, changes: readonly Change[], depth: number): unknown => {
  const whole = changes.find((change) => isHere(change, depth, 'changed'));
  if (whole) return whole.after;
  if (changes.length === 0) return value;
  if (Array.isArray(value)) return applyList(shape, value, changes, depth);
  return isWritten(value) ? applyKeys(shape, value, changes, depth) : value;
};

/**
 * The newer plan, from the older one and what separates them. Keys that came stand last; canonical text and hash are
 * those of the newer plan. Changes whose place the plan does not have are passed over.
 */
export const applyDiff = (plan: unknown, diff: Diff): unknown => apply(Plan as unknown as Shape, plan, diff.changes, 0);
