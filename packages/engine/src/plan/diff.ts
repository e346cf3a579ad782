import { type Identity, identities, identityKeys, inside, isWritten, keyOf, same, type Written } from './diff-identity.ts';
import type { Weight } from './diff-order.ts';
import { type Around, weighThing, weighValue } from './diff-rules.ts';
import { Plan } from './schema.ts';
import type { Holder, Shape } from './shape.ts';

/** One step into the older plan: a key, or a thing of a list by what tells it apart. */
export type Step = string | { readonly of: Identity };

/**
 * One difference between two plans. `path` leads through the older one. `added`, `removed` and `changed` are of a key
 * or of a thing in a list; `reordered` is of a list whose things stand in another order (`after` are their identities).
 */
export interface Difference {
  readonly path: readonly Step[];
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: unknown;
  readonly after?: unknown;
  /** Of a thing added to a list: where it stands in the newer one. */
  readonly index?: number;
  readonly weight: Weight;
  /** Key of the section, empty for the heads of the plan. */
  readonly section: string;
  /** The named thing it lies in, as the newer plan calls it; empty when there is none inside the section. */
  readonly clause: Holder;
  /** True when a name only follows a unit that was renamed. */
  readonly follows?: boolean;
}

/** What separates two plans, in the order of the document. */
export interface Diff {
  readonly differences: readonly Difference[];
}

interface Place {
  readonly shape: Shape | undefined;
  readonly path: readonly Step[];
  /** The place in the format: `phases[].to`. */
  readonly pattern: string;
  readonly clause: Holder;
  readonly around: Around;
  readonly work: Work;
}

/** What the comparison knows and has found so far. */
interface Work {
  readonly renames: ReadonlyMap<string, string>;
  readonly differences: Difference[];
}

/** Units of the older plan that the newer one has under another name, with the old one among `formerly`. */
const renamesOf = (a: unknown, b: unknown): ReadonlyMap<string, string> => {
  const units = (plan: unknown): readonly Written[] => {
    const organization = isWritten(plan) && isWritten(plan.organization) ? plan.organization : {};
    return Array.isArray(organization.units) ? organization.units.filter(isWritten) : [];
  };
  const names = (list: readonly Written[]) => new Set(list.flatMap((unit) => (typeof unit.name === 'string' ? [unit.name] : [])));
  const [before, after] = [names(units(a)), names(units(b))];
  const found = new Map<string, string>();
  for (const { name, formerly } of units(b))
    for (const old of typeof name === 'string' && !before.has(name) && Array.isArray(formerly) ? formerly : [])
      if (typeof old === 'string' && typeof name === 'string' && before.has(old) && !after.has(old) && ![...found.values()].includes(name))
        found.set(old, name);
  return found;
};

const isUnitRef = (shape: Shape | undefined): boolean => shape?.ref === 'unit' || shape?.ref === 'party' || shape?.declares === 'unit';

/** The value with every unit in it under its new name. */
const renamed = (shape: Shape | undefined, value: unknown, renames: Work['renames']): unknown => {
  if (Array.isArray(value) && isUnitRef(shape?.items)) return value.map((one) => renamed(shape?.items, one, renames));
  return isUnitRef(shape) && typeof value === 'string' ? (renames.get(value) ?? value) : value;
};

const sectionOf = (place: Place): string => {
  const [first] = place.path;
  return typeof first === 'string' &&
    inside(Plan as unknown as Shape, first)?.properties === undefined &&
    inside(Plan as unknown as Shape, first)?.items?.properties === undefined
    ? ''
    : String(first ?? '');
};

const note = (place: Place, change: Pick<Difference, 'kind' | 'before' | 'after' | 'index' | 'weight' | 'follows'>): void => {
  place.work.differences.push({ path: place.path, section: sectionOf(place), clause: place.clause, ...change });
};

const clauseOf = (shape: Shape | undefined, value: Written, outer: Holder): Holder => {
  const kind = Object.values(shape?.properties ?? {}).find((property) => property.declares)?.declares;
  const source = typeof value.source === 'string' ? value.source : outer.source;
  return kind ? { holder: kind, name: String(value.name ?? ''), source } : { ...outer, source };
};

const compareKeys = (a: Written, b: Written, place: Place): void => {
  const known = Object.keys(place.shape?.properties ?? {});
  const keys = [...new Set([...known, ...Object.keys(a), ...Object.keys(b)])];
  const around: Around = { before: [...place.around.before, a], after: [...place.around.after, b] };
  for (const key of keys) {
    const [before, after] = [Object.hasOwn(a, key) ? a[key] : undefined, Object.hasOwn(b, key) ? b[key] : undefined];
    if (before === undefined && after === undefined) continue;
    const pattern = place.pattern ? `${place.pattern}.${key}` : key;
    const inner: Place = { ...place, shape: inside(place.shape, key), path: [...place.path, key], pattern, around };
    if (before !== undefined && after !== undefined) compare(before, after, inner);
    else {
      const value = weighValue(pattern, { before, after }, around);
      const weight = value === 'neutral' ? weighThing(pattern, before ?? after, before === undefined) : value;
      note(inner, before === undefined ? { kind: 'added', after, weight } : { kind: 'removed', before, weight });
    }
  }
};

interface Match {
  /** Position in the newer list by position in the older one. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly before: readonly Identity[];
  readonly after: readonly Identity[];
}

/** Pairs the things of two lists by what tells them apart; the last one left on either side of an unnamed list, too. */
const match = (a: readonly unknown[], b: readonly unknown[], place: Place): Match | undefined => {
  const items = place.shape?.items;
  const [before, after] = [identities(items, a), identities(items, b)];
  if (!before || !after) return undefined;
  const keys = identityKeys(items);
  const now = (identity: Identity): Identity =>
    identity.map((text, i) => String(renamed(inside(items, keys[i] ?? ''), text, place.work.renames)));
  const places = new Map(before.map((identity, i) => [keyOf(now(identity)), i]));
  const pairs = new Map<number, number>();
  after.forEach((identity, n) => {
    const i = places.get(keyOf(identity));
    if (i !== undefined) pairs.set(i, n);
  });
  const met = new Set(pairs.values());
  const [gone, come] = [a.map((_, i) => i).filter((i) => !pairs.has(i)), b.map((_, n) => n).filter((n) => !met.has(n))];
  if (keys[0] !== 'name' && gone.length === 1 && come.length === 1) pairs.set(gone[0] ?? 0, come[0] ?? 0);
  return { pairs, before, after };
};

const compareLists = (lists: readonly [readonly unknown[], readonly unknown[]], { pairs, before, after }: Match, place: Place): void => {
  const [a, b] = lists;
  const pattern = `${place.pattern}[]`;
  const taken = new Set(pairs.values());
  a.forEach((thing, i) => {
    const inner: Place = { ...place, shape: place.shape?.items, path: [...place.path, { of: before[i] ?? [] }], pattern };
    const n = pairs.get(i);
    if (n === undefined) note(inner, { kind: 'removed', before: thing, weight: weighThing(pattern, thing, false) });
    else compare(thing, b[n], inner);
  });
  b.forEach((thing, n) => {
    const inner: Place = { ...place, shape: place.shape?.items, path: [...place.path, { of: after[n] ?? [] }], pattern };
    if (!taken.has(n)) note(inner, { kind: 'added', after: thing, index: n, weight: weighThing(pattern, thing, true) });
  });
  const order = [...pairs].sort(([i], [j]) => i - j).map(([, n]) => n);
  if (order.some((n, i) => n < (order[i - 1] ?? -1))) note(place, { kind: 'reordered', after, weight: 'neutral' });
};

const compare = (a: unknown, b: unknown, place: Place): void => {
  if (same(a, b)) return;
  if (isWritten(a) && isWritten(b) && (place.shape?.properties || place.path.length === 0)) {
    return compareKeys(a, b, { ...place, clause: clauseOf(place.shape, b, place.clause) });
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    const matched = match(a, b, place);
    if (matched) return compareLists([a, b], matched, place);
  }
  const follows = !place.shape?.declares && same(renamed(place.shape, a, place.work.renames), b);
  note(place, {
    kind: 'changed',
    before: a,
    after: b,
    weight: follows ? 'neutral' : weighValue(place.pattern, { before: a, after: b }, place.around),
    ...(follows ? { follows } : {}),
  });
};

/**
 * The differences between an older and a newer plan, whatever state both are in: drafts with errors, too. Things are
 * matched by name, units also by `formerly`. Empty exactly when both have the same canonical text.
 */
export const diffPlans = (a: unknown, b: unknown): Diff => {
  const work: Work = { renames: renamesOf(a, b), differences: [] };
  compare(a, b, { shape: Plan as unknown as Shape, path: [], pattern: '', clause: {}, around: { before: [], after: [] }, work });
  return { differences: work.differences };
};
