import type { Day } from '../calendar/day.ts';
import { daysOf, type Period } from '../calendar/period.ts';
import { changesBetween } from '../campaign/appeals.ts';
import { campaignDuties, planInForce } from '../campaign/duties.ts';
import type { ResultChanged } from '../campaign/event.ts';
import { computeStandings, proposals } from '../campaign/standings.ts';
import type { Appeal, Campaign } from '../campaign/state.ts';
import { type CompiledItem, costOf } from '../checklist/compile.ts';
import type { Proposal } from '../consequence/proposal.ts';
import type { Points } from '../expression/points.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Standing, Standings, Unranked } from '../ranking/standings.ts';
import type { Duty } from '../schedule/duty.ts';
import type { CompiledSheet } from '../scoring/compile.ts';
import { countedBy, type Happening } from '../scoring/mechanism.ts';
import type { Cause } from '../scoring/reason.ts';
import { indicatorViews } from './indicators.ts';
import type { AwaitedReading } from './views.ts';

/** A duty of the period that nobody did, and what doing it late could still change. */
export interface LateRecord {
  readonly duty: Duty;
  readonly unit: string;
  /** The unit's place now; null when it has none, which a record may give it. */
  readonly rank: number | null;
  readonly why: Unranked | null;
  /**
   * What the ranking's sheet takes off for the dearest single item of the checklist; null when the sheet is made of others,
   * whose weights decide. And the place the unit would fall to; null without a place or a cost.
   */
  readonly cost: Points | null;
  readonly falls: number | null;
}

/** What stands before a period is closed. */
export interface ClosingView {
  readonly ranking: string;
  readonly period: Period;
  readonly published: boolean;
  readonly over: boolean;
  /** Duties due in the period that were not done, once for each unit their site belongs to. */
  readonly late: readonly LateRecord[];
  /** Units that would be listed without a place. */
  readonly unranked: readonly { readonly unit: string; readonly why: Unranked }[];
  /** Numbers of the period that have not come. */
  readonly awaited: readonly (AwaitedReading & { readonly indicator: string })[];
  /** Numbers of the period that nobody has confirmed: they count in no score. */
  readonly unconfirmed: number;
  /** Findings of the period that are not closed. */
  readonly open: number;
  /** Of a published period: what an issue anew would change by what is known now. */
  readonly changes: readonly ResultChanged[];
}

/** The place a unit would have with so many points fewer, all others staying as they are. */
const fallen = (rows: readonly Standing[], row: Standing, cost: Points): number | null => {
  if (row.rank === null) return null;
  const others = rows.filter((other) => other !== row && other.rank !== null && other.group === row.group);
  const rising = (rows[0]?.points ?? 0) >= (rows.findLast((other) => other.rank !== null)?.points ?? 0) ? 1 : -1;
  return others.filter((other) => (other.points - row.points + cost * rising) * rising > 0).length + 1;
};

/** What a sheet takes off for one item found wrong on a duty. */
const costBy = ({ rules }: CompiledSheet, duty: Duty, item: CompiledItem): Points => {
  const { name, task } = item.item;
  const about = { checklist: duty.checklist, schedule: duty.schedule, task: task ?? '', item: name };
  const cause: Cause = { kind: 'answer', submission: '', item: name, finding: '', site: duty.site, day: duty.due, count: 1 };
  const happening: Happening = { each: 'failed-item', unit: '', name, source: '', cost: costOf(item, 1), about, cause };
  return rules
    .filter((rule) => rule.rule.kind === 'deduct' && countedBy(rule, [happening]).length > 0)
    .reduce((sum, rule) => sum + (rule.points ?? happening.cost ?? 0), 0);
};

/** What a sheet takes off for the dearest item of a duty's checklist; null for a sheet made of others. */
const dearest = (plan: CompiledPlan, sheet: CompiledSheet | undefined, duty: Duty): Points | null => {
  if (!sheet || sheet.parts.length > 0 || sheet.over) return null;
  const items = [...(plan.checklists.get(duty.checklist)?.items.values() ?? [])];
  return Math.max(0, ...items.map((item) => costBy(sheet, duty, item)));
};

const lateRecords = (campaign: Campaign, plan: CompiledPlan, standings: Standings, today: Day): readonly LateRecord[] => {
  const { from, to, rows } = standings;
  return campaignDuties(campaign, from, to)
    .filter((duty) => duty.due >= from && duty.due <= to && duty.due < today && !campaign.byDuty.has(duty.id))
    .flatMap((duty) => {
      const cost = dearest(plan, plan.sheets.get(standings.sheet), duty);
      return (plan.places.sites.get(duty.site)?.units ?? []).flatMap((unit): LateRecord[] => {
        const row = rows.find((one) => one.unit === unit);
        return row
          ? [{ duty, unit, rank: row.rank, why: row.why ?? null, cost, falls: cost === null ? null : fallen(rows, row, cost) }]
          : [];
      });
    });
};

/** What closing a period of a ranking would settle; `undefined` for no such period or ranking. */
export const closingView = (
  campaign: Campaign,
  at: { readonly ranking: string; readonly period: Period; readonly today: Day },
): ClosingView | undefined => {
  const { ranking, period, today } = at;
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  const standings = computeStandings(campaign, ranking, at);
  if (!plan || !standings) return undefined;
  const published = campaign.standings.get(`${ranking}·${period}`);
  const { first, last } = daysOf(period);
  const within = (other: Period): boolean => daysOf(other).last >= first && daysOf(other).last <= last;
  const indicators = indicatorViews(campaign, today);
  return {
    ranking,
    period,
    published: published !== undefined,
    over: today > last,
    late: lateRecords(campaign, plan, standings, today),
    unranked: standings.rows.flatMap(({ unit, why }) => (why ? [{ unit, why }] : [])),
    awaited: indicators.flatMap(({ name, awaited }) =>
      awaited.filter((one) => within(one.period)).map((one) => ({ ...one, indicator: name })),
    ),
    unconfirmed: indicators.flatMap(({ readings }) => readings).filter((one) => one.state === 'reported' && within(one.period)).length,
    open: [...campaign.findings.values()].filter(
      ({ state, opened }) => state !== 'closed' && opened >= standings.from && opened <= standings.to,
    ).length,
    changes: published ? changesBetween(published.standings, standings) : [],
  };
};

/** A record an appeal says should not count, in words of its own. */
export interface ContestedRecord {
  readonly finding: string;
  readonly submission: string;
  readonly site: string;
  readonly item: string;
  readonly day: Day;
}

/** An appeal with what would follow if it were upheld. */
export interface AppealView extends Appeal {
  readonly contested: readonly ContestedRecord[];
  /** How every unit's result would change once the standings are issued anew without the contested records. */
  readonly effect: readonly ResultChanged[];
  /** Units whose change in that issue comes from records since the publication and not from this appeal. */
  readonly unrelated: readonly string[];
  /** Consequences that wait for it. */
  readonly pauses: readonly string[];
}

const contestedBy = (campaign: Campaign, { findings = [] }: Appeal): readonly ContestedRecord[] =>
  findings.flatMap((id) => {
    const finding = campaign.findings.get(id);
    if (!finding) return [];
    const { submission, site, item, opened: day } = finding;
    return [{ finding: id, submission, site, item, day }];
  });

/** What follows from an open appeal: how an issue anew would differ if it were upheld, and which consequences wait. */
const followingFrom = (campaign: Campaign, appeal: Appeal, today: Day): Pick<AppealView, 'effect' | 'unrelated' | 'pauses'> => {
  const { ranking, period, unit } = appeal;
  const published = campaign.standings.get(`${ranking}·${period}`);
  const upheld: Campaign = { ...campaign, appeals: new Map(campaign.appeals).set(appeal.id, { ...appeal, state: 'upheld' }) };
  const then = computeStandings(upheld, ranking, { period, today });
  const otherwise = computeStandings(campaign, ranking, { period, today });
  const effect = published && then ? changesBetween(published.standings, then) : [];
  const caused = new Set(otherwise && then ? changesBetween(otherwise, then).map((change) => change.unit) : []);
  const waits = (one: Proposal): boolean =>
    one.state === 'paused' && one.unit === unit && one.ranking === ranking && one.because.some((result) => result.period === period);
  return {
    effect,
    unrelated: effect.flatMap((change) => (caused.has(change.unit) ? [] : [change.unit])),
    pauses: proposals(campaign).flatMap((one) => (waits(one) ? [one.then] : [])),
  };
};

const nothing = { effect: [], unrelated: [], pauses: [] };

/** All appeals, newest first. */
export const appealViews = (campaign: Campaign, today: Day): readonly AppealView[] =>
  [...campaign.appeals.values()].toReversed().map((appeal) => ({
    ...appeal,
    contested: contestedBy(campaign, appeal),
    ...(appeal.state === 'open' ? followingFrom(campaign, appeal, today) : nothing),
  }));
