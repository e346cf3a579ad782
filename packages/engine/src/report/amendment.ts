import { addDays, type Day, dayOf, type Instant } from '../calendar/day.ts';
import { amendmentOf, campaignAfter, type MovedDuty } from '../campaign/amendment.ts';
import { adoptedDuty } from '../campaign/duties.ts';
import { computeStandings } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import { isOpen } from '../finding/finding.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Duty } from '../schedule/duty.ts';
import { periodViews } from './standings.ts';

/** A checklist begun on a phone and not yet handed in. */
export interface BegunDraft {
  readonly phone: string;
  readonly plan: string;
  readonly duty: string;
}

/** So many of something, the first few in full. */
export interface Counting<T> {
  readonly count: number;
  readonly some: readonly T[];
}

/** What adopting a plan now would do to the work under way; adopting it does exactly this. */
export interface AmendmentView {
  /** The number the version would have, and the days whose duties were compared, both inclusive. */
  readonly version: number;
  readonly from: Day;
  readonly to: Day;
  readonly kept: number;
  readonly moved: Counting<MovedDuty>;
  readonly cancelled: Counting<Duty>;
  readonly added: Counting<Duty>;
  /** True when the draws of the campaign have no seed yet: whom they pick shows only afterwards. */
  readonly drawsOpen: boolean;
  /** Records handed in, findings that are open, and published scores: all stay exactly as they are. */
  readonly records: number;
  readonly openFindings: number;
  readonly publishedScores: number;
  /** Scores of periods not yet published, by what is known today: those that stay, and those another rule changes. */
  readonly runningScores: { readonly kept: number; readonly changed: number };
  /** Checklists begun on phones that can be finished and handed in as they were begun, and those that could not be. */
  readonly begun: { readonly phones: number; readonly carried: number; readonly lost: number };
}

/** How many are told in full. */
const few = 20;

const counting = <T>(all: readonly T[]): Counting<T> => ({ count: all.length, some: all.slice(0, few) });

/** Scores of the periods not yet published before and after, unit by unit. */
const runningScores = (before: Campaign, after: Campaign, today: Day): AmendmentView['runningScores'] => {
  let [kept, changed] = [0, 0];
  for (const { ranking, period } of periodViews(before, today).filter(({ published }) => !published)) {
    const [old, fresh] = [before, after].map((campaign) => computeStandings(campaign, ranking, { period, today })?.rows ?? []);
    const points = new Map(fresh?.map((row) => [row.unit, row.points]));
    const stay = old?.filter((row) => points.get(row.unit) === row.points).length ?? 0;
    kept += stay;
    changed += (old?.length ?? 0) - stay;
  }
  return { kept, changed };
};

/** Which of the checklists begun on phones are still known after the adoption. */
const begunOf = (after: Campaign, drafts: readonly BegunDraft[]): AmendmentView['begun'] => {
  const carried = drafts.filter(({ plan, duty }) => adoptedDuty(after, plan, duty) !== undefined).length;
  return { phones: new Set(drafts.map(({ phone }) => phone)).size, carried, lost: drafts.length - carried };
};

/**
 * What adopting a plan at this moment does to the duties of so many days from today, to records, scores and to what is
 * begun on phones: reckoned on the campaign as it would be afterwards.
 */
export const amendmentView = (
  campaign: Campaign,
  plan: CompiledPlan,
  at: { readonly now: Instant; readonly days: number; readonly drafts: readonly BegunDraft[] },
): AmendmentView => {
  const from = dayOf(at.now);
  const to = addDays(from, at.days - 1);
  const after = campaignAfter(campaign, plan, at.now);
  const { kept, moved, cancelled, added } = amendmentOf(campaign, after, { from, to });
  return {
    version: campaign.versions.length + 1,
    from,
    to,
    kept,
    moved: counting(moved),
    cancelled: counting(cancelled),
    added: counting(added),
    drawsOpen: !campaign.seeded && plan.schedules.some(({ pick }) => pick.kind === 'draw'),
    records: campaign.submissions.size,
    openFindings: [...campaign.findings.values()].filter(isOpen).length,
    publishedScores: [...campaign.standings.values()].reduce((sum, { standings }) => sum + standings.rows.length, 0),
    runningScores: runningScores(campaign, after, from),
    begun: begunOf(after, at.drafts),
  };
};
