import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { edited } from '../draft/edits.ts';
import { changedAt, isEqual, isList, isObject, type Json, type JsonObject, listAt, textOf, valueAt } from '../draft/json.ts';
import { planSchema, type Schema } from '../draft/schema.ts';
import { merge } from '../save/merge.ts';
import { type Block, formKeysOf, innerBlock, schemaOf, sections } from '../section/sections.ts';
import { tidy } from './tidy.ts';

vi.setConfig({ testTimeout: 120_000 });

const files = import.meta.glob<string>('../../../../../examples/*/plan.json', { query: '?raw', import: 'default', eager: true });
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', JSON.parse(text) as Json] as const);

/** A value of a schema: `chance` decides which of the optional keys are there, and `next` numbers the texts so that all differ. */
const filled = (schema: Schema, chance: () => boolean, next: () => number): Json => {
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf) return filled(schema.anyOf[next() % schema.anyOf.length] ?? {}, chance, next);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return next();
  if (schema.type === 'array') return [schema.items ?? {}, schema.items ?? {}].map((items) => filled(items, chance, next));
  if (!schema.properties) return schema.type === 'string' ? `字${next()}` : { '>=': [{ var: `量${next()}` }, 1] };
  const keys = Object.entries(schema.properties).filter(([key]) => schema.required?.includes(key) || chance());
  return Object.fromEntries(keys.map(([key, inner]) => [key, filled(inner, chance, next)]));
};

/** A plan with the keys the format has: all of them, or those the random numbers choose. */
const planOf = (chance: () => boolean): Json => {
  let n = 0;
  return filled(planSchema, chance, () => ++n);
};

/** A plan in which every key of the format stands. */
const whole = planOf(() => true);

const generated = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((seed) => {
  let state = seed;
  return planOf(() => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 16) % 2 === 0;
  });
});

/** Every clause of a plan that has a form: its place, its value and its block. */
const clausesOf = (plan: Json): readonly (readonly [string, JsonObject, Block])[] => {
  const at = (place: string, block: Block): readonly (readonly [string, JsonObject, Block])[] => {
    const value = valueAt(plan, place);
    return isObject(value) ? [[place, value, block]] : [];
  };
  return sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => {
      if (block.kind === 'clause') return at(block.at, block);
      return listAt(plan, block.at).flatMap((_, i) => {
        const place = `${block.at}/${i}`;
        const inner = innerBlock(block, place);
        return [...at(place, block), ...(inner ? listAt(plan, inner.at).flatMap((__, j) => at(`${inner.at}/${j}`, inner)) : [])];
      });
    });
};

/** Every way to change one thing in a value: a text, a number, an answer; an entry of a list taken out of its front or put there. */
const changesOf = (value: Json, schema: Schema): readonly Json[] => {
  if (typeof value === 'string') return [`${value}改`];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (isList(value)) {
    const inside = value.flatMap((item, i) => changesOf(item, schema.items ?? {}).map((next) => value.with(i, next)));
    return [
      ...(value.length > 1 ? [value.slice(1)] : []),
      ...(value[0] === undefined ? [] : [[changesOf(value[0], {})[0] ?? value[0], ...value]]),
      ...inside,
    ];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    changesOf(held, schema.properties?.[key] ?? {}).map((next) => ({ ...value, [key]: next })),
  );
};

const pick = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]])));

/** What is lost of a clause when a key is emptied and written again. */
const lostByEmptying = (plan: Json, at: string, keys: readonly string[]): readonly string[] => {
  const clause = valueAt(plan, at);
  const held = isObject(clause) ? clause : {};
  return Object.keys(pick(held, keys)).flatMap((key) => {
    const write = (of: Json, value: Json | undefined) => edited(of, { type: 'WriteClause', at, keys: [key], value: { [key]: value } });
    const again = valueAt(write(write(plan, undefined), held[key]), at);
    return isEqual(again, clause) ? [] : [`${at}/${key}: emptied and written again`];
  });
};

/** What is lost of a plan when one thing after the other is changed in each of its clauses, as its form hands it back. */
const lostByForms = (plan: Json): readonly string[] =>
  clausesOf(plan).flatMap(([at, clause, block]) => {
    const [keys, schema] = [formKeysOf(block), schemaOf(block)];
    const before = pick(clause, keys);
    const changes = changesOf(before, schema) as readonly JsonObject[];
    const inForm = changes.flatMap((change) => {
      const [text, wanted] = [JSON.stringify(tidy(schema, before, change)), JSON.stringify(change)];
      return text === wanted ? [] : [`${at}: ${wanted} → ${text}`];
    });
    inForm.push(...lostByEmptying(plan, at, keys));
    const [change] = changes;
    if (!change) return inForm;
    const after = edited(plan, { type: 'WriteClause', at, keys, value: tidy(schema, before, change) as JsonObject });
    const wanted = changedAt(plan, at, () => ({ ...clause, ...change }));
    return JSON.stringify(after) === JSON.stringify(wanted) ? inForm : [...inForm, `${at}: the plan around it`];
  });

const lists = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'list').map(({ at }) => at));

/** What is lost of a plan when its clauses are moved away and back, taken out and put in again, renamed and named as before. */
const lostByEdits = (plan: Json): readonly string[] => {
  const text = JSON.stringify(plan);
  const losing = (what: string, after: Json) => (JSON.stringify(after) === text ? [] : [what]);
  return lists.flatMap((list) => {
    const items = listAt(plan, list);
    const last = items.length - 1;
    if (last < 1) return [];
    const gone = edited(plan, { type: 'RemoveClause', at: `${list}/${last}` });
    const back = edited(gone, { type: 'AddClause', list, value: items[last] ?? null, index: last });
    const away = edited(plan, { type: 'MoveClause', list, from: 0, to: last });
    const home = edited(away, { type: 'MoveClause', list, from: last, to: 0 });
    return [...losing(`${list}: taken out and put in`, back), ...losing(`${list}: moved and moved back`, home)];
  });
};

const partsOf = (value: Json | undefined): readonly string[] =>
  isObject(value) ? Object.entries(value).map((part) => JSON.stringify(part)) : [];

describe.each([...examples, ['a plan with every key of the format', whole] as const])('%s', (_, plan) => {
  it('keeps every key when one thing after another is changed in its forms', () => expect(lostByForms(plan)).toEqual([]));
  it('keeps every key when clauses are moved, taken out and put in again', () => expect(lostByEdits(plan)).toEqual([]));
  it('keeps every key when a unit is renamed and named as before', () => {
    const from = textOf(listAt(plan, '/organization/units')[0], 'name');
    if (from === '') return;
    const named = (name: string) => ({ type: 'WriteClause', at: '/organization/units/0', keys: ['name'], value: { name } }) as const;
    const rename = (one: string, other: string) => ({ type: 'Rename', kind: 'unit', from: one, to: other, keep: false }) as const;
    const there = edited(edited(plan, named('新名')), rename(from, '新名'));
    expect(edited(edited(there, named(from)), rename('新名', from))).toEqual(plan);
  });
  it('keeps every key of both when two people changed different clauses', () => {
    const [mine, theirs] = [changedAt(plan, '/title', () => '甲改的题目'), changedAt(plan, '/goals', () => '乙改的目标')];
    expect(merge(plan, mine, theirs)).toEqual({ plan: changedAt(mine, '/goals', () => '乙改的目标'), conflicts: [] });
  });
  it('keeps every part of a task that is split, in one half or the other', () => {
    const at = '/responsibility/tasks';
    const [task] = listAt(plan, at);
    if (!isObject(task)) return;
    const after = edited(plan, { type: 'SplitTask', into: { task: 0, name: '后一半', text: '', sides: {} } });
    const halves = new Set(listAt(after, at).slice(0, 2).flatMap(partsOf));
    expect(partsOf(task).filter((part) => !halves.has(part))).toEqual([]);
  });
});

it('of any plan the format allows no key is lost', () => {
  fc.assert(
    fc.property(generated, (plan) => {
      expect(lostByForms(plan)).toEqual([]);
      expect(lostByEdits(plan)).toEqual([]);
    }),
    { numRuns: 15, seed: 1128 },
  );
});
