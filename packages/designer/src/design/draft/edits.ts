import type { NamedKind } from '@xiuhua/engine';
import { changedAt, indexOf, isList, isObject, type Json, type JsonObject, parentOf, valueAt } from './json.ts';
import { renamed } from './rename.ts';

/** The roles a party can have in a task, as the plan calls them. */
export const taskRoles = ['lead', 'responsible', 'cooperate', 'supervise'] as const;
export type TaskRole = (typeof taskRoles)[number];

/** Everything a person can do to a draft. Places are JSON pointers. */
export type Edit =
  /** Writes the keys a form shows; `undefined` takes a key away, other keys of the clause stay. */
  | { readonly type: 'WriteClause'; readonly at: string; readonly keys: readonly string[]; readonly value: Readonly<Record<string, Json | undefined>> }
  | { readonly type: 'AddClause'; readonly list: string; readonly value: Json; readonly index: number }
  | { readonly type: 'RemoveClause'; readonly at: string }
  | { readonly type: 'MoveClause'; readonly list: string; readonly from: number; readonly to: number }
  | { readonly type: 'SetRole'; readonly task: number; readonly role: TaskRole; readonly party: string; readonly on: boolean }
  /** Gives a thing another name everywhere it is referred to; `keep` also notes the old name as `formerly`. */
  | { readonly type: 'Rename'; readonly kind: NamedKind; readonly from: string; readonly to: string; readonly keep: boolean }
  /** Puts a whole other plan in place, such as a colleague's newer one. */
  | { readonly type: 'ReplacePlan'; readonly plan: Json };

export type EditType = Edit['type'];

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

/** The plan after an edit. Returns the very same plan when the edit changes nothing. */
export const edited = (plan: Json, edit: Edit): Json => {
  switch (edit.type) {
    case 'WriteClause': {
      const old = valueAt(plan, edit.at);
      const next = writeKeys(old, edit);
      return next === old ? plan : changedAt(plan, edit.at, () => next);
    }
    case 'AddClause':
      return changedAt(plan, edit.list, (old) => {
        const list = isList(old) ? old : [];
        return [...list.slice(0, edit.index), edit.value, ...list.slice(edit.index)];
      });
    case 'RemoveClause':
      return valueAt(plan, edit.at) === undefined ? plan : removeAt(plan, edit.at);
    case 'MoveClause': {
      const old = valueAt(plan, edit.list);
      const next = isList(old) ? moved(old, edit.from, edit.to) : old;
      return next === old || next === undefined ? plan : changedAt(plan, edit.list, () => next);
    }
    case 'SetRole':
      return changedAt(plan, `/responsibility/tasks/${edit.task}`, (task) => withRole(task, edit));
    case 'Rename':
      return renamed(plan, edit);
    case 'ReplacePlan':
      return edit.plan;
  }
};
