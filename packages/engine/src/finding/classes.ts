import { type Day, firstDayOf } from '../calendar/day.ts';
import { readWithin, type Within } from '../calendar/within.ts';
import { nearest } from '../problem/nearest.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import type { CaseClass } from './class-schema.ts';
import type { Findings } from './schema.ts';

/** A class of cases in one edition with its limits read, by stage; the limit for putting right stands under ''. */
export interface CompiledClass {
  readonly edition: string;
  readonly clause: CaseClass;
  readonly limits: ReadonlyMap<string, Within>;
}

/** One edition of the code list: from which day, and its classes by name and by `<kind> <code>`. */
export interface Edition {
  readonly edition: string;
  readonly from: Day;
  readonly byName: ReadonlyMap<string, CompiledClass>;
  readonly byCode: ReadonlyMap<string, CompiledClass>;
}

const codeOf = ({ kind, code }: Pick<CaseClass, 'kind' | 'code'>): string => `${kind} ${code}`;

const readClass = (edition: string, clause: CaseClass): CompiledClass => {
  const written = [...(clause.within === undefined ? [] : [{ stage: '', within: clause.within }]), ...(clause.limits ?? [])];
  const limits = written.flatMap(({ stage, within }) => {
    const read = readWithin(within);
    return read ? [[stage, read] as const] : [];
  });
  return { edition, clause, limits: new Map(limits) };
};

const checkClass = (clause: CaseClass, stages: readonly string[], at: string): readonly Problem[] => {
  const params = { name: clause.name, code: clause.code };
  const phrase = (within: string, where: string): readonly Problem[] =>
    readWithin(within)
      ? []
      : [problem('phrase.unreadable', where, { ...params, kind: 'within', found: within, examples: '3 workdays、2 urgent work hours' })];
  return [
    ...(clause.within === undefined ? [] : phrase(clause.within, pointer(at, 'within'))),
    ...(clause.limits ?? []).flatMap(({ stage, within }, i) => {
      const where = pointer(`${at}/limits`, i);
      const known = stages.includes(stage)
        ? []
        : [problem('flow.unknown-stage', where, { move: clause.name, stage, near: nearest(stage, stages) })];
      return [...known, ...phrase(within, pointer(where, 'within'))];
    }),
  ];
};

const checkCodes = (list: readonly CaseClass[], next: Edition | undefined, at: string): readonly Problem[] => {
  const seen = new Set<string>();
  return list.flatMap((clause, i): readonly Problem[] => {
    const where = pointer(at, i);
    const code = codeOf(clause);
    const fresh = !seen.has(code);
    seen.add(code);
    if (!fresh) return [problem('class.code-twice', where, { name: clause.name, code: clause.code })];
    if (!next) return [];
    const became = clause.becomes ?? [];
    const lost = became.find((to) => !next.byCode.has(codeOf({ kind: clause.kind, code: to })));
    if (lost !== undefined) return [problem('class.unknown-code', where, { name: clause.name, code: lost, edition: next.edition })];
    return became.length > 0 || next.byCode.has(code)
      ? []
      : [problem('class.unmapped', where, { name: clause.name, code: clause.code, edition: next.edition })];
  });
};

/** Reads the code lists, oldest edition first, and says what is wrong with codes, limits and the mapping between editions. */
export const compileClasses = (
  findings: Findings,
  stages: readonly string[],
  at: string,
): { readonly value: readonly Edition[]; readonly problems: readonly Problem[] } => {
  const lists = findings.classes ?? [];
  const value = lists.map(({ edition, from, list }): Edition => {
    const classes = list.map((clause) => readClass(edition, clause));
    return {
      edition,
      from: firstDayOf(from),
      byName: new Map(classes.map((one) => [one.clause.name, one])),
      byCode: new Map(classes.map((one) => [codeOf(one.clause), one])),
    };
  });
  const problems = lists.flatMap(({ edition, list }, i) => {
    const where = pointer(pointer(`${at}/classes`, i), 'list');
    const before = value[i - 1];
    const order =
      before && (value[i]?.from ?? '') <= before.from
        ? [problem('class.editions-unordered', pointer(`${at}/classes`, i), { edition })]
        : [];
    return [
      ...order,
      ...checkCodes(list, value[i + 1], where),
      ...list.flatMap((clause, j) => checkClass(clause, stages, pointer(where, j))),
    ];
  });
  return { value, problems };
};

/** The edition in force on a day: the newest begun by then, or the oldest there is. */
export const editionOn = (editions: readonly Edition[], day: Day): Edition | undefined =>
  editions.findLast(({ from }) => from <= day) ?? editions[0];

const stepTo = (found: CompiledClass, next: Edition): readonly CompiledClass[] => {
  const { kind, code, becomes = [code] } = found.clause;
  return becomes.flatMap((to) => next.byCode.get(codeOf({ kind, code: to })) ?? []);
};

/**
 * The classes that a class named in some edition is called by in the edition of a day: itself, or what the mapping
 * makes of it, one or several. None for a name that no edition has. A class newer than the day is taken as it is.
 */
export const classesOn = (editions: readonly Edition[], name: string, day: Day): readonly CompiledClass[] => {
  const wanted = editionOn(editions, day);
  if (!wanted) return [];
  const there = wanted.byName.get(name);
  if (there) return [there];
  const end = editions.indexOf(wanted);
  const before = editions.slice(0, end).findLastIndex(({ byName }) => byName.has(name));
  if (before < 0)
    return editions
      .slice(end + 1)
      .flatMap(({ byName }) => byName.get(name) ?? [])
      .slice(0, 1);
  const start = editions[before]?.byName.get(name);
  const passed = editions.slice(before + 1, end + 1);
  return passed.reduce<readonly CompiledClass[]>((found, next) => found.flatMap((one) => stepTo(one, next)), start ? [start] : []);
};

/** The class a record names, in the edition it was made under. */
export const classOf = (
  editions: readonly Edition[],
  record: { readonly edition: string; readonly class: string },
): CompiledClass | undefined => editions.find(({ edition }) => edition === record.edition)?.byName.get(record.class);
