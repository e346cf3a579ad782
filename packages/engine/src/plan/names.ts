import { nearest } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { NamedKind, RefKind } from '../problem/term.ts';
import type { Mention, Walk } from './shape.ts';

/** Kinds whose names need only be unique in their own list: items of one checklist, rules of one sheet. */
const local: ReadonlySet<NamedKind> = new Set(['item', 'rule', 'topic', 'case class']);

const duplicates = (names: readonly Mention<NamedKind>[]): readonly Problem[] => {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const kind = name.kind === 'group' ? 'unit' : name.kind;
    const key = `${kind} ${local.has(name.kind) ? name.scope : ''} ${name.text}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh ? [] : [problem('name.duplicate', name.at, { kind: name.kind, found: name.text })];
  });
};

/** Names of each kind, with `party` for units and groups together. `aliases` are other names of units. */
export const namesByKind = (
  names: readonly Mention<NamedKind>[],
  aliases: readonly string[],
): ReadonlyMap<RefKind, ReadonlySet<string>> => {
  const byKind = new Map<RefKind, Set<string>>();
  const add = (kind: RefKind, name: string) => byKind.set(kind, (byKind.get(kind) ?? new Set()).add(name));
  for (const { kind, text } of names) {
    add(kind, text);
    if (kind === 'unit' || kind === 'group') add('party', text);
  }
  for (const alias of aliases) {
    add('unit', alias);
    add('party', alias);
  }
  return byKind;
};

/** Every name given twice and every reference to a name that is not there, with the nearest one that is. */
export const checkNames = (walk: Walk, aliases: readonly string[]): readonly Problem[] => {
  const byKind = namesByKind(walk.names, aliases);
  const unknown = walk.refs.flatMap((ref) => {
    const known = byKind.get(ref.kind) ?? new Set<string>();
    if (known.has(ref.text)) return [];
    return [
      problem('name.unknown', ref.at, { ...ref.clause, ...ref.term, kind: ref.kind, found: ref.text, near: nearest(ref.text, known) }),
    ];
  });
  return [...duplicates(walk.names), ...unknown];
};
