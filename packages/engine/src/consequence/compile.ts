import { type Points, pointsOf } from '../expression/points.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledRanking } from '../ranking/compile.ts';
import { checkConsequence, checkPair } from './check.ts';
import { type RankPhrase, readRank } from './rank.ts';
import type { Consequence } from './schema.ts';
import { readWindow, type Window } from './window.ts';

/** A consequence with its ranking, trigger and window read. */
export interface CompiledConsequence {
  readonly consequence: Consequence;
  readonly ranking: CompiledRanking;
  readonly rank: RankPhrase | null;
  readonly below: Points | null;
  readonly atLeast: Points | null;
  readonly window: Window | undefined;
  readonly times: number;
  readonly transfer: { readonly fen: number; readonly to: RankPhrase } | null;
  readonly source: string;
}

const exact = (written: number | undefined): Points | null => (written === undefined ? null : (pointsOf(written) ?? 0));

const unreadable = (consequence: Consequence, at: string): readonly Problem[] => {
  const wrong = (kind: 'rank' | 'window', found: string, place: string, examples: string): Problem =>
    problem('phrase.unreadable', place, { ...clauseOf('consequence', consequence), kind, found, examples });
  const { when, transfer } = consequence;
  return [
    ...(when.rank !== undefined && !readRank(when.rank) ? [wrong('rank', when.rank, `${at}/when/rank`, 'first 1、last 2')] : []),
    ...(when.window !== undefined && !readWindow(when.window)
      ? [wrong('window', when.window, `${at}/when/window`, 'quarter、year、last 6 periods')]
      : []),
    ...(transfer && !readRank(transfer.to) ? [wrong('rank', transfer.to, `${at}/transfer/to`, 'first 3')] : []),
  ];
};

const read = (consequence: Consequence, ranking: CompiledRanking): CompiledConsequence => {
  const { when, transfer } = consequence;
  const to = transfer && readRank(transfer.to);
  return {
    consequence,
    ranking,
    rank: (when.rank !== undefined && readRank(when.rank)) || null,
    below: exact(when.below),
    atLeast: exact(when.atLeast),
    window: when.window === undefined ? undefined : readWindow(when.window),
    times: when.times ?? 1,
    transfer: transfer && to ? { fen: (pointsOf(transfer.amount) ?? 0) / 10, to } : null,
    source: consequence.source ?? '',
  };
};

/** Reads the consequences; one whose ranking is unknown is left out (the name is reported elsewhere). */
export const compileConsequences = (
  consequences: readonly Consequence[],
  rankings: ReadonlyMap<string, CompiledRanking>,
  at: string,
): { readonly value: readonly CompiledConsequence[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const value: CompiledConsequence[] = [];
  consequences.forEach((consequence, i) => {
    const place = pointer(at, i);
    const wrong = unreadable(consequence, place);
    problems.push(...wrong);
    const ranking = rankings.get(consequence.when.ranking);
    if (!ranking || wrong.length) return;
    const compiled = read(consequence, ranking);
    problems.push(...checkConsequence(compiled, place), ...value.flatMap((other) => checkPair(compiled, other, place)));
    value.push(compiled);
  });
  return { value, problems };
};
