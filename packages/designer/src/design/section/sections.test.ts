import { describe, expect, it } from 'vitest';
import { planSchema, type Schema } from '../draft/schema.ts';
import { formSchema } from '../form/formSchema.ts';
import { type Block, clauseAt, formKeysOf, innerBlock, schemaOf, sections } from './sections.ts';

/** Every place of the plan a person can say something at, with `*` for list places. */
const leaves = (schema: Schema, at = ''): readonly string[] => {
  if (schema.properties) return Object.entries(schema.properties).flatMap(([key, inner]) => leaves(inner, `${at}/${key}`));
  if (schema.items) return leaves(schema.items, `${at}/*`);
  return [at];
};

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Every place a form has a field for. */
const fields = (node: Node, at: string): readonly string[] => {
  if (node.properties) return Object.entries(node.properties).flatMap(([key, inner]) => fields(inner, `${at}/${key}`));
  if (node.items) return fields(node.items, `${at}/*`);
  return [at];
};

const reached = (block: Block): readonly string[] => {
  const at = block.kind === 'list' ? `${block.at}/*` : block.at;
  const own = fields(formSchema(schemaOf(block), 'zh', formKeysOf(block)).schema as Node, at);
  const inner = block.kind === 'list' ? innerBlock(block, at) : undefined;
  return inner ? [...own, ...reached(inner)] : own;
};

describe('the forms', () => {
  it('reach every key of the plan', () => {
    const all = sections.flatMap((section) => section.blocks).flatMap(reached);
    expect(leaves(planSchema).filter((place) => !all.includes(place))).toEqual([]);
  });

  it('have a name in both languages for every field', () => {
    const nameless = sections
      .flatMap((section) => section.blocks)
      .flatMap((block) => formKeysOf(block).map((key) => schemaOf(block).properties?.[key]))
      .filter((schema) => !schema?.title || !schema.en?.title);
    expect(nameless).toEqual([]);
  });
});

describe('the clause of a problem', () => {
  it.each([
    ['/phases/1/from', '/phases/1'],
    ['/checklists/0/items/3/points', '/checklists/0/items/3'],
    ['/checklists/0/for', '/checklists/0'],
    ['/organization/body/office', '/organization/body'],
    ['/organization/note', '/organization'],
    ['/title', ''],
    ['/phases', undefined],
    ['/places/sites/12/units/0', '/places/sites/12'],
  ])('%s stands in %s', (place, clause) => {
    expect(clauseAt(place)).toBe(clause);
  });
});
