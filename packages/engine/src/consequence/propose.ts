import type { Period } from '../calendar/period.ts';
import type { Standing, Standings } from '../ranking/standings.ts';
import type { CompiledConsequence } from './compile.ts';
import type { Called, ResultCounted } from './proposal.ts';
import type { RankPhrase } from './rank.ts';
import { periodsIn } from './window.ts';

const isRanked = (row: Standing): row is Standing & { readonly rank: number } => row.rank !== null;

/**
 * True when the row's rank is among the places of the phrase, within its group. The last `n` are those with fewer than
 * `n` ranked units behind them: units that share the last place are all last. The first place is never a last one, so
 * that nobody is last when all are equal.
 */
export const isAmong = (phrase: RankPhrase, standings: Standings, row: Standing): boolean => {
  const { rank } = row;
  if (rank === null) return false;
  const behind = standings.rows.filter((other) => isRanked(other) && other.group === row.group && other.rank > rank).length;
  return phrase.end === 'first' ? rank <= phrase.n : rank > 1 && behind < phrase.n;
};

/** True when a row meets the trigger. A row without a score meets none. */
const hits = ({ consequence: { when }, rank, below, atLeast }: CompiledConsequence, standings: Standings, row: Standing): boolean => {
  if (!row.reason) return false;
  if (rank && !isAmong(rank, standings, row)) return false;
  if (when.grade && !when.grade.includes(row.grade?.name ?? '')) return false;
  if (when.fails && row.grade?.passes) return false;
  if (below !== null && row.points >= below) return false;
  return atLeast === null || row.points >= atLeast;
};

const countedRow = (standings: Standings, row: Standing): ResultCounted => ({
  period: standings.period,
  rank: row.rank,
  ranked: standings.rows.filter((other) => isRanked(other) && other.group === row.group).length,
  group: row.group,
  points: row.points,
  grade: row.grade?.name ?? '',
});

/** What a unit's row in a period means for the count: a hit, a clean period, or nothing to judge. */
const markAt = (compiled: CompiledConsequence, standings: Standings | undefined, unit: string): ResultCounted | 'clean' | 'gap' => {
  const row = standings?.rows.find((row) => row.unit === unit);
  if (!standings || !row || (compiled.rank && row.rank === null)) return 'gap';
  return hits(compiled, standings, row) ? countedRow(standings, row) : 'clean';
};

/** Results that count for a unit at a period: this one, and those before it inside the window, oldest first. */
const chain = (
  compiled: CompiledConsequence,
  published: ReadonlyMap<Period, Standings>,
  at: { readonly period: Period; readonly unit: string },
): readonly ResultCounted[] => {
  const { consecutive, gaps } = compiled.consequence.when;
  const { clearedBy } = compiled.consequence;
  const found: ResultCounted[] = [];
  let clean = 0;
  for (const period of periodsIn(compiled.window, at.period)) {
    const mark = markAt(compiled, published.get(period), at.unit);
    if (typeof mark === 'object') {
      found.unshift(mark);
      clean = 0;
    } else if (period === at.period) return [];
    else if (consecutive && (mark === 'clean' || gaps !== 'skip')) break;
    else if (mark === 'clean') clean += 1;
    if (clearedBy !== undefined && clean >= clearedBy) break;
  }
  return found;
};

/** What is done at the so-many-th time: the last step of the ladder reached, or what the consequence says by itself. */
const actionAt = (
  { consequence, times }: CompiledConsequence,
  count: number,
): { then: string; addressee: string; signedBy: string } | undefined => {
  const { ladder, signedBy, addressee = '' } = consequence;
  if (!ladder?.length) return count >= times ? { then: consequence.then ?? '', addressee, signedBy } : undefined;
  const step = ladder.filter((step) => step.times <= count).at(-1);
  return step && { then: step.then, addressee: step.addressee ?? addressee, signedBy: step.signedBy ?? signedBy };
};

/** Shares of what was taken, in fen: equal, the odd fen to the first in order. */
const shares = (total: number, count: number): readonly number[] => {
  const each = Math.floor(total / count);
  return Array.from({ length: count }, (_, i) => each + (i < total - each * count ? 1 : 0));
};

/** The money a consequence moves for each unit of a group. Sums to zero: nothing moves while nobody is there to give to. */
const moneyIn = (compiled: CompiledConsequence, standings: Standings, group: string): ReadonlyMap<string, number> => {
  const { transfer, rank } = compiled;
  if (!transfer || !rank) return new Map();
  const rows = standings.rows.filter((row) => row.group === group);
  const from = rows.filter((row) => isAmong(rank, standings, row));
  const to = rows.filter((row) => isAmong(transfer.to, standings, row) && !from.includes(row));
  if (from.length === 0 || to.length === 0) return new Map();
  const given = shares(transfer.fen * from.length, to.length);
  return new Map([
    ...from.map((row): [string, number] => [row.unit, -transfer.fen]),
    ...to.map((row, i): [string, number] => [row.unit, given[i] ?? 0]),
  ]);
};

/** Lead units of the tasks in which a unit lost points in the standings. */
export type LeadsOf = (row: Standing) => readonly string[];

const callOne = (
  compiled: CompiledConsequence,
  standings: Standings,
  row: Standing,
  because: readonly ResultCounted[],
): Called | undefined => {
  const action = actionAt(compiled, because.length);
  if (because.length === 0 || !action) return undefined;
  const { name, kind } = compiled.consequence;
  const { ranking, period } = standings;
  const id = `${name}·${period}·${row.unit}`;
  return { id, consequence: name, kind, unit: row.unit, ranking, period, ...action, source: compiled.source, because, bound: [], fen: 0 };
};

const callAll = (
  compiled: CompiledConsequence,
  standings: Standings,
  published: ReadonlyMap<Period, Standings>,
  leadsOf: LeadsOf,
): readonly Called[] => {
  const money = new Map([...new Set(standings.rows.map((row) => row.group))].flatMap((group) => [...moneyIn(compiled, standings, group)]));
  const { name, kind, signedBy, bindsLeads, addressee = '' } = compiled.consequence;
  const hit = standings.rows.flatMap((row) => {
    const called = callOne(compiled, standings, row, chain(compiled, published, { period: standings.period, unit: row.unit }));
    if (!called) return [];
    return [{ ...called, bound: bindsLeads ? leadsOf(row).filter((unit) => unit !== row.unit) : [], fen: money.get(row.unit) ?? 0 }];
  });
  const rewarded = standings.rows.filter((row) => (money.get(row.unit) ?? 0) > 0);
  const gifts = rewarded.map((row): Called => {
    const { ranking, period } = standings;
    const id = `${name}·${period}·${row.unit}`;
    const then = compiled.consequence.then ?? '';
    return {
      id,
      consequence: name,
      kind,
      unit: row.unit,
      ranking,
      period,
      then,
      addressee,
      signedBy,
      source: compiled.source,
      because: [countedRow(standings, row)],
      bound: [],
      fen: money.get(row.unit) ?? 0,
    };
  });
  return [...hit, ...gifts];
};

/**
 * What the plan calls for after the standings of a period were published. `published` are all published standings of
 * the same ranking. A consequence gives way to those its `unless` names when they hit the same unit.
 */
export const propose = (
  consequences: readonly CompiledConsequence[],
  standings: Standings,
  around: { readonly published: ReadonlyMap<Period, Standings>; readonly leadsOf: LeadsOf },
): readonly Called[] => {
  const own = consequences.filter((compiled) => compiled.ranking.ranking.name === standings.ranking);
  const called = own.flatMap((compiled) => callAll(compiled, standings, around.published, around.leadsOf));
  return called.filter((one) => {
    const { unless } = own.find((compiled) => compiled.consequence.name === one.consequence)?.consequence ?? {};
    return !called.some((other) => other.unit === one.unit && unless?.includes(other.consequence));
  });
};
