import type { Day } from '../calendar/day.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import { proposals } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Points } from '../expression/points.ts';
import type { ProblemCode } from '../problem/codes.ts';
import type { Duty } from '../schedule/duty.ts';
import type { Rehearsal } from './rehearse.ts';
import type { Crowded } from './visiting.ts';

/** What one inspector did in one week. */
export interface WeekLoad {
  readonly unit: string;
  readonly inspector: string;
  readonly week: Period;
  readonly visits: number;
  /** Most visits on one day of the week. */
  readonly mostInADay: number;
}

/** How the published scores of a unit spread over the periods of a ranking. */
export interface ScoreSpread {
  readonly ranking: string;
  readonly unit: string;
  readonly periods: number;
  readonly lowest: Points;
  /** The middle one; the lower of two. */
  readonly middle: Points;
  readonly highest: Points;
  /** How often it held the last place of its group. */
  readonly last: number;
}

/** How often a consequence was called for, and when first. */
export interface ConsequenceCount {
  readonly consequence: string;
  readonly kind: 'praise' | 'sanction';
  readonly called: number;
  readonly signed: number;
  readonly declined: number;
  readonly first: { readonly period: Period; readonly unit: string } | null;
  /** Published periods of its ranking: how often it could have been called for. */
  readonly periods: number;
}

/** What a rehearsal shows at a glance. */
export interface RehearsalSummary {
  readonly from: Day;
  readonly to: Day;
  readonly events: number;
  readonly cut: boolean;
  /** Of the duties that were over before the last day. */
  readonly duties: { readonly due: number; readonly done: number; readonly late: number; readonly missed: number };
  readonly findings: { readonly opened: number; readonly closed: number; readonly overdue: number; readonly returned: number };
  readonly load: readonly WeekLoad[];
  readonly crowded: readonly Crowded[];
  readonly scores: readonly ScoreSpread[];
  readonly consequences: readonly ConsequenceCount[];
  readonly refused: readonly { readonly code: ProblemCode; readonly times: number }[];
}

const counted = <T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const own = groups.get(key);
    if (own) own.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
};

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const loadOf = (campaign: Campaign): readonly WeekLoad[] => {
  const weeks = counted([...campaign.submissions.values()], ({ by, day }) => `${by.unit}\n${by.name}\n${periodOf('week', day)}`);
  return [...weeks]
    .sort(([a], [b]) => byText(a, b))
    .map(([key, visits]): WeekLoad => {
      const [unit = '', inspector = '', week = ''] = key.split('\n');
      const days = [...counted(visits, ({ day }) => day).values()].map((one) => one.length);
      return { unit, inspector, week, visits: visits.length, mostInADay: Math.max(...days) };
    });
};

const scoresOf = (campaign: Campaign): readonly ScoreSpread[] => {
  const rows = [...campaign.standings.values()].flatMap(({ standings }) =>
    standings.rows.map((row) => {
      const ranks = standings.rows.filter((other) => other.group === row.group).map((other) => other.rank ?? 0);
      return { ranking: standings.ranking, row, last: row.rank !== null && row.rank > 1 && row.rank === Math.max(...ranks) };
    }),
  );
  return [...counted(rows, ({ ranking, row }) => `${ranking}\n${row.unit}`)].map(([key, all]): ScoreSpread => {
    const [ranking = '', unit = ''] = key.split('\n');
    const points = all.flatMap(({ row }) => (row.reason ? [row.points] : [])).sort((a, b) => a - b);
    return {
      ranking,
      unit,
      periods: points.length,
      lowest: points[0] ?? 0,
      middle: points[Math.floor((points.length - 1) / 2)] ?? 0,
      highest: points.at(-1) ?? 0,
      last: all.filter(({ last }) => last).length,
    };
  });
};

const consequencesOf = ({ campaign, plan }: Rehearsal): readonly ConsequenceCount[] => {
  const called = counted(proposals(campaign), ({ consequence }) => consequence);
  const published = counted([...campaign.standings.values()], ({ standings }) => standings.ranking);
  return plan.consequences.map(({ consequence, ranking }): ConsequenceCount => {
    const own = called.get(consequence.name) ?? [];
    const first = own.reduce<(typeof own)[number] | undefined>(
      (least, one) => (least && least.period <= one.period ? least : one),
      undefined,
    );
    return {
      consequence: consequence.name,
      kind: consequence.kind,
      called: own.length,
      signed: own.filter(({ state }) => state === 'signed').length,
      declined: own.filter(({ state }) => state === 'declined').length,
      first: first ? { period: first.period, unit: first.unit } : null,
      periods: published.get(ranking.ranking.name)?.length ?? 0,
    };
  });
};

/** Load, scores, consequences and refusals of a rehearsal. */
export const summaryOf = (lived: Rehearsal): RehearsalSummary => {
  const { campaign, from, to, rota, refused } = lived;
  const over = rota.duties.filter((duty) => duty.due < to);
  const visitOf = (duty: Duty): Day | undefined => campaign.submissions.get(campaign.byDuty.get(duty.id)?.[0] ?? '')?.day;
  const missed = over.filter((duty) => visitOf(duty) === undefined).length;
  const late = over.filter((duty) => (visitOf(duty) ?? '') > duty.due).length;
  const findings = [...campaign.findings.values()];
  const codes = counted(
    refused.flatMap(({ problems }) => problems),
    ({ code }) => code,
  );
  return {
    from,
    to,
    events: lived.events.length,
    cut: lived.cut,
    duties: { due: over.length, done: over.length - late - missed, late, missed },
    findings: {
      opened: findings.length,
      closed: findings.filter((finding) => finding.state === 'closed').length,
      overdue: findings.filter((finding) => (finding.replied ?? to) > finding.due).length,
      returned: findings.filter((finding) => finding.returns > 0).length,
    },
    load: loadOf(campaign),
    crowded: rota.crowded,
    scores: scoresOf(campaign),
    consequences: consequencesOf(lived),
    refused: [...codes].map(([code, all]) => ({ code: code as ProblemCode, times: all.length })),
  };
};
