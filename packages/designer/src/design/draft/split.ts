import { changedAt, indexOf, isList, isObject, type Json, type JsonObject, parentOf, textOf, valueAt } from './json.ts';
import { planSchema, type Schema } from './schema.ts';

/** Which of the two tasks something belongs to when one is split: the old one, the new one, or either. */
export type Side = 'stay' | 'move' | 'both';

/** A task that becomes two: what the new one is called and does, and where each part goes, by its place in the plan. */
export interface Split {
  readonly task: number;
  readonly name: string;
  readonly text: string;
  readonly sides: Readonly<Record<string, Side>>;
}

/** Something of a task that goes to one side or the other: a party in a role, a part of it, or what refers to it. */
export interface SplitPart {
  readonly at: string;
  /** The key it stands under in the task; for what refers to the task, the place of its clause. */
  readonly of: string;
  readonly label: string;
  /** False for what can only have one task. */
  readonly canBoth: boolean;
}

const roles = ['jointLeads', 'responsible', 'cooperate', 'supervise'] as const;
const inners = ['deliverables', 'projects', 'quotas'] as const;

const placeOf = (task: number): string => `/responsibility/tasks/${task}`;

/** The places that refer to a task by its name. */
const references = (schema: Schema, value: Json | undefined, at: string, name: string): readonly string[] => {
  if (typeof value === 'string') return schema.ref === 'task' && value === name ? [at] : [];
  if (isList(value)) return value.flatMap((item, i) => references(schema.items ?? {}, item, `${at}/${i}`, name));
  if (!isObject(value)) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => references(inner, value[key], `${at}/${key}`, name));
};

/** The clause a place stands in: the nearest one around it that has a name. */
const clauseAround = (plan: Json, at: string): string => {
  const holder = parentOf(at);
  return holder === '' || textOf(valueAt(plan, holder), 'name') !== '' ? holder : clauseAround(plan, holder);
};

const partiesOf = (task: JsonObject, at: string): readonly SplitPart[] => [
  ...(typeof task.lead === 'string' ? [{ at: `${at}/lead`, of: 'lead', label: task.lead, canBoth: true }] : []),
  ...roles.flatMap((of) => {
    const held = task[of];
    return isList(held) ? held.map((party, i) => ({ at: `${at}/${of}/${i}`, of, label: String(party), canBoth: true })) : [];
  }),
];

/** Everything of a task that a split has to put on one side or the other. */
export const partsOf = (plan: Json, index: number): readonly SplitPart[] => {
  const at = placeOf(index);
  const task = valueAt(plan, at);
  if (!isObject(task)) return [];
  const inside = inners.flatMap((of) => {
    const held = task[of];
    return isList(held) ? held.map((part, i) => ({ at: `${at}/${of}/${i}`, of, label: textOf(part, 'name'), canBoth: false })) : [];
  });
  const outside = references(planSchema, plan, '', textOf(task, 'name')).map((place) => {
    const clause = clauseAround(plan, place);
    return { at: place, of: clause, label: textOf(valueAt(plan, clause), 'name'), canBoth: indexOf(place) >= 0 };
  });
  return [...partiesOf(task, at), ...inside, ...outside];
};

/** What is proposed for a part: parties and what counts for several tasks stay on both sides, the rest with the old task. */
export const proposedSide = ({ canBoth }: SplitPart): Side => (canBoth ? 'both' : 'stay');

/** One of the two tasks: the entries of the other side left out, lists that become empty too. */
const half = (task: JsonObject, { task: index, sides }: Split, mine: 'stay' | 'move'): JsonObject => {
  const at = placeOf(index);
  const isMine = (place: string): boolean => [mine, 'both'].includes(sides[place] ?? 'stay');
  const entries = Object.entries(task).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key === 'lead') return isMine(`${at}/lead`) ? [[key, value]] : [];
    if (!isList(value) || ![...roles, ...inners].some((k) => k === key)) return [[key, value]];
    const kept = value.filter((_, i) => isMine(`${at}/${key}/${i}`));
    return kept.length > 0 ? [[key, kept]] : [];
  });
  return Object.fromEntries(entries);
};

const pointed = (plan: Json, at: string, { name, sides }: Split): Json => {
  const side = sides[at] ?? 'stay';
  if (side === 'stay') return plan;
  if (indexOf(at) < 0) return changedAt(plan, at, () => name);
  return changedAt(plan, parentOf(at), (list) =>
    isList(list) ? list.flatMap((held, i) => (i !== indexOf(at) ? [held] : side === 'both' ? [held, name] : [name])) : (list ?? []),
  );
};

/** The plan with the task as two, the new one after the old; what both say alike, such as the source, both keep. */
export const split = (plan: Json, into: Split): Json => {
  const at = placeOf(into.task);
  const task = valueAt(plan, at);
  if (!isObject(task)) return plan;
  const outside = references(planSchema, plan, '', textOf(task, 'name'));
  const { name: _, text: __, ...rest } = half(task, into, 'move');
  const second: JsonObject = { name: into.name, ...(into.text ? { text: into.text } : {}), ...rest };
  const twice = changedAt(plan, parentOf(at), (list) =>
    isList(list) ? list.flatMap((held, i) => (i === into.task ? [half(task, into, 'stay'), second] : [held])) : (list ?? []),
  );
  return outside.reduce((next, place) => pointed(next, place, into), twice);
};
