import { daysOf, type Period, periodBefore, periodOf } from '../calendar/period.ts';
import type { Standings } from '../ranking/standings.ts';
import type { CompiledConsequence } from './compile.ts';
import type { Proposal, RankCounted } from './proposal.ts';
import type { RankPhrase } from './rank.ts';

/** A proposal before anybody decided on it. */
export type Called = Omit<Proposal, 'state' | 'decision'>;

/**
 * The unit's rank in the standings when it is among the places of the phrase. The last `n` are those with fewer
 * than `n` ranked units behind them: units that share the last place are all last.
 */
export const countedRank = (phrase: RankPhrase, standings: Standings, unit: string): RankCounted | undefined => {
  const ranked = standings.rows.filter((row) => row.rank !== null);
  const row = ranked.find((row) => row.unit === unit);
  if (!row || row.rank === null) return undefined;
  const { rank, points } = row;
  const behind = ranked.filter((other) => other.rank !== null && other.rank > rank).length;
  const hit = phrase.end === 'first' ? rank <= phrase.n : behind < phrase.n;
  return hit ? { period: standings.period, rank, ranked: ranked.length, points } : undefined;
};

/** Ranks that count for a unit at a period: this one, and those before it inside the window, oldest first. */
const chain = (compiled: CompiledConsequence, published: ReadonlyMap<Period, Standings>, at: { period: Period; unit: string }): readonly RankCounted[] => {
  const { window, consecutive } = compiled.consequence.when;
  const start = window === undefined ? at.period : daysOf(periodOf(window, daysOf(at.period).last)).first;
  const found: RankCounted[] = [];
  for (let period = at.period; window === undefined ? period === at.period : daysOf(period).last >= start; period = periodBefore(period)) {
    const standings = published.get(period);
    const counted = standings && countedRank(compiled.rank, standings, at.unit);
    if (counted) found.unshift(counted);
    else if (consecutive || period === at.period) break;
  }
  return found;
};

/**
 * What the plan calls for after the standings of a period were published: one entry for each consequence and unit
 * whose counted ranks reach the number of times. `published` are all published standings of the same ranking.
 */
export const propose = (
  consequences: readonly CompiledConsequence[],
  standings: Standings,
  published: ReadonlyMap<Period, Standings>,
): readonly Called[] =>
  consequences
    .filter((compiled) => compiled.ranking.ranking.name === standings.ranking)
    .flatMap((compiled) =>
      standings.rows.flatMap(({ unit }) => {
        const because = chain(compiled, published, { period: standings.period, unit });
        if (because.length < compiled.times || because.at(-1)?.period !== standings.period) return [];
        const { name, kind, then, signedBy } = compiled.consequence;
        const { ranking, period } = standings;
        return [{ id: `${name}·${period}·${unit}`, consequence: name, kind, unit, ranking, period, then, signedBy, source: compiled.source, because }];
      }),
    );
