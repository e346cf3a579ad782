import { type Day, dayOf } from '../calendar/day.ts';
import { campaignDuties, versionOn } from '../campaign/duties.ts';
import { awaited, countedRecord } from '../campaign/records.ts';
import type { Campaign } from '../campaign/state.ts';
import type { Duty } from '../schedule/duty.ts';
import type { DutyState, DutyView } from './views.ts';

const stateOf = (campaign: Campaign, duty: Duty, today: Day): DutyState => {
  const visit = countedRecord(campaign, duty.id);
  if (visit) return visit.day <= duty.due ? 'done' : 'late';
  if (today > duty.due) return 'missed';
  return today >= duty.from ? 'open' : 'upcoming';
};

/** The duties between two days as of today, by due day. */
export const dutyViews = (campaign: Campaign, span: { readonly from: Day; readonly to: Day; readonly today: Day }): readonly DutyView[] =>
  campaignDuties(campaign, span.from, span.to).map((duty) => {
    const visit = countedRecord(campaign, duty.id);
    const back = visit && awaited(visit);
    return {
      ...duty,
      state: stateOf(campaign, duty, span.today),
      submission: visit?.submission ?? null,
      ...(visit && back && { returned: { ...back, submission: visit.submission, round: (visit.round ?? 1) + 1, plan: visit.plan } }),
    };
  });

/** True for a duty whose site was drawn. */
const isDrawn = (campaign: Campaign, duty: Duty): boolean =>
  versionOn(campaign, duty.planned)?.plan.schedules.find(({ name }) => name === duty.schedule)?.pick.kind === 'draw';

/** Duties without those that were drawn for days to come: what units may see, who must not know where they are awaited. */
export const withoutDrawsToCome = <T extends Duty>(campaign: Campaign, duties: readonly T[], today: Day): readonly T[] =>
  duties.filter((duty) => duty.from <= today || !isDrawn(campaign, duty));

/** Duties of the campaign up to and including today, counted by what became of them. */
export const countDuties = (campaign: Campaign, today: Day): { due: number; done: number; late: number; missed: number; open: number } => {
  const start = campaign.versions[0];
  const views = start ? dutyViews(campaign, { from: dayOf(start.at), to: today, today }) : [];
  const count = (state: DutyState): number => views.filter((view) => view.state === state).length;
  return { due: views.length, done: count('done'), late: count('late'), missed: count('missed'), open: count('open') };
};
