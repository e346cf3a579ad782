import { addDays, type Day, type Instant, later } from '../calendar/day.ts';
import { closableFrom } from '../campaign/close.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign, ClosedCampaign, Review } from '../campaign/state.ts';
import { isOpen } from '../finding/finding.ts';
import { dutyViews } from './duties.ts';
import { periodViews } from './standings.ts';

/** A version of the plan: what it is known by, who brought it about and when, and whether it is the one in force. */
export interface VersionView {
  readonly version: number;
  readonly plan: string;
  readonly title: string;
  readonly from: Day;
  /** Last day on which it was the newest; null for the newest. */
  readonly until: Day | null;
  readonly state: 'in-force' | 'replaced' | 'closed';
  readonly adopted: { readonly at: Instant; readonly by: string };
  /** Null in logs older than reviews. */
  readonly review: Review | null;
}

/** What stands open when a campaign is to be closed, and whether the day has come. */
export interface EndView {
  readonly phase: string;
  /** True when that phase has no last day: then it is the day of its review. */
  readonly endless: boolean;
  /** It can be closed after this day. */
  readonly after: Day;
  readonly due: boolean;
  readonly openDuties: number;
  readonly openFindings: number;
  readonly openAppeals: number;
  readonly unpublished: number;
}

/** The versions of a campaign's plan, newest first, the reviews since the last, and how the campaign ended or can. */
export interface VersionsView {
  readonly versions: readonly VersionView[];
  /** Reviews asked for since the last adoption, newest first. */
  readonly reviews: readonly Review[];
  readonly closed: ClosedCampaign | null;
  /** Null before the first adoption and once it is closed. */
  readonly end: EndView | null;
}

const endOf = (campaign: Campaign, today: Day): EndView | null => {
  const end = closableFrom(planInForce(campaign)?.phases ?? []);
  if (!end || campaign.closed) return null;
  return {
    ...end,
    due: today > end.after,
    openDuties: dutyViews(campaign, { from: today, to: today, today }).filter(({ state }) => state === 'open').length,
    openFindings: [...campaign.findings.values()].filter(isOpen).length,
    openAppeals: [...campaign.appeals.values()].filter(({ state }) => state === 'open').length,
    unpublished: periodViews(campaign, today).filter(({ published, over }) => over && !published).length,
  };
};

/** Every version of the plan with its state as of today. */
export const versionsView = (campaign: Campaign, today: Day): VersionsView => {
  const { versions, reviews, closed } = campaign;
  const views = versions.map(({ plan, version, from, at, by, review }, i): VersionView => {
    const next = versions[i + 1]?.from;
    const until = next === undefined ? null : later(from, addDays(next, -1));
    const state = until !== null ? 'replaced' : closed ? 'closed' : 'in-force';
    return { version, plan: plan.hash, title: plan.plan.title, from, until, state, adopted: { at, by }, review: review ?? null };
  });
  return {
    versions: views.toReversed(),
    reviews: [...reviews.values()].filter(({ after }) => after === versions.length).toReversed(),
    closed,
    end: endOf(campaign, today),
  };
};
