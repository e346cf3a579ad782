import { type Day, dayOf, daysBetween, type Instant } from '../calendar/day.ts';
import { type WorkCalendar, workdaysBetween } from '../calendar/workdays.ts';
import type { Actor } from '../campaign/actor.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Event } from '../campaign/event.ts';
import { isDrawn } from '../campaign/look-back.ts';
import { movesFor } from '../campaign/move.ts';
import type { Campaign } from '../campaign/state.ts';
import { type Finding, type FindingState, isOpen, isOverdue, lateStages } from '../finding/finding.ts';
import type { Board, FindingDesk, FindingView, SubmissionView, UnitFindings } from './views.ts';

/** Workdays until a finding is due as of today; negative when that is past. */
export const left = (calendar: WorkCalendar, finding: Pick<Finding, 'due'>, today: Day): number =>
  today <= finding.due ? workdaysBetween(calendar, today, finding.due) : -workdaysBetween(calendar, finding.due, today);

/** A finding as of a day. */
export const viewOf = (campaign: Campaign, calendar: WorkCalendar, { finding, today }: { finding: Finding; today: Day }): FindingView => {
  const view = { ...finding, overdue: isOverdue(finding, today), left: left(calendar, finding, today) };
  if (!finding.course) return view;
  const { stage, clocks } = finding.course;
  const running = clocks.findLast((clock) => clock.stage === stage && clock.done === null) ?? null;
  return { ...view, late: lateStages(finding, today), clock: running, ...(isDrawn(campaign, finding) && { drawn: true }) };
};

/** One finding as of today; `undefined` for none. */
export const findingView = (campaign: Campaign, id: string, today: Day): FindingView | undefined => {
  const calendar = planInForce(campaign)?.calendar;
  const finding = campaign.findings.get(id);
  return calendar && finding && viewOf(campaign, calendar, { finding, today });
};

/** The findings of the campaign as of today, in the order they were opened. */
export const findingViews = (campaign: Campaign, today: Day): readonly FindingView[] => {
  const calendar = planInForce(campaign)?.calendar;
  if (!calendar) return [];
  return [...campaign.findings.values()].map((finding) => viewOf(campaign, calendar, { finding, today }));
};

/** One finding as it lies on a person's desk: with the moves he may make now and what each needs. `undefined` for none. */
export const findingDesk = (campaign: Campaign, id: string, who: { readonly by: Actor; readonly at: Instant }): FindingDesk | undefined => {
  const calendar = planInForce(campaign)?.calendar;
  const finding = campaign.findings.get(id);
  if (!calendar || !finding) return undefined;
  const { closings } = campaign;
  const number = finding.state === 'closed' ? closings.lastIndexOf(id) + 1 : 0;
  const drawn = isDrawn(campaign, finding);
  return {
    ...viewOf(campaign, calendar, { finding, today: dayOf(who.at) }),
    moves: movesFor(campaign, finding, who),
    writtenOff: number,
    drawn,
  };
};

/** What the findings are about that events name: site and item, by the id of the finding. */
export const aboutFindings = ({ findings, withdrawn }: Campaign, events: readonly Event[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    events.flatMap(({ fact }) => {
      const finding = 'finding' in fact ? (findings.get(fact.finding) ?? withdrawn.get(fact.finding)) : undefined;
      return finding ? [[finding.id, `${finding.site} · ${finding.item}`]] : [];
    }),
  );

/** One visit with the findings that stand on it, or `undefined`. */
export const submissionView = (campaign: Campaign, id: string, today: Day): SubmissionView | undefined => {
  const visit = campaign.submissions.get(id);
  return (
    visit && {
      ...visit,
      opened: visit.findings.flatMap((finding) => findingView(campaign, finding, today) ?? []),
      withdrawn: visit.findings.flatMap((finding) => campaign.withdrawn.get(finding) ?? []),
    }
  );
};

/** How many of counted findings are still to be put right: with the unit, to be looked at, to be dispatched or standing still. */
export const openFindings = ({
  rectifying,
  replied,
  pending = 0,
  suspended = 0,
}: Omit<UnitFindings, 'unit' | 'closed' | 'overdue'>): number => rectifying + replied + pending + suspended;

/** Findings by state, and those still open whose time ran out. */
type Tally = Map<FindingState | 'overdue', number>;

const tallied = (unit: string, tally: Tally): UnitFindings => {
  const count = (state: FindingState | 'overdue'): number => tally.get(state) ?? 0;
  const [pending, suspended] = [count('pending'), count('suspended')];
  const aside = { ...(pending > 0 && { pending }), ...(suspended > 0 && { suspended }) };
  return { unit, rectifying: count('rectifying'), replied: count('replied'), closed: count('closed'), overdue: count('overdue'), ...aside };
};

const bands = [3, 7, 15, null] as const;

const byAge = (open: readonly number[]): Board['ages'] =>
  bands.map((upTo, i) => {
    const above = bands[i - 1] ?? -1;
    return { upTo, count: open.filter((age) => age > above && (upTo === null || age <= upTo)).length };
  });

/** Findings counted by state, by unit (those with most open first) and, while not closed, by age in days. */
export const countFindings = (campaign: Campaign, today: Day): Pick<Board, 'findings' | 'units' | 'ages'> => {
  const [all, byUnit]: [Tally, Map<string, Tally>] = [new Map(), new Map()];
  const open: number[] = [];
  for (const finding of planInForce(campaign) ? campaign.findings.values() : []) {
    const own: Tally = byUnit.get(finding.unit) ?? new Map();
    byUnit.set(finding.unit, own);
    const add = (state: FindingState | 'overdue'): void =>
      [all, own].forEach((tally) => void tally.set(state, (tally.get(state) ?? 0) + 1));
    add(finding.state);
    if (!isOpen(finding)) continue;
    if (isOverdue(finding, today)) add('overdue');
    open.push(daysBetween(finding.opened, today));
  }
  const units = [...byUnit].map(([unit, tally]) => tallied(unit, tally));
  const { unit: _, ...findings } = tallied('', all);
  return {
    findings: { ...findings, oldest: open.reduce((oldest, age) => Math.max(oldest, age), 0) },
    units: units.sort((a, b) => b.overdue - a.overdue || openFindings(b) - openFindings(a)),
    ages: byAge(open),
  };
};
