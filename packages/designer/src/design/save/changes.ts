import { isEqual, isList, type Json, valueAt } from '../draft/json.ts';
import { nameOf } from '../section/read.ts';
import { type Block, formKeysOf, sections } from '../section/sections.ts';

/** A clause that differs between two plans. */
export interface Change {
  readonly section: string;
  /** Name of the clause; empty for what a section says itself. */
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

const listChanges = (section: string, before: readonly Json[], after: readonly Json[]): readonly Change[] => {
  const old = new Map(before.map((item) => [nameOf(item), item]));
  const fresh = new Map(after.map((item) => [nameOf(item), item]));
  const removed = [...old.keys()].filter((name) => !fresh.has(name)).map((name) => ({ section, name, kind: 'removed' as const }));
  const rest = [...fresh].flatMap(([name, item]): readonly Change[] => {
    if (!old.has(name)) return [{ section, name, kind: 'added' }];
    return isEqual(old.get(name), item) ? [] : [{ section, name, kind: 'changed' }];
  });
  const moved = removed.length + rest.length === 0 && !isEqual([...before], [...after]);
  return moved ? [{ section, name: '', kind: 'changed' }] : [...removed, ...rest];
};

const blockChanges = (section: string, block: Block, before: Json, after: Json): readonly Change[] => {
  const [old, fresh] = [valueAt(before, block.at), valueAt(after, block.at)];
  if (block.kind === 'list') return listChanges(section, isList(old) ? old : [], isList(fresh) ? fresh : []);
  const differs = formKeysOf(block).some((key) => !isEqual(valueAt(before, `${block.at}/${key}`), valueAt(after, `${block.at}/${key}`)));
  return differs ? [{ section, name: nameOf(fresh) || nameOf(old), kind: 'changed' }] : [];
};

/** The clauses in which two plans differ, in the order of the document. Equal plans have none. */
export const changesBetween = (before: Json, after: Json): readonly Change[] =>
  sections.flatMap((section) => section.blocks.flatMap((block) => blockChanges(section.id, block, before, after)));
