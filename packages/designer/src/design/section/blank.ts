import { addDays, type Day, isDay, later } from '@xiuhua/engine';
import type { Language } from '../../shared/language.ts';
import { isObject, type Json, type JsonObject, listAt, textOf, valueAt } from '../draft/json.ts';
import { freeName, namesFor } from '../draft/names.ts';
import { type Schema, schemaAt } from '../draft/schema.ts';
import { sectionWords } from './words.ts';

/** What a new clause is made from: the plan it joins, today, and the language of its first name. */
export interface Ground {
  readonly plan: Json;
  readonly today: Day;
  readonly language: Language;
}

const first = ({ plan }: Ground, kind: Parameters<typeof namesFor>[1]): string | undefined => namesFor(plan, kind)[0]?.name;

const filled = (entries: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));

const nextPhase = ({ plan, today }: Ground): JsonObject => {
  const ends = listAt(plan, '/phases')
    .map((phase) => textOf(phase, 'to'))
    .filter(isDay);
  const from = ends.length > 0 ? addDays(ends.reduce(later), 1) : today;
  return { from, to: addDays(from, 13) };
};

const unscheduled = (ground: Ground): string | undefined => {
  const used = new Set(listAt(ground.plan, '/schedule').map((s) => textOf(s, 'checklist')));
  return namesFor(ground.plan, 'checklist').find((c) => !used.has(c.name))?.name ?? first(ground, 'checklist');
};

const bodyText = ({ plan }: Ground, key: string): string | undefined => textOf(valueAt(plan, '/organization/body'), key) || undefined;

/** What one can guess of a new clause beyond its name, by the list it joins. */
const guesses: Readonly<Record<string, (ground: Ground, list: string) => JsonObject>> = {
  '/places/sites': (g) => filled({ class: first(g, 'class'), area: first(g, 'area') }),
  '/phases': nextPhase,
  '/checklists': (g) => filled({ for: first(g, 'class') }),
  '/checklists/*/items': (g, list) =>
    filled({ task: textOf(listAt(g.plan, list).at(-1), 'task') || first(g, 'task'), photo: 'on-failure' }),
  '/schedule': (g) =>
    filled({
      checklist: unscheduled(g),
      every: 'week on monday',
      within: '2 workdays',
      holidays: 'forward',
      sites: 'all',
      by: bodyText(g, 'office'),
    }),
  '/scoring': (g) => filled({ every: 'month', units: first(g, 'party'), base: 100, floor: 0, cap: 100, unchecked: 'unranked' }),
  '/scoring/*/rules': () => ({ kind: 'deduct', each: 'failed-item' }),
  '/ranking': (g) => filled({ sheet: first(g, 'sheet'), order: 'highest-first', ties: 'share', smallest: 3 }),
  '/consequences': (g) => ({
    when: filled({ ranking: first(g, 'ranking'), rank: 'first 1' }),
    kind: 'praise',
    ...filled({ signedBy: bodyText(g, 'head') }),
  }),
};

/** The place of a list or clause with `*` for its numbers. */
export const patternOf = (at: string): string => at.replace(/\/\d+(?=\/|$)/g, '/*');

const titleOf = (schema: Schema, language: Language): string => (language === 'en' ? schema.en?.title : schema.title) ?? '';

/** Lists a clause cannot do without begin empty. */
const emptyLists = (schema: Schema): JsonObject =>
  Object.fromEntries((schema.required ?? []).filter((key) => schema.properties?.[key]?.type === 'array').map((key) => [key, []]));

const named = (schema: Schema, wish: string, plan: Json): JsonObject => {
  const kind = schema.properties?.name?.declares;
  return { name: kind ? freeName(plan, kind, wish) : wish };
};

/** A new clause for a list: a free name and what the plan lets one guess. Nothing that costs points is guessed. */
export const blankFor = (list: string, ground: Ground): JsonObject => {
  const schema = schemaAt(`${list}/*`);
  const wish = sectionWords[ground.language].newWhat.replace('{what}', titleOf(schema, ground.language));
  const clause = { ...named(schema, wish, ground.plan), ...guesses[patternOf(list)]?.(ground, list), ...emptyLists(schema) };
  const order = Object.keys(schema.properties ?? {});
  return Object.fromEntries(Object.entries(clause).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
};

/** A copy of a clause under a free name. */
export const copyOf = (list: string, clause: Json, { plan, language }: Ground): Json => {
  if (!isObject(clause)) return clause;
  const wish = sectionWords[language].copyName.replace('{name}', textOf(clause, 'name'));
  return { ...clause, ...named(schemaAt(`${list}/*`), wish, plan) };
};
