import type { Diff, Difference, Step } from './diff.ts';
import { type Identity, identityOf, inside, isWritten, keyOf, type Written } from './diff-identity.ts';
import { Plan } from './schema.ts';
import type { Shape } from './shape.ts';

const isKey = (step: Step | undefined): step is string => typeof step === 'string';

/** Where the work is: the shape there, and how many steps led to it. */
interface Place {
  readonly shape: Shape | undefined;
  readonly depth: number;
}

/** The differences that lie in one place, by the step that leads on from it. */
const onward = (differences: readonly Difference[], depth: number): ReadonlyMap<string, readonly Difference[]> => {
  const steps = new Map<string, Difference[]>();
  for (const change of differences) {
    const step = change.path[depth];
    if (step === undefined) continue;
    const key = isKey(step) ? step : keyOf(step.of);
    steps.set(key, [...(steps.get(key) ?? []), change]);
  }
  return steps;
};

/** True for a change of the very thing a path of this length leads to. */
const isHere = (change: Difference, depth: number, kind: Difference['kind']): boolean =>
  change.path.length === depth && change.kind === kind;

const applyKeys = (value: Written, differences: readonly Difference[], { shape, depth }: Place): unknown => {
  const steps = onward(differences, depth);
  const kept = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const own = steps.get(key) ?? [];
    return own.some((change) => isHere(change, depth + 1, 'removed'))
      ? []
      : [[key, apply(inner, own, { shape: inside(shape, key), depth: depth + 1 })]];
  });
  const added = [...steps].flatMap(([key, own]): [string, unknown][] => {
    const change = own.find((one) => isHere(one, depth + 1, 'added'));
    return change && isKey(change.path[depth]) ? [[key, change.after]] : [];
  });
  return Object.fromEntries([...kept, ...added]);
};

const applyList = (list: readonly unknown[], differences: readonly Difference[], { shape, depth }: Place): unknown => {
  const steps = onward(differences, depth);
  const kept = list.flatMap((thing) => {
    const identity = identityOf(shape?.items, thing);
    const own = (identity && steps.get(keyOf(identity))) ?? [];
    return own.some((change) => isHere(change, depth + 1, 'removed'))
      ? []
      : [
          apply(
            thing,
            own.filter((change) => !isHere(change, depth + 1, 'added')),
            { shape: shape?.items, depth: depth + 1 },
          ),
        ];
  });
  const added = differences.filter((change) => isHere(change, depth + 1, 'added')).toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const order = differences.find((change) => isHere(change, depth, 'reordered'))?.after as readonly Identity[] | undefined;
  if (!order) {
    for (const change of added) kept.splice(change.index ?? kept.length, 0, change.after);
    return kept;
  }
  const places = new Map(order.map((identity, i) => [keyOf(identity), i]));
  const placeOf = (thing: unknown): number => places.get(keyOf(identityOf(shape?.items, thing) ?? [])) ?? order.length;
  return [...kept, ...added.map((change) => change.after)].sort((a, b) => placeOf(a) - placeOf(b));
};

const apply = (value: unknown, differences: readonly Difference[], place: Place): unknown => {
  const { depth } = place;
  const whole = differences.find((change) => isHere(change, depth, 'changed'));
  if (whole) return whole.after;
  if (differences.length === 0) return value;
  if (Array.isArray(value)) return applyList(value, differences, place);
  return isWritten(value) ? applyKeys(value, differences, place) : value;
};

/**
 * The newer plan, from the older one and what separates them. Keys that came stand last; canonical text and hash are
 * those of the newer plan. Changes whose place the plan does not have are passed over.
 */
export const applyDiff = (plan: unknown, diff: Diff): unknown =>
  apply(plan, diff.differences, { shape: Plan as unknown as Shape, depth: 0 });
