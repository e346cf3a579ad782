import { type Day, dayOf } from '../calendar/day.ts';
import { costOf } from '../checklist/compile.ts';
import { itemsAt } from '../checklist/where.ts';
import { counts, type Finding, type FindingStep, isOverdue, lateClocks, timesDone } from '../finding/finding.ts';
import type { Deed } from '../finding/flow-schema.ts';
import { unitsOf } from '../organization/compile.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import type { Happening } from '../scoring/mechanism.ts';
import type { Cause } from '../scoring/reason.ts';
import { setAside } from './set-aside.ts';
import type { Campaign, Submission } from './state.ts';
import { ofDay } from './visits.ts';

/** The days a score counts, both inclusive, and the day up to which the log is known. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
}

const within = (day: Day, span: Span): boolean => day >= span.from && day <= span.to;

/** Which inspection a finding comes from. */
const aboutOf = (campaign: Campaign, finding: Finding): Happening['about'] => ({
  checklist: finding.checklist,
  schedule: campaign.submissions.get(finding.submission)?.schedule ?? '',
  task: finding.task,
  item: finding.item,
});

const failedItem = (campaign: Campaign, finding: Finding): Happening | undefined => {
  const visit = campaign.submissions.get(finding.submission);
  const plan = campaign.versions.find((version) => version.plan.hash === visit?.plan)?.plan;
  const checklist = plan?.checklists.get(finding.checklist);
  const item = plan && checklist && itemsAt(checklist, whereOf(plan, finding.site, finding.opened)).get(finding.item);
  if (!item) return undefined;
  const { submission, site, opened: day, count } = finding;
  const cause: Cause = { kind: 'answer', submission, item: finding.item, finding: finding.id, site, day, count };
  return {
    each: 'failed-item',
    unit: finding.unit,
    name: finding.item,
    source: item.source,
    cost: costOf(item, count),
    about: aboutOf(campaign, finding),
    cause,
  };
};

/** The occasion a finding gives on a day; for the unit that had it then, when that is another than the one it has now. */
const rectification = (
  campaign: Campaign,
  finding: Finding,
  at: { readonly each: Happening['each']; readonly day: Day; readonly due?: Day; readonly unit?: string },
): Happening => {
  const { id, item, site } = finding;
  const { each, day, due = finding.due, unit = finding.unit } = at;
  return {
    each,
    unit,
    name: item,
    source: '',
    cost: null,
    about: aboutOf(campaign, finding),
    cause: { kind: 'rectification', finding: id, item, site, day, due },
  };
};

/** Deeds that are occasions of their own. */
const occasions: Partial<Record<Deed, Happening['each']>> = {
  'send-back': 'sent-back',
  extend: 'extension',
  suspend: 'suspension',
  defer: 'deferral',
  record: 'put-on-record',
  'force-close': 'forced-closing',
  reopen: 'failed-look-back',
};

const occasionOf = ({ kind, does }: FindingStep): Happening['each'] | undefined =>
  kind === 'returned' ? 'returned-rectification' : does && occasions[does];

const overdue = (campaign: Campaign, finding: Finding, span: Span): readonly Happening[] => {
  const each = 'overdue-rectification';
  if (!finding.course)
    return within(finding.due, span) && isOverdue(finding, span.today)
      ? [rectification(campaign, finding, { each, day: finding.due })]
      : [];
  return lateClocks(finding, span.today).flatMap(({ due, unit }) => {
    const day = dayOf(due ?? '');
    return within(day, span) ? [rectification(campaign, finding, { each, day, due: day, unit })] : [];
  });
};

/** True for a finding closed before its deadline was near: the last reply came on a day before the due day. */
const isEarly = (finding: Finding): boolean =>
  finding.state === 'closed' && finding.replied !== null && finding.replied < finding.due && !timesDone(finding, 'force-close');

const ofFinding = (campaign: Campaign, finding: Finding, span: Span): readonly Happening[] => {
  if (!counts(finding)) return [];
  const failed = within(finding.opened, span) ? failedItem(campaign, finding) : undefined;
  const steps = finding.steps.flatMap((step) => {
    const each = occasionOf(step);
    return each && within(step.day, span) ? [rectification(campaign, finding, { each, day: step.day, unit: step.unit })] : [];
  });
  const early =
    finding.closed !== null && within(finding.closed, span) && isEarly(finding)
      ? [rectification(campaign, finding, { each: 'early-rectification', day: finding.closed })]
      : [];
  return [...(failed ? [failed] : []), ...overdue(campaign, finding, span), ...steps, ...early];
};

/** True for a finding closed for good, all of whose days lie before the day: nothing about it happened on it or later. */
const isOverBefore = ({ state, opened, due, closed, course, steps }: Finding, day: Day): boolean =>
  state === 'closed' && closed !== null && closed < day && due < day && opened < day && !course && steps.every((step) => step.day < day);

/** Milestones whose deadline lies in the days and that were not reached by it, once for each unit they name. */
const missedMilestones = (campaign: Campaign, plan: CompiledPlan, span: Span): readonly Happening[] =>
  plan.phases
    .flatMap((phase) => phase.milestones)
    .filter(({ name, by }) => within(by, span) && span.today > by && !((campaign.milestones.get(name)?.day ?? '9999') <= by))
    .flatMap(({ name, by, source, milestone }) =>
      unitsOf(plan.organization, milestone.units).map(
        (unit): Happening => ({
          each: 'missed-milestone',
          unit,
          name,
          source,
          cost: null,
          about: { checklist: '', schedule: '', task: '', item: '' },
          cause: { kind: 'milestone', milestone: name, day: by },
        }),
      ),
    );

/**
 * What happened in the days of a score that a rule may count. A failed item counts on the day of the visit; an
 * overdue rectification on its due day; a return on its day; an early rectification (replied before the due day)
 * on the day it was closed; a missed milestone on its deadline. Findings that an upheld appeal set aside do not count.
 */
export const happenings = (campaign: Campaign, plan: CompiledPlan, span: Span): readonly Happening[] => {
  const aside = setAside(campaign);
  const found: Happening[] = [];
  for (const finding of campaign.findings.values())
    if (!isOverBefore(finding, span.from) && !aside.has(finding.id)) found.push(...ofFinding(campaign, finding, span));
  return [...found, ...missedMilestones(campaign, plan, span)];
};

const inspectionsOf = (campaign: Campaign, visits: readonly Submission[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const visit of visits) {
    if (!visit.counts) continue;
    const plan = campaign.versions.find((version) => version.plan.hash === visit.plan)?.plan;
    const units = new Set(plan?.places.sites.get(visit.site)?.units ?? []);
    for (const id of visit.findings) units.add(campaign.findings.get(id)?.unit ?? '');
    for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
};

/** Visits in the days that touch each unit: its site was looked at, or it has a finding from it. */
export const inspectionsByUnit = (campaign: Campaign, span: Span): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const day of campaign.days.keys()) {
    if (!within(day, span)) continue;
    const own = ofDay(campaign, day, 'inspections', (visits) => inspectionsOf(campaign, visits));
    for (const [unit, count] of own ?? []) counts.set(unit, (counts.get(unit) ?? 0) + count);
  }
  return counts;
};
