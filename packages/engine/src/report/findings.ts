import { type Day, daysBetween } from '../calendar/day.ts';
import { type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import { type Finding, isOverdue } from '../finding/finding.ts';
import type { Board, FindingView, SubmissionView, UnitFindings } from './views.ts';

const left = (calendar: WorkCalendar, finding: Finding, today: Day): number =>
  today <= finding.due ? workdaysBetween(calendar, today, finding.due) : -workdaysBetween(calendar, finding.due, today);

/** The findings of the campaign as of today, in the order they were opened. */
export const findingViews = (campaign: Campaign, today: Day): readonly FindingView[] => {
  const calendar = planInForce(campaign)?.calendar;
  if (!calendar) return [];
  return [...campaign.findings.values()].map((finding) => ({
    ...finding,
    overdue: isOverdue(finding, today),
    left: left(calendar, finding, today),
  }));
};

/** One visit with the findings it opened, or `undefined`. */
export const submissionView = (campaign: Campaign, id: string, today: Day): SubmissionView | undefined => {
  const visit = campaign.submissions.get(id);
  return visit && { ...visit, opened: findingViews(campaign, today).filter((finding) => finding.submission === id) };
};

const tally = (unit: string, findings: readonly FindingView[]): UnitFindings => {
  const count = (state: FindingView['state']): number => findings.filter((finding) => finding.state === state).length;
  const overdue = findings.filter((finding) => finding.state !== 'closed' && finding.overdue).length;
  return { unit, rectifying: count('rectifying'), replied: count('replied'), closed: count('closed'), overdue };
};

const bands = [3, 7, 15, null] as const;

const byAge = (open: readonly number[]): Board['ages'] =>
  bands.map((upTo, i) => {
    const above = bands[i - 1] ?? -1;
    return { upTo, count: open.filter((age) => age > above && (upTo === null || age <= upTo)).length };
  });

/** Findings counted by state, by unit (those with most open first) and, while not closed, by age in days. */
export const countFindings = (campaign: Campaign, today: Day): Pick<Board, 'findings' | 'units' | 'ages'> => {
  const views = findingViews(campaign, today);
  const units = [...new Set(views.map((finding) => finding.unit))].map((unit) =>
    tally(
      unit,
      views.filter((finding) => finding.unit === unit),
    ),
  );
  const open = views.filter((finding) => finding.state !== 'closed').map((finding) => daysBetween(finding.opened, today));
  const { unit: _, ...findings } = tally('', views);
  return {
    findings: { ...findings, oldest: Math.max(0, ...open) },
    units: units.sort((a, b) => b.overdue - a.overdue || b.rectifying + b.replied - (a.rectifying + a.replied)),
    ages: byAge(open),
  };
};
