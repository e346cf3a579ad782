import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledRanking } from '../ranking/compile.ts';
import type { SheetPeriod } from '../scoring/schema.ts';
import { type RankPhrase, readRank } from './rank.ts';
import type { Consequence } from './schema.ts';

/** A consequence with its ranking and rank phrase read. */
export interface CompiledConsequence {
  readonly consequence: Consequence;
  readonly ranking: CompiledRanking;
  readonly rank: RankPhrase;
  readonly times: number;
  readonly source: string;
}

/** Periods of each kind in a year; a window of 4, 2 or 1 a year holds that many divided by it. */
const perYear: Readonly<Record<SheetPeriod | 'quarter' | 'half-year' | 'year', number>> = { week: 53, month: 12, quarter: 4, 'half-year': 2, year: 1 };

const check = (compiled: CompiledConsequence, at: string): readonly Problem[] => {
  const { consequence, ranking, rank, times } = compiled;
  const clause = clauseOf('consequence', consequence);
  const units = ranking.sheet.units.length;
  const { window } = consequence.when;
  const problems: Problem[] = [];
  if (rank.n >= units) problems.push(problem('consequence.rank-too-deep', `${at}/when/rank`, { ...clause, n: rank.n, units }));
  if (times > 1 && window === undefined) problems.push(problem('consequence.window-missing', `${at}/when`, { ...clause, times }));
  const periods = window === undefined ? 0 : Math.ceil(perYear[ranking.sheet.sheet.every] / perYear[window]);
  if (window !== undefined && times > periods) problems.push(problem('consequence.times-beyond-window', `${at}/when/times`, { ...clause, times, periods }));
  return problems;
};

/** Praise and sanction of one ranking whose places reach over each other. */
const checkPair = (a: CompiledConsequence, b: CompiledConsequence, at: string): readonly Problem[] => {
  if (a.ranking !== b.ranking || a.consequence.kind === b.consequence.kind || a.rank.end === b.rank.end) return [];
  const units = a.ranking.sheet.units.length;
  return a.rank.n + b.rank.n > units ? [problem('consequence.both-ends', at, { ...clauseOf('consequence', a.consequence), other: b.consequence.name, units })] : [];
};

/** Reads the consequences; one whose ranking is unknown is left out (the name is reported elsewhere). */
export const compileConsequences = (
  consequences: readonly Consequence[],
  rankings: ReadonlyMap<string, CompiledRanking>,
  at: string,
): { value: readonly CompiledConsequence[]; problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const value: CompiledConsequence[] = [];
  consequences.forEach((consequence, i) => {
    const place = pointer(at, i);
    const ranking = rankings.get(consequence.when.ranking);
    const rank = readRank(consequence.when.rank);
    if (!rank) {
      const params = { ...clauseOf('consequence', consequence), kind: 'rank', found: consequence.when.rank, examples: 'first 1、last 2' };
      problems.push(problem('phrase.unreadable', `${place}/when/rank`, params));
    }
    if (!ranking || !rank) return;
    const compiled = { consequence, ranking, rank, times: consequence.when.times ?? 1, source: consequence.source ?? '' };
    problems.push(...check(compiled, place), ...value.flatMap((other) => checkPair(compiled, other, place)));
    value.push(compiled);
  });
  return { value, problems };
};
