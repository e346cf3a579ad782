import { addDays, type Day, dayOf } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { lastDay } from '../calendar/within.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign, Published } from '../campaign/state.ts';
import { isAmong } from '../consequence/propose.ts';
import type { Points } from '../expression/points.ts';
import { type Finding, isOverdue } from '../finding/finding.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { CompiledCredit, CompiledList } from '../publicity/compile.ts';
import type { Standing, Standings } from '../ranking/standings.ts';

/** A unit on a red or black list because of one published period. `until` is the last day it hangs. */
export interface ListEntry {
  readonly list: string;
  readonly kind: 'red' | 'black';
  readonly unit: string;
  readonly ranking: string;
  readonly period: Period;
  readonly rank: number | null;
  readonly points: Points;
  readonly from: Day;
  readonly until: Day;
  /** `waiting`: the time to object runs; `held`: an appeal is open; `withdrawn`: one was upheld; `removed`: put right early. */
  readonly state: 'waiting' | 'held' | 'listed' | 'withdrawn' | 'removed' | 'expired';
  readonly where: readonly string[];
  readonly source: string;
}

/** A unit's level by the newest published points. `level` is empty below the lowest. */
export interface Rating {
  readonly credit: string;
  readonly kind: 'star' | 'credit';
  readonly unit: string;
  readonly level: string;
  readonly points: Points;
  readonly ranking: string;
  readonly period: Period;
  readonly from: Day;
  readonly until: Day;
  readonly valid: boolean;
  readonly source: string;
}

const ofPeriod = (campaign: Campaign, unit: string, { from, to }: Standings): readonly Finding[] =>
  [...campaign.findings.values()].filter((finding) => finding.unit === unit && finding.opened >= from && finding.opened <= to);

/** True when the row meets every criterion of the list. */
const isListed = (compiled: CompiledList, standings: Standings, row: Standing, overdue: number): boolean => {
  const { list, rank, below, atLeast } = compiled;
  if (!row.reason) return false;
  if (rank && !isAmong(rank, standings, row)) return false;
  if (list.grade && !list.grade.includes(row.grade?.name ?? '')) return false;
  if (below !== null && row.points >= below) return false;
  if (atLeast !== null && row.points < atLeast) return false;
  return list.overdue === undefined || overdue >= list.overdue;
};

/** Day on which all findings of the period were put right; null while one is open, or when there was none. */
const putRight = (findings: readonly Finding[]): Day | null => {
  if (findings.length === 0 || findings.some((finding) => finding.closed === null)) return null;
  return findings.reduce<Day>((last, { closed }) => (closed !== null && closed > last ? closed : last), '');
};

const appealOf = (campaign: Campaign, entry: Pick<ListEntry, 'ranking' | 'period' | 'unit'>): 'open' | 'upheld' | 'none' => {
  const own = [...campaign.appeals.values()].filter(
    (appeal) => appeal.ranking === entry.ranking && appeal.period === entry.period && appeal.unit === entry.unit,
  );
  if (own.some((appeal) => appeal.state === 'open')) return 'open';
  return own.some((appeal) => appeal.state === 'upheld') ? 'upheld' : 'none';
};

const entryOf = (
  campaign: Campaign,
  plan: CompiledPlan,
  at: { readonly compiled: CompiledList; readonly published: Published; readonly row: Standing; readonly today: Day },
): ListEntry => {
  const { compiled, published, row, today } = at;
  const { ranking, period } = published.standings;
  const out = dayOf((published.earlier[0] ?? published).at);
  const from = compiled.appeal ? addDays(lastDay(plan.calendar, compiled.appeal, out).day, 1) : out;
  const until = lastDay(plan.calendar, compiled.lasts, from).day;
  const appeal = appealOf(campaign, { ranking, period, unit: row.unit });
  const right = compiled.list.removal === 'rectified' ? putRight(ofPeriod(campaign, row.unit, published.standings)) : null;
  const state = (): ListEntry['state'] => {
    if (appeal === 'upheld') return 'withdrawn';
    if (appeal === 'open') return 'held';
    if (right !== null && right <= today) return 'removed';
    if (today > until) return 'expired';
    return today < from ? 'waiting' : 'listed';
  };
  const { name: list, kind, where } = compiled.list;
  const what = { list, kind, unit: row.unit, ranking, period, rank: row.rank, points: row.points };
  return { ...what, from, until, state: state(), where, source: compiled.source };
};

/** Every entry of the red and black lists so far, newest period first. A corrected issue counts, from the first one's day. */
export const listEntries = (campaign: Campaign, today: Day): readonly ListEntry[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  const published = [...campaign.standings.values()].toSorted((a, b) => (a.standings.period < b.standings.period ? 1 : -1));
  if (!plan) return [];
  return [...plan.publicity.lists.values()].flatMap((compiled) =>
    published
      .filter(({ standings }) => standings.ranking === compiled.list.ranking)
      .flatMap((one) =>
        one.standings.rows
          .filter((row) => {
            const late = ofPeriod(campaign, row.unit, one.standings).filter((finding) => isOverdue(finding, today)).length;
            return isListed(compiled, one.standings, row, late);
          })
          .map((row) => entryOf(campaign, plan, { compiled, published: one, row, today })),
      ),
  );
};

const ratingsOf = (plan: CompiledPlan, compiled: CompiledCredit, published: Published, today: Day): readonly Rating[] => {
  const { ranking, period, rows } = published.standings;
  const from = dayOf(published.at);
  const until = lastDay(plan.calendar, compiled.lasts, from).day;
  const { name: credit, kind } = compiled.credit;
  return rows.flatMap((row): readonly Rating[] => {
    if (!row.reason) return [];
    const level = compiled.levels.find(({ atLeast }) => row.points >= atLeast)?.name ?? '';
    const what = { credit, kind, unit: row.unit, level, points: row.points, ranking, period };
    return [{ ...what, from, until, valid: today <= until, source: compiled.source }];
  });
};

/** The rating of every unit by the newest published standings of each rating's ranking. */
export const ratings = (campaign: Campaign, today: Day): readonly Rating[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  if (!plan) return [];
  return [...plan.publicity.credit.values()].flatMap((compiled) => {
    const own = [...campaign.standings.values()].filter(({ standings }) => standings.ranking === compiled.credit.ranking);
    const newest = own.toSorted((a, b) => (a.standings.period < b.standings.period ? 1 : -1))[0];
    return newest ? ratingsOf(plan, compiled, newest, today) : [];
  });
};
