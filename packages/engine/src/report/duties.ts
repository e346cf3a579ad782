import { type Day, dayOf } from '../calendar/day.ts';
import { campaignDuties } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Duty } from '../schedule/duty.ts';
import type { DutyState, DutyView } from './views.ts';

const stateOf = (campaign: Campaign, duty: Duty, today: Day): DutyState => {
  const first = campaign.byDuty.get(duty.id)?.[0];
  const visit = first === undefined ? undefined : campaign.submissions.get(first);
  if (visit) return visit.day <= duty.due ? 'done' : 'late';
  if (today > duty.due) return 'missed';
  return today >= duty.from ? 'open' : 'upcoming';
};

/** The duties between two days as of today, by due day. */
export const dutyViews = (campaign: Campaign, span: { readonly from: Day; readonly to: Day; readonly today: Day }): readonly DutyView[] =>
  campaignDuties(campaign, span.from, span.to).map((duty) => ({
    ...duty,
    state: stateOf(campaign, duty, span.today),
    submission: campaign.byDuty.get(duty.id)?.[0] ?? null,
  }));

/** Duties of the campaign up to and including today, counted by what became of them. */
export const countDuties = (campaign: Campaign, today: Day): { due: number; done: number; late: number; missed: number; open: number } => {
  const start = campaign.versions[0];
  const views = start ? dutyViews(campaign, { from: dayOf(start.at), to: today, today }) : [];
  const count = (state: DutyState): number => views.filter((view) => view.state === state).length;
  return { due: views.length, done: count('done'), late: count('late'), missed: count('missed'), open: count('open') };
};
