import { addDays, isDay, officialCalendar, type Problem, rollTo } from '@xiuhua/engine';
import type { Edit } from '../draft/edits.ts';
import { isList, isObject, type Json, listAt, parentOf, textOf, valueAt } from '../draft/json.ts';
import { freeName } from '../draft/names.ts';
import { renamed } from '../draft/rename.ts';
import { schemaAt } from '../draft/schema.ts';
import type { sideWords } from './words.ts';

/** The one obvious way to put a problem right: what its button says, and the edit it does. */
export interface Fix {
  readonly word: keyof (typeof sideWords)['zh'] & `fix_${string}`;
  readonly params: Readonly<Record<string, string | number>>;
  readonly edit: Edit;
}

type Find = (plan: Json, problem: Problem) => Fix | undefined;

const keyOf = (at: string): string => at.slice(at.lastIndexOf('/') + 1);
const textParam = ({ params }: Problem, key: string): string => (params[key] === undefined ? '' : String(params[key]));

/** Puts a value in a place: a key of a clause, or an entry of a list of names. */
const put = (plan: Json, at: string, value: Json | undefined): Edit => {
  const holder = valueAt(plan, parentOf(at));
  if (isList(holder)) {
    const list = parentOf(at);
    const next = holder.map((entry, i) => (i === Number(keyOf(at)) && value !== undefined ? value : entry));
    const kept = value === undefined ? next.filter((_, i) => i !== Number(keyOf(at))) : [...new Set(next)];
    return { type: 'WriteClause', at: parentOf(list), keys: [keyOf(list)], value: { [keyOf(list)]: kept }, whole: true };
  }
  return { type: 'WriteClause', at: parentOf(at), keys: [keyOf(at)], value: { [keyOf(at)]: value }, whole: true };
};

/** The nearest known name or word in place of the unknown one; an unknown unit without a near one is registered. */
const nearestName: Find = (plan, problem): Fix | undefined => {
  const near = textParam(problem, 'near');
  if (near) return { word: 'fix_use', params: { value: near }, edit: put(plan, problem.at, near) };
  const found = textParam(problem, 'found');
  if (problem.code !== 'name.unknown' || !found || !['unit', 'party'].includes(textParam(problem, 'kind'))) return undefined;
  const units = listAt(plan, '/organization/units');
  return {
    word: 'fix_register',
    params: { name: found },
    edit: { type: 'AddClause', list: '/organization/units', value: { name: found }, index: units.length },
  };
};

const unknownKey: Find = (plan, problem) => {
  const [near, holder] = [textParam(problem, 'near'), valueAt(plan, parentOf(problem.at))];
  const key = keyOf(problem.at);
  if (!near || !isObject(holder) || holder[near] !== undefined || holder[key] === undefined) return undefined;
  const edit: Edit = { type: 'WriteClause', at: parentOf(problem.at), keys: [key, near], value: { [near]: holder[key] }, whole: true };
  return { word: 'fix_key', params: { value: near }, edit };
};

const setDay =
  (param: string): Find =>
  (plan, problem) => {
    const day = textParam(problem, param);
    return isDay(day) ? { word: 'fix_day', params: { day }, edit: put(plan, problem.at, day) } : undefined;
  };

const swapped =
  (a: string, b: string): Find =>
  (plan, problem) => {
    const at = parentOf(problem.at);
    const clause = valueAt(plan, at);
    if (!isObject(clause) || clause[a] === undefined || clause[b] === undefined) return undefined;
    const edit: Edit = { type: 'WriteClause', at, keys: [a, b], value: { [a]: clause[b], [b]: clause[a] }, whole: true };
    return { word: 'fix_swap', params: {}, edit };
  };

/** A milestone outside its phase goes to the workday nearest to where it was meant, inside. */
const milestoneInside: Find = (plan, problem) => {
  const [by, from, to] = ['by', 'from', 'to'].map((key) => textParam(problem, key));
  if (!by || !from || !isDay(from)) return undefined;
  const calendar = officialCalendar();
  const edge = by < from ? rollTo(calendar, from, 1).day : isDay(to ?? '') ? rollTo(calendar, to ?? '', -1).day : undefined;
  return edge === undefined ? undefined : { word: 'fix_day', params: { day: edge }, edit: put(plan, problem.at, edge) };
};

const repeated: Find = (plan, problem) => {
  const list = valueAt(plan, problem.at);
  if (!isList(list)) return undefined;
  const once = list.filter((entry, i) => list.findIndex((other) => JSON.stringify(other) === JSON.stringify(entry)) === i);
  return { word: 'fix_once', params: { name: textParam(problem, 'found') }, edit: put(plan, problem.at, once) };
};

const freshName: Find = (plan, problem) => {
  const at = problem.at.endsWith('/name') ? problem.at : `${problem.at}/name`;
  const kind = schemaAt(at.replace(/\/\d+(?=\/)/g, '/*')).declares;
  const found = textOf(valueAt(plan, parentOf(at)), 'name');
  if (!kind || !found) return undefined;
  const name = freeName(plan, kind, found);
  return { word: 'fix_rename', params: { name }, edit: put(plan, at, name) };
};

/** Two names of one unit become one: the shorter is kept as an alias and every reference follows. */
const merged: Find = (plan, problem) => {
  const [one, other] = [textParam(problem, 'one'), textParam(problem, 'other')];
  const units = listAt(plan, '/organization/units');
  const [gone, kept] = [one, other].map((name) => units.find((unit) => textOf(unit, 'name') === name));
  if (!isObject(gone) || !isObject(kept) || !isObject(plan) || !isObject(plan.organization)) return undefined;
  const aliases = [...new Set([...listAt(kept, '/aliases'), one, ...listAt(gone, '/aliases')])];
  const next = units.filter((unit) => unit !== gone).map((unit) => (unit === kept ? { ...kept, aliases } : unit));
  const after = renamed(
    { ...plan, organization: { ...plan.organization, units: next } },
    { kind: 'unit', from: one, to: other, keep: false },
  );
  return { word: 'fix_merge', params: { one, other }, edit: { type: 'ReplacePlan', plan: after, at: '/organization/units' } };
};

const replaced =
  (better: (problem: Problem) => string): Find =>
  (plan, problem) => {
    const [text, found] = [valueAt(plan, problem.at), textParam(problem, 'found')];
    if (typeof text !== 'string' || !found || !text.includes(found)) return undefined;
    const to = better(problem);
    return { word: to ? 'fix_use' : 'fix_strike', params: { value: to, found }, edit: put(plan, problem.at, text.replaceAll(found, to)) };
  };

const setKey =
  (key: string, value: (clause: Json | undefined, problem: Problem) => Json | undefined, word: Fix['word']): Find =>
  (plan, problem) => {
    const at = isObject(valueAt(plan, problem.at)) ? problem.at : parentOf(problem.at);
    const next = value(valueAt(plan, at), problem);
    return next === undefined ? undefined : { word, params: { value: String(next) }, edit: put(plan, `${at}/${key}`, next) };
  };

const fixes: Readonly<Partial<Record<string, Find>>> = {
  'name.unknown': nearestName,
  'shape.not-a-choice': nearestName,
  'waiver.unknown-code': nearestName,
  'shape.unknown-key': unknownKey,
  'shape.repeated': repeated,
  'name.duplicate': freshName,
  'phase.overlap': setDay('remedy'),
  'phase.gap': setDay('from'),
  'phase.reversed': swapped('from', 'to'),
  'phase.milestone-outside': milestoneInside,
  'day.reversed': swapped('from', 'to'),
  'item.bounds-reversed': swapped('least', 'greatest'),
  'item.most-below-points': setKey('most', (item) => (isObject(item) ? item.points : undefined), 'fix_value'),
  'schedule.no-holiday-rule': setKey('holidays', () => 'forward', 'fix_forward'),
  'schedule.day-off': setKey('holidays', () => 'forward', 'fix_forward'),
  'ranking.tie-undefined': setKey('ties', () => 'share', 'fix_share'),
  'phase.no-review': setKey(
    'review',
    (phase) => (isDay(textOf(phase, 'from')) ? addDays(textOf(phase, 'from'), 182) : undefined),
    'fix_review',
  ),
  'party.alias-suspect': merged,
  'text.typo': replaced((problem) => textParam(problem, 'better')),
  'text.canonical': replaced((problem) => textParam(problem, 'better')),
  'text.noise': replaced(() => ''),
  'waiver.unused': (_, problem) => ({ word: 'fix_remove', params: {}, edit: { type: 'RemoveClause', at: problem.at } }),
};

/** The fix of a problem; `undefined` when there is none, or none that is obvious in this plan. */
export const fixFor = (plan: Json, problem: Problem): Fix | undefined => fixes[problem.code]?.(plan, problem);
