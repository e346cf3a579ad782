import type { CompiledPlan } from '../plan/compile.ts';
import { inside, isWritten, type Written, writtenIn } from '../plan/diff-identity.ts';
import { Plan } from '../plan/schema.ts';
import { type Shape, walkShape } from '../plan/shape.ts';

/** Who the lower plan is among the units of the upper one; undefined for a plan of the same ground. */
interface Place {
  readonly unit: string;
  readonly parties: ReadonlyMap<string, readonly string[]>;
}

const isOfUnit = (shape: Shape | undefined): boolean => shape?.ref === 'unit' || shape?.ref === 'party';

const means = ({ unit, parties }: Place, name: unknown): boolean =>
  name === unit || (typeof name === 'string' && (parties.get(name)?.includes(unit) ?? false));

/** Parties that a clause names itself or in its shares, with whether they mean this place. */
const partiesIn = (shape: Shape, value: Written, place: Place): readonly boolean[] =>
  Object.entries(shape.properties ?? {}).flatMap(([key, inner]): readonly boolean[] => {
    const held = value[key];
    if (held === undefined) return [];
    if (isOfUnit(inner)) return [means(place, held)];
    if (isOfUnit(inner.items) && Array.isArray(held)) return held.map((one) => means(place, one));
    if (key === 'each' && isWritten(held)) return [means(place, held.of)];
    if (key === 'shares' && Array.isArray(held)) return held.map((one) => isWritten(one) && means(place, one.of));
    return [];
  });

/** A clause that names parties and not this one is not for this place. */
const concerns = (shape: Shape | undefined, value: unknown, place: Place): boolean => {
  if (!shape?.properties || !isWritten(value)) return true;
  const named = partiesIn(shape, value, place);
  return named.length === 0 || named.includes(true);
};

/** The number of a target phrase replaced by the share of this place: `at least 30` of a county's `at least 100`. */
const ownTarget = (target: unknown, amount: unknown): unknown =>
  typeof target === 'string' && typeof amount === 'number'
    ? target.replace(/^(at least|at most|exactly) \d+(\.\d+)?$/, `$1 ${amount}`)
    : target;

/** The share of this place taken as its whole: of a split target, of a quota. */
const shared = (value: Written, place: Place): Written => {
  const mine = Array.isArray(value.shares) ? value.shares.find((one) => isWritten(one) && means(place, one.of)) : undefined;
  const each = isWritten(value.each) && means(place, value.each.of) ? value.each : undefined;
  const amount = isWritten(mine) ? mine.amount : each?.amount;
  const forEach = each !== undefined || means(place, value.each);
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'shares' && !(key === 'each' && forEach)));
  if (amount === undefined) return rest;
  return 'target' in value ? { ...rest, target: ownTarget(value.target, amount) } : { ...rest, total: amount };
};

const localValue = (shape: Shape | undefined, value: unknown, place: Place): unknown => {
  if (isOfUnit(shape)) return means(place, value) ? place.unit : undefined;
  if (Array.isArray(value)) {
    const kept = value.filter((one) => concerns(shape?.items, one, place)).map((one) => localValue(shape?.items, one, place));
    return [...new Set(kept.filter((one) => one !== undefined))];
  }
  if (!isWritten(value) || !shape?.properties) return value;
  const own = 'shares' in value || 'each' in value ? shared(value, place) : value;
  return Object.fromEntries(
    Object.entries(own).flatMap(([key, held]): [string, unknown][] => {
      const inner = inside(shape, key);
      const local = localValue(inner, held, place);
      const needed = shape.required?.includes(key) ? place.unit : undefined;
      const emptied = Array.isArray(held) && held.length > 0 && Array.isArray(local) && local.length === 0 && isOfUnit(inner?.items);
      if (local === undefined || emptied) return needed === undefined ? [] : [[key, emptied ? [needed] : needed]];
      return [[key, local]];
    }),
  );
};

const listIn = (value: unknown, key: string): readonly Written[] => (isWritten(value) ? writtenIn(value[key]) : []);

/** A task this place leads together with others is led by it in its own plan. */
const ledHere = (task: Written): Written => {
  const { jointLeads, ...rest } = task;
  return Array.isArray(jointLeads) && rest.lead === undefined ? { ...rest, lead: jointLeads[0] } : task;
};

/** An indicator is for this place when its task is, when the place reports it, or when a target names it. */
const isMeasuredHere = (indicator: Written, tasks: ReadonlySet<unknown>, place: Place): boolean => {
  if (tasks.has(indicator.task)) return true;
  const { reported, targets } = indicator;
  const isNamed = (list: unknown) => Array.isArray(list) && list.some((one) => isWritten(one) && means(place, one.of));
  if (Array.isArray(targets) && targets.some((one) => isWritten(one) && (means(place, one.each) || isNamed(one.shares)))) return true;
  return isWritten(reported) ? means(place, reported.by) : indicator.task === undefined;
};

/** What is asked and measured here: what belongs to a task of other units only is left out. */
const ofOwnTasks = (plan: Written, place: Place): Written => {
  const tasks = localValue(inside(Plan as unknown as Shape, 'responsibility'), plan.responsibility, place);
  const own = new Set(listIn(tasks, 'tasks').map(({ name }) => name));
  const checklists = listIn(plan, 'checklists').flatMap((list) => {
    const items = listIn(list, 'items').filter(({ task }) => task === undefined || own.has(task));
    return items.length === 0 ? [] : [{ ...list, items }];
  });
  const indicators = listIn(plan, 'indicators').filter((one) => isMeasuredHere(one, own, place));
  return {
    ...plan,
    ...(plan.checklists === undefined ? {} : { checklists }),
    ...(plan.indicators === undefined ? {} : { indicators }),
  };
};

/** The plan without what stands at a pointer; a required key takes the clause it stands in with it. */
const without = (value: unknown, steps: readonly string[], shape: Shape | undefined): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  if (Array.isArray(value)) {
    const held = without(value[Number(step)], rest, shape?.items);
    return held === undefined ? value.filter((_, i) => i !== Number(step)) : value.with(Number(step), held);
  }
  if (!isWritten(value)) return value;
  const held = without(value[step], rest, inside(shape, step));
  if (held !== undefined) return { ...value, [step]: held };
  if (shape?.required?.includes(step)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step));
};

const stepsOf = (at: string): readonly string[] =>
  at
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The innermost thing of a list a pointer lies in. */
const clauseAt = (at: string): string => at.replace(/\/[^/\d][^/]*(\/\d+)?$/, '');

const whole: ReadonlySet<string> = new Set(['unit', 'party', 'group', 'post']);

/** References to what did not come along are taken out, and what cannot be without them; one of a clause in each round. */
const pruned = (plan: unknown): unknown => {
  for (let found = plan, round = 0; ; round++) {
    const { names, refs } = walkShape(Plan, found);
    const known = new Set(names.map(({ kind, text }) => `${kind} ${text}`));
    const lost = refs.filter(({ kind, text }) => !whole.has(kind) && !known.has(`${kind} ${text}`)).map(({ at }) => at);
    if (lost.length === 0 || round === 50) return found;
    const taken = new Set<string>();
    for (const at of lost.toReversed()) {
      const clause = clauseAt(at);
      if ([...taken].some((one) => one.startsWith(clause) || clause.startsWith(one))) continue;
      taken.add(clause);
      found = without(found, stepsOf(at), Plan as unknown as Shape) ?? found;
    }
  }
};

const isOurs = (place: Place, site: unknown): boolean =>
  isWritten(site) && Array.isArray(site.units) && site.units.some((one) => means(place, one));

const readFor = (upper: CompiledPlan, unit: string | undefined): Written => {
  const plan = upper.written as Written;
  if (unit === undefined) return plan;
  const place: Place = { unit: upper.organization.units.get(unit) ?? unit, parties: upper.organization.parties };
  const shape = Plan as unknown as Shape;
  const sections = Object.entries(ofOwnTasks(plan, place)).map(([key, value]): [string, unknown] => {
    if (key === 'organization') return [key, { ...(value as Written), groups: [], posts: [] }];
    if (key === 'responsibility') {
      const local = localValue(inside(shape, key), value, place);
      return [key, { ...(local as Written), tasks: listIn(local, 'tasks').map(ledHere) }];
    }
    if (key !== 'places' || !isWritten(value)) return [key, localValue(inside(shape, key), value, place)];
    const sites = Array.isArray(value.sites) ? value.sites.filter((site) => isOurs(place, site)) : [];
    return [key, localValue(inside(shape, key), { ...value, sites }, place)];
  });
  return pruned(Object.fromEntries(sections)) as Written;
};

/** What was read before: a plan on a desk is held against the same upper plan at every key. */
const known = new WeakMap<CompiledPlan, Map<string, Written>>();

/**
 * The upper plan as it reads for one of its units: 各镇 is this town, its share is its target, its own sites stay,
 * clauses that name other parties only are left out, and so is what hangs on them. Without a unit it is the upper
 * plan as it stands. Organization and heads are still those of the upper plan.
 */
export const localPlan = (upper: CompiledPlan, unit: string | undefined): Written => {
  const readings = known.get(upper) ?? new Map<string, Written>();
  known.set(upper, readings);
  const reading = readings.get(unit ?? '') ?? readFor(upper, unit);
  readings.set(unit ?? '', reading);
  return reading;
};
