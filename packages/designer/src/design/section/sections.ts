import { isWithin } from '../draft/json.ts';
import { planSchema, type Schema, schemaAt } from '../draft/schema.ts';

/** One clause with its own form. `keys` are the keys the form shows; `quiet` ones stand small at the end of a section. */
export interface ClauseBlock {
  readonly kind: 'clause';
  readonly at: string;
  readonly keys: readonly string[];
  readonly quiet: boolean;
}

/** A list of clauses, read as numbered sentences or as a table. `inner` is a list inside each, edited on its own. */
export interface ListBlock {
  readonly kind: 'list';
  readonly at: string;
  readonly look: 'sentences' | 'table';
  readonly inner?: string;
}

export type Block = ClauseBlock | ListBlock;

/** A section of the plan: its key there, where it stands, and its parts from top to bottom. */
export interface Section {
  readonly id: string;
  readonly at: string;
  readonly blocks: readonly Block[];
}

/** Lists whose clauses are short and many. */
const tables: ReadonlySet<string> = new Set(['units', 'posts', 'classes', 'schemes', 'areas', 'sites', 'items', 'rules']);

/** Lists inside a clause that are long enough to be edited on their own; shorter ones are part of the clause's form. */
const inners: ReadonlySet<string> = new Set(['items', 'rules']);

const asideKeys: ReadonlySet<string> = new Set(['$schema', 'source', 'note']);

const isClauses = (schema: Schema): boolean => schema.type === 'array' && schema.items?.properties?.name !== undefined;

const listBlock = (at: string, schema: Schema): ListBlock => {
  const inner = Object.entries(schema.items?.properties ?? {}).find(([key, value]) => inners.has(key) && isClauses(value))?.[0];
  return { kind: 'list', at, look: tables.has(at.slice(at.lastIndexOf('/') + 1)) ? 'table' : 'sentences', ...(inner ? { inner } : {}) };
};

/** The blocks of an object: what it says itself first, then its clauses and lists, its source and note at the end. */
const objectBlocks = (at: string, schema: Schema): readonly Block[] => {
  const entries = Object.entries(schema.properties ?? {});
  const parts = entries.flatMap(([key, inner]): readonly Block[] => {
    if (isClauses(inner)) return [listBlock(`${at}/${key}`, inner)];
    return inner.type === 'object' ? [{ kind: 'clause', at: `${at}/${key}`, keys: Object.keys(inner.properties ?? {}), quiet: false }] : [];
  });
  const own = entries.filter(([, inner]) => !isClauses(inner) && inner.type !== 'object').map(([key]) => key);
  const quiet = own.every((key) => asideKeys.has(key));
  const self: ClauseBlock = { kind: 'clause', at, keys: own, quiet };
  return quiet ? [...parts, self] : [self, ...parts];
};

const isSection = (schema: Schema): boolean => isClauses(schema) || schema.type === 'object';

const sectionFor = ([key, schema]: readonly [string, Schema]): Section => {
  const at = `/${key}`;
  return { id: key, at, blocks: isClauses(schema) ? [listBlock(at, schema)] : objectBlocks(at, schema) };
};

const parts = Object.entries(planSchema.properties ?? {});

const general: Section = {
  id: 'general',
  at: '',
  blocks: [{ kind: 'clause', at: '', keys: parts.filter(([, schema]) => !isSection(schema)).map(([key]) => key), quiet: false }],
};

/**
 * The sections in the order of the official text: what the plan says of itself, then each part of the plan's schema.
 * They follow the schema, so a part added there has its place here.
 */
export const sections: readonly Section[] = [general, ...parts.filter(([, schema]) => isSection(schema)).map(sectionFor)];

/** The section of this id; the first one for an unknown id. */
export const sectionOf = (id: string | undefined): Section => sections.find((s) => s.id === id) ?? general;

/** The section in which a place of the plan stands. */
export const sectionAt = (place: string): Section => sections.find((s) => s.at !== '' && isWithin(s.at, place)) ?? general;

/** The schema of one clause of a block. */
export const schemaOf = (block: Block): Schema => schemaAt(block.kind === 'list' ? `${block.at}/*` : block.at);

const listKeys = new WeakMap<ListBlock, readonly string[]>();

/** The keys the form of a block shows, in the order of the schema. The same list each time. */
export const formKeysOf = (block: Block): readonly string[] => {
  if (block.kind === 'clause') return block.keys;
  const known = listKeys.get(block);
  if (known) return known;
  const keys = Object.keys(schemaOf(block).properties ?? {}).filter((key) => key !== block.inner);
  listKeys.set(block, keys);
  return keys;
};

const innerBlocks = new Map<string, ListBlock>();

/** The list inside the clause at `at`, when the block has one. The same block each time. */
export const innerBlock = (block: ListBlock, at: string): ListBlock | undefined => {
  if (!block.inner) return undefined;
  const place = `${at}/${block.inner}`;
  const known = innerBlocks.get(place) ?? { kind: 'list' as const, at: place, look: 'table' as const };
  innerBlocks.set(place, known);
  return known;
};

const clauseIn = (block: Block, place: string): string | undefined => {
  if (!isWithin(block.at, place)) return undefined;
  const rest = place.slice(block.at.length + 1);
  const [key = ''] = rest.split('/');
  if (block.kind === 'clause') return place === block.at || block.keys.includes(key) ? block.at : undefined;
  if (!/^\d+$/.test(key)) return undefined;
  const clause = `${block.at}/${key}`;
  const inner = innerBlock(block, clause);
  return (inner && clauseIn(inner, place)) ?? clause;
};

/**
 * The clause whose form holds a place: the innermost one. `undefined` for a place that is a whole list or section, or
 * a key the plan does not have.
 */
export const clauseAt = (place: string): string | undefined => {
  for (const block of sectionAt(place).blocks) {
    const clause = clauseIn(block, place);
    if (clause !== undefined) return clause;
  }
  return undefined;
};
