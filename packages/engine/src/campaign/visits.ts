import type { Day } from '../calendar/day.ts';
import type { Campaign, Submission } from './state.ts';

/** Says that something about the visits of a day changed, so that nothing counted before is taken for true. */
const stampDay = (campaign: Campaign, day: Day): void => {
  const known = campaign.days.get(day);
  if (known) known.stamp = {};
};

/** Says that something about a visit changed that it does not hold itself, such as the unit of a finding it opened. */
export const touchVisit = (campaign: Campaign, submission: string): void => {
  const visit = campaign.submissions.get(submission);
  if (visit) stampDay(campaign, visit.day);
};

/** Keeps a visit, a new one or one that changed. */
export const putVisit = (campaign: Campaign, visit: Submission): void => {
  const before = campaign.submissions.get(visit.submission);
  campaign.submissions.set(visit.submission, visit);
  if (before?.day !== visit.day) {
    if (before) campaign.days.get(before.day)?.visits.delete(before.submission);
    const own = campaign.days.get(visit.day);
    if (own) own.visits.add(visit.submission);
    else campaign.days.set(visit.day, { visits: new Set([visit.submission]), stamp: {} });
    if (before) stampDay(campaign, before.day);
  }
  stampDay(campaign, visit.day);
};

/** What was worked out about the visits of single days, by what it was and the state of the day it was true for. */
const known = new WeakMap<object, Map<string, unknown>>();

/**
 * Something worked out from the visits of one day alone, kept until one of them changes. `what` names it, with all it
 * rests on besides the visits. Campaigns that share a past share what was worked out about it.
 */
export const ofDay = <T>(campaign: Campaign, day: Day, what: string, work: (visits: readonly Submission[]) => T): T | undefined => {
  const own = campaign.days.get(day);
  if (!own) return undefined;
  const kept = known.get(own.stamp) ?? new Map<string, unknown>();
  known.set(own.stamp, kept);
  if (kept.has(what)) return kept.get(what) as T;
  const value = work([...own.visits].flatMap((id) => campaign.submissions.get(id) ?? []));
  kept.set(what, value);
  return value;
};
