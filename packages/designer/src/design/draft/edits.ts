import type { NamedKind } from '@xiuhua/engine';
import { changedAt, indexOf, isList, isObject, type Json, type JsonObject, parentOf, valueAt } from './json.ts';
import { renamed } from './rename.ts';
import { schemaAt } from './schema.ts';
import { type Split, split } from './split.ts';

/** The roles a party can have in a task, as the plan calls them. */
export const taskRoles = ['lead', 'responsible', 'cooperate', 'supervise'] as const;
export type TaskRole = (typeof taskRoles)[number];

/** Everything a person can do to a draft. Places are JSON pointers. */
export type Edit =
  /** Writes the keys a form shows; `undefined` takes a key away, other keys of the clause stay. */
  | {
      readonly type: 'WriteClause';
      readonly at: string;
      readonly keys: readonly string[];
      readonly value: Readonly<Record<string, Json | undefined>>;
      /** A step of its own, however soon after the last: a drag, a paste, a mending. */
      readonly whole?: boolean;
    }
  | { readonly type: 'AddClause'; readonly list: string; readonly value: Json; readonly index: number }
  | { readonly type: 'RemoveClause'; readonly at: string }
  | { readonly type: 'MoveClause'; readonly list: string; readonly from: number; readonly to: number }
  | { readonly type: 'SetRole'; readonly task: number; readonly role: TaskRole; readonly party: string; readonly on: boolean }
  /** Makes two tasks of one. */
  | { readonly type: 'SplitTask'; readonly into: Split }
  /** Gives a thing another name everywhere it is referred to; `keep` also notes the old name as `formerly`. */
  | { readonly type: 'Rename'; readonly kind: NamedKind; readonly from: string; readonly to: string; readonly keep: boolean }
  /** Puts a whole other plan in place, such as a colleague's newer one; `at` is where to look for what changed. */
  | { readonly type: 'ReplacePlan'; readonly plan: Json; readonly at?: string };

/** Writes one key where it stood, or before the first key that comes after it in `order`. */
const withKey = (object: JsonObject, key: string, value: Json | undefined, order: readonly string[]): JsonObject => {
  const { [key]: old, ...others } = object;
  if (value === undefined) return old === undefined ? object : others;
  if (old !== undefined) return old === value ? object : { ...object, [key]: value };
  const later = new Set(order.slice(order.indexOf(key) + 1));
  const entries = Object.entries(object);
  const found = entries.findIndex(([k]) => later.has(k));
  entries.splice(found < 0 ? entries.length : found, 0, [key, value]);
  return Object.fromEntries(entries);
};

const writeKeys = (old: Json | undefined, edit: Extract<Edit, { type: 'WriteClause' }>): Json =>
  edit.keys.reduce((object, key) => withKey(object, key, edit.value[key], edit.keys), isObject(old) ? old : {});

const removeAt = (plan: Json, at: string): Json =>
  changedAt(plan, parentOf(at), (holder) => {
    if (isList(holder)) return holder.filter((_, i) => i !== indexOf(at));
    return isObject(holder) ? withKey(holder, at.slice(at.lastIndexOf('/') + 1), undefined, []) : (holder ?? {});
  });

const moved = (list: readonly Json[], from: number, to: number): readonly Json[] => {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
};

const roleOrder = ['name', 'text', ...taskRoles, 'phases', 'due', 'source', 'note'];

/** Gives a party a role in a task, or takes it. A task has one lead: a new one takes the place of the old. */
const withRole = (task: Json | undefined, { role, party, on }: Extract<Edit, { type: 'SetRole' }>): Json => {
  const object = isObject(task) ? task : {};
  if (role === 'lead') return withKey(object, role, on ? party : object.lead === party ? undefined : object.lead, roleOrder);
  const held = object[role];
  const parties = (isList(held) ? held : []).filter((p) => p !== party);
  return withKey(object, role, on ? [...parties, party] : parties.length > 0 ? parties : undefined, roleOrder);
};

/** The place of the outermost part on the way to `at` that is not there yet. */
const firstMissing = (plan: Json, at: string): string | undefined => {
  const keys = at.split('/').slice(1);
  return keys.map((_, i) => `/${keys.slice(0, i + 1).join('/')}`).find((place) => valueAt(plan, place) === undefined);
};

/** A part that an edit has just made, moved to where the document has it. */
const inOrder = (before: Json, after: Json, at: string): Json => {
  const made = firstMissing(before, at);
  if (made === undefined) return after;
  const key = made.slice(made.lastIndexOf('/') + 1);
  const order = Object.keys(schemaAt(parentOf(made)).properties ?? {});
  return changedAt(after, parentOf(made), (holder) =>
    isObject(holder) ? withKey(withKey(holder, key, undefined, []), key, holder[key], order) : (holder ?? {}),
  );
};

/** The plan after an edit. Returns the very same plan when the edit changes nothing. */
export const edited = (plan: Json, edit: Edit): Json => {
  switch (edit.type) {
    case 'WriteClause': {
      const old = valueAt(plan, edit.at);
      const next = writeKeys(old, edit);
      return next === old
        ? plan
        : inOrder(
            plan,
            changedAt(plan, edit.at, () => next),
            edit.at,
          );
    }
    case 'AddClause': {
      const after = changedAt(plan, edit.list, (old) => {
        const list = isList(old) ? old : [];
        return [...list.slice(0, edit.index), edit.value, ...list.slice(edit.index)];
      });
      return inOrder(plan, after, edit.list);
    }
    case 'RemoveClause':
      return valueAt(plan, edit.at) === undefined ? plan : removeAt(plan, edit.at);
    case 'MoveClause': {
      const old = valueAt(plan, edit.list);
      const next = isList(old) ? moved(old, edit.from, edit.to) : old;
      return next === old || next === undefined ? plan : changedAt(plan, edit.list, () => next);
    }
    case 'SetRole':
      return changedAt(plan, `/responsibility/tasks/${edit.task}`, (task) => withRole(task, edit));
    case 'SplitTask':
      return split(plan, edit.into);
    case 'Rename':
      return renamed(plan, edit);
    case 'ReplacePlan':
      return edit.plan;
  }
};
