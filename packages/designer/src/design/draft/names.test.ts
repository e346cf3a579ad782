import { describe, expect, it } from 'vitest';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { changedAt, isList, isObject, type Json } from './json.ts';
import { namesFor } from './names.ts';
import { planSchema, type Schema } from './schema.ts';

const town = xiaoqing();
const files = import.meta.glob<string>('../../../../../examples/*/plan.json', { query: '?raw', import: 'default', eager: true });
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', JSON.parse(text) as Json] as const);

/** Every reference of a plan as the forms meet it: what kind of thing, and by which name. */
const references = (schema: Schema, value: Json | undefined): readonly (readonly [kind: NonNullable<Schema['ref']>, name: string])[] => {
  if (typeof value === 'string') return schema.ref ? [[schema.ref, value]] : [];
  if (isList(value)) return schema.items ? value.flatMap((item) => references(schema.items ?? {}, item)) : [];
  if (!isObject(value)) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => references(inner, value[key]));
};

describe('the names a field offers', () => {
  it.each(examples)('are in %s all the names it refers to', (_name, plan) => {
    const missing = references(planSchema, plan).filter(
      ([kind, name]) => !namesFor(plan, kind).some((known) => known.name === name || known.also.includes(name)),
    );
    expect(missing).toEqual([]);
  });

  it('for what a bulletin comes with are the inspections and the routines', () => {
    const names = namesFor(town, 'schedule').map(({ name }) => name);
    expect(names).toContain('门面周查');
    expect(names).toContain('排名通报');
  });

  it('are the same list while their parts are the same', () => {
    const moved = changedAt(town, '/title', () => '另一个标题');
    expect(namesFor(moved, 'schedule')).toBe(namesFor(town, 'schedule'));
    expect(namesFor(moved, 'party')).toBe(namesFor(town, 'party'));
    const renamed = changedAt(town, '/routines/0/name', () => '周调度');
    expect(namesFor(renamed, 'schedule').map(({ name }) => name)).toContain('周调度');
  });
});
