import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledSheet } from '../scoring/compile.ts';
import type { Ranking } from './schema.ts';

/** A ranking with its sheet. `groups` is empty when all units are ranked together. */
export interface CompiledRanking {
  readonly ranking: Ranking;
  readonly sheet: CompiledSheet;
  readonly groups: readonly { readonly name: string; readonly units: readonly string[] }[];
  readonly source: string;
}

const check = (compiled: CompiledRanking, at: string): readonly Problem[] => {
  const { ranking, sheet, groups } = compiled;
  const clause = clauseOf('ranking', ranking);
  const sizes = groups.length ? groups.map((group) => group.units.length) : [sheet.units.length];
  const smallest = Math.min(...sizes);
  const problems: Problem[] = [];
  if (ranking.smallest !== undefined && ranking.smallest > smallest)
    problems.push(problem('ranking.group-too-small', at, { ...clause, units: smallest, smallest: ranking.smallest }));
  if (groups.length === 0) return problems;
  const all = groups.flatMap((group) => group.units);
  const twice = all.find((unit, i) => all.indexOf(unit) !== i);
  if (twice !== undefined) problems.push(problem('ranking.unit-twice', pointer(at, 'within'), { ...clause, unit: twice }));
  const outside = sheet.units.filter((unit) => !all.includes(unit));
  if (outside.length)
    problems.push(problem('ranking.unit-outside', pointer(at, 'within'), { ...clause, units: outside.slice(0, 5).join('、') }));
  return problems;
};

/** Reads the rankings; one whose sheet is unknown is left out (the name is reported elsewhere). */
export const compileRankings = (
  rankings: readonly Ranking[],
  scope: { readonly sheets: ReadonlyMap<string, CompiledSheet>; readonly organization: CompiledOrganization },
  at: string,
): { readonly value: ReadonlyMap<string, CompiledRanking>; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const value = new Map<string, CompiledRanking>();
  rankings.forEach((ranking, i) => {
    const sheet = scope.sheets.get(ranking.sheet);
    if (!sheet) return;
    const groups = (ranking.within ?? []).map((name) => ({
      name,
      units: unitsOf(scope.organization, [name]).filter((unit) => sheet.units.includes(unit)),
    }));
    const compiled = { ranking, sheet, groups, source: ranking.source ?? '' };
    value.set(ranking.name, compiled);
    problems.push(...check(compiled, pointer(at, i)));
  });
  return { value, problems };
};
