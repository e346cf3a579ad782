import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledSheet } from '../scoring/compile.ts';
import type { Ranking } from './schema.ts';

/** A ranking with its sheet. */
export interface CompiledRanking {
  readonly ranking: Ranking;
  readonly sheet: CompiledSheet;
  readonly source: string;
}

/** Reads the rankings; one whose sheet is unknown is left out (the name is reported elsewhere). */
export const compileRankings = (
  rankings: readonly Ranking[],
  sheets: ReadonlyMap<string, CompiledSheet>,
  at: string,
): { value: ReadonlyMap<string, CompiledRanking>; problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const value = new Map<string, CompiledRanking>();
  rankings.forEach((ranking, i) => {
    const sheet = sheets.get(ranking.sheet);
    if (!sheet) return;
    value.set(ranking.name, { ranking, sheet, source: ranking.source ?? '' });
    if (ranking.smallest !== undefined && ranking.smallest > sheet.units.length)
      problems.push(
        problem('ranking.group-too-small', pointer(at, i), { ...clauseOf('ranking', ranking), units: sheet.units.length, smallest: ranking.smallest }),
      );
  });
  return { value, problems };
};
