import type { Day } from '../calendar/day.ts';
import { costOf } from '../checklist/compile.ts';
import { itemsAt } from '../checklist/where.ts';
import { type Finding, isOverdue } from '../finding/finding.ts';
import { unitsOf } from '../organization/compile.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import type { Happening } from '../scoring/mechanism.ts';
import type { Cause } from '../scoring/reason.ts';
import type { Campaign } from './state.ts';

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

const rectification = (campaign: Campaign, finding: Finding, at: { readonly each: Happening['each']; readonly day: Day }): Happening => {
  const { id, item, site, due, unit } = finding;
  const { each, day } = at;
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

const ofFinding = (campaign: Campaign, finding: Finding, span: Span): readonly Happening[] => {
  const found: Happening[] = [];
  const failed = within(finding.opened, span) ? failedItem(campaign, finding) : undefined;
  if (failed) found.push(failed);
  if (within(finding.due, span) && isOverdue(finding, span.today))
    found.push(rectification(campaign, finding, { each: 'overdue-rectification', day: finding.due }));
  for (const step of finding.steps)
    if (step.kind === 'returned' && within(step.day, span))
      found.push(rectification(campaign, finding, { each: 'returned-rectification', day: step.day }));
  if (finding.closed !== null && within(finding.closed, span) && finding.replied !== null && finding.replied < finding.due)
    found.push(rectification(campaign, finding, { each: 'early-rectification', day: finding.closed }));
  return found;
};

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
 * on the day it was closed; a missed milestone on its deadline.
 */
export const happenings = (campaign: Campaign, plan: CompiledPlan, span: Span): readonly Happening[] => [
  ...[...campaign.findings.values()].flatMap((finding) => ofFinding(campaign, finding, span)),
  ...missedMilestones(campaign, plan, span),
];

/** Visits in the days that touch each unit: its site was looked at, or it has a finding from it. */
export const inspectionsByUnit = (campaign: Campaign, span: Span): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const visit of campaign.submissions.values()) {
    if (!visit.counts || !within(visit.day, span)) continue;
    const plan = campaign.versions.find((version) => version.plan.hash === visit.plan)?.plan;
    const units = new Set(plan?.places.sites.get(visit.site)?.units ?? []);
    for (const id of visit.findings) units.add(campaign.findings.get(id)?.unit ?? '');
    for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
};
