import { addDays, type Day } from '../calendar/day.ts';
import { daysOf, type Period } from '../calendar/period.ts';
import { planInForce } from '../campaign/duties.ts';
import type { ComplaintTaken } from '../campaign/event.ts';
import type { Campaign, IssuedBulletin, Resolution } from '../campaign/state.ts';
import { type Finding, isOverdue } from '../finding/finding.ts';
import type { CompiledPaper } from '../publicity/compile.ts';
import { periodFor } from '../publicity/period.ts';
import type { Report } from '../publicity/schema.ts';
import { appointmentsOf } from '../schedule/routine.ts';
import { left } from './findings.ts';

/** What the public reported, with the finding it became as of a day. */
export interface ComplaintView extends Omit<ComplaintTaken, 'type'> {
  readonly unit: string;
  readonly due: Day;
  readonly state: Finding['state'];
  readonly overdue: boolean;
  /** Workdays until it is due, negative when that is past. */
  readonly left: number;
}

/** What a meeting decided, as of a day. */
export interface ResolutionView extends Resolution {
  readonly state: 'open' | 'overdue' | 'done' | 'done-late';
}

/** A bulletin that is due or was issued. */
export interface BulletinView {
  readonly report: string;
  readonly period: Period;
  /** Day and wall clock by which it goes out. */
  readonly due: Day;
  readonly clock: string | null;
  readonly signedBy: string;
  readonly source: string;
  readonly state: 'ahead' | 'due' | 'overdue' | 'issued' | 'issued-late';
  readonly issued: IssuedBulletin | null;
}

/** One time a meeting of the plan sits. */
export interface MeetingView {
  readonly meeting: string;
  /** The day it sits, and the wall clock where the plan says one. */
  readonly day: Day;
  readonly clock: string | null;
  /** What its paper looks back on. */
  readonly period: Period;
  readonly chair: string;
  readonly source: string;
  readonly state: 'ahead' | 'today' | 'past';
  /** What was decided there: written down on its day or before it sat again. */
  readonly resolutions: readonly string[];
  /** True while what is written down now was decided there. */
  readonly takes: boolean;
}

/** What came in through the channels, in the order of the log. */
export const complaintViews = (campaign: Campaign, today: Day): readonly ComplaintView[] => {
  const calendar = planInForce(campaign, today)?.calendar ?? planInForce(campaign)?.calendar;
  return [...campaign.complaints.values()].flatMap(({ type: _, ...complaint }) => {
    const finding = campaign.findings.get(complaint.finding);
    if (!finding || !calendar) return [];
    const { unit, due, state } = finding;
    return [{ ...complaint, unit, due, state, overdue: isOverdue(finding, today), left: left(calendar, finding, today) }];
  });
};

/** What meetings decided, in the order of the log. */
export const resolutionViews = (campaign: Campaign, today: Day): readonly ResolutionView[] =>
  [...campaign.resolutions.values()].map((resolution) => {
    const { done, due } = resolution;
    const state = done ? (done.day <= due ? 'done' : 'done-late') : today > due ? 'overdue' : 'open';
    return { ...resolution, state };
  });

const viewOf = (
  campaign: Campaign,
  paper: CompiledPaper<Report>,
  at: { readonly planned: Day; readonly due: Day; readonly clock: string | null; readonly today: Day },
): BulletinView => {
  const period = periodFor(paper.clause, at.planned);
  const issued = campaign.bulletins.get(`${paper.clause.name}·${period}`) ?? null;
  const state = (): BulletinView['state'] => {
    if (issued) return issued.day <= at.due ? 'issued' : 'issued-late';
    if (at.today > at.due) return 'overdue';
    return at.today >= at.planned ? 'due' : 'ahead';
  };
  const { name: report, signedBy } = paper.clause;
  return { report, period, due: at.due, clock: at.clock, signedBy, source: paper.source, state: state(), issued };
};

/** Bulletins due from the first day of the campaign until four weeks from today, newest first; one for each period. */
export const bulletinViews = (campaign: Campaign, today: Day): readonly BulletinView[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  const from = campaign.versions[0]?.from;
  if (!plan || from === undefined) return [];
  const views = [...plan.publicity.reports.values()].flatMap((paper) =>
    appointmentsOf([paper.routine], plan.calendar, { from, to: addDays(today, 28) })
      .map((one) => viewOf(campaign, paper, { ...one, today }))
      .filter(({ period }) => daysOf(period).last >= from),
  );
  const seen = new Set<string>();
  return views
    .filter(({ report, period }) => {
      const key = `${report}·${period}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : a.report < b.report ? -1 : 1));
};

/** When the meetings of the plan sat and will sit within four weeks, newest first. */
export const meetingViews = (campaign: Campaign, today: Day): readonly MeetingView[] => {
  const plan = planInForce(campaign, today) ?? planInForce(campaign);
  const from = campaign.versions[0]?.from;
  if (!plan || from === undefined) return [];
  return [...plan.publicity.meetings.values()]
    .flatMap(({ clause, routine, source }) =>
      appointmentsOf([routine], plan.calendar, { from, to: addDays(today, 28) }).map(
        ({ planned, due: day, clock }, i, all): MeetingView => {
          const next = all[i + 1]?.due;
          const here = (other: Day): boolean => other >= day && (next === undefined || other < next);
          const decided = [...campaign.resolutions.values()].filter((one) => one.meeting === clause.name && here(one.day));
          return {
            meeting: clause.name,
            day,
            clock,
            period: periodFor(clause, planned),
            chair: clause.chair,
            source,
            state: day > today ? 'ahead' : day === today ? 'today' : 'past',
            resolutions: decided.map(({ id }) => id),
            takes: here(today),
          };
        },
      ),
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.meeting < b.meeting ? -1 : 1));
};
