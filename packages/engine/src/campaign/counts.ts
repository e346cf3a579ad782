import type { Day } from '../calendar/day.ts';
import { counts, type Finding, isOpen, isOverdue, timesDone } from '../finding/finding.ts';
import type { Deed } from '../finding/flow-schema.ts';
import type { Scope } from '../indicator/reading.ts';
import type { Computed, Count } from '../indicator/schema.ts';
import type { CompiledPlaces } from '../place/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Campaign, Submission } from './state.ts';

/** One record behind a computed number: a finding, or an item of a visit (the visit itself when `item` is empty). */
export interface Counted {
  readonly kind: 'finding' | 'visit';
  readonly id: string;
  readonly item: string;
  /** The day it counts on: when the finding was opened, or the visit made. */
  readonly day: Day;
  /** How much it counts: 1, or the spots found. */
  readonly count: number;
}

/**
 * Which records count: those of a scope, and of the checklist, item or task the plan limits it to. What came through a
 * channel counts only where that channel is named.
 */
export interface Filter extends Pick<Computed, 'checklist' | 'item' | 'task' | 'channel'> {
  readonly scope: Scope;
  readonly today: Day;
}

const planOf = (campaign: Campaign, visit: Submission | undefined): CompiledPlan | undefined =>
  campaign.versions.find((version) => version.plan.hash === visit?.plan)?.plan;

/** True for a site in the area itself or in one that lies in it. */
const liesIn = (places: CompiledPlaces, site: string, area: string): boolean => {
  let at = places.sites.get(site)?.area;
  for (let depth = 0; at !== undefined && depth < 50; depth++) {
    if (at === area) return true;
    at = places.areas.get(at)?.parent;
  }
  return false;
};

/** True for a site that belongs to the scope; a unit's sites are those it keeps. */
const inScope = (plan: CompiledPlan | undefined, name: string, scope: Scope): boolean => {
  const site = plan?.places.sites.get(name);
  if (scope.kind === 'whole') return true;
  if (!plan || !site) return false;
  if (scope.kind === 'area') return liesIn(plan.places, name, scope.name);
  if (scope.kind === 'class') return site.class === scope.name;
  if (scope.kind === 'unit') return site.units.includes(scope.name);
  return [...(site.grades ?? []), ...(site.area === undefined ? [] : (plan.places.areas.get(site.area)?.grades ?? []))].includes(
    scope.name,
  );
};

type Counting = (finding: Finding, today: Day) => boolean;

const did =
  (deed: Deed): Counting =>
  (finding) =>
    counts(finding) && timesDone(finding, deed) > 0;

const inTime: Counting = (finding, today) =>
  finding.course ? !isOverdue(finding, today) : finding.replied !== null && finding.replied <= finding.due;

/** What each count takes in. Those that are void or repeat another count only as such. */
const isCounted: Readonly<Partial<Record<Count, Counting>>> = {
  'opened-findings': counts,
  'filed-findings': (finding) => counts(finding) && (!finding.course || finding.state !== 'pending' || timesDone(finding, 'file') > 0),
  'closed-findings': (finding) => finding.state === 'closed',
  'closed-in-time-findings': (finding, today) => finding.state === 'closed' && inTime(finding, today),
  'overdue-findings': (finding, today) => counts(finding) && isOverdue(finding, today),
  'waiting-findings': (finding, today) => isOpen(finding) && !isOverdue(finding, today),
  'returned-findings': (finding) => counts(finding) && finding.returns > 0,
  'sent-back-findings': did('send-back'),
  'extended-findings': did('extend'),
  'suspended-findings': (finding) => finding.state === 'suspended' && timesDone(finding, 'suspend') > timesDone(finding, 'resume'),
  'deferred-findings': (finding) => finding.state === 'suspended' && timesDone(finding, 'defer') > timesDone(finding, 'resume'),
  'forced-findings': did('force-close'),
  'reopened-findings': did('reopen'),
  'void-findings': (finding) => finding.state === 'void',
  'duplicate-findings': (finding) => finding.state === 'duplicate',
};

const findings = (campaign: Campaign, counting: Counting, filter: Filter): readonly Counted[] =>
  [...campaign.findings.values()].flatMap((finding): readonly Counted[] => {
    const { scope, checklist, item, task, channel, today } = filter;
    if (campaign.complaints.get(finding.submission)?.channel !== channel) return [];
    const fits = (wanted: string | undefined, found: string): boolean => wanted === undefined || wanted === found;
    if (!fits(checklist, finding.checklist) || !fits(item, finding.item) || !fits(task, finding.task) || !counting(finding, today))
      return [];
    const own =
      scope.kind === 'unit'
        ? finding.unit === scope.name
        : inScope(planOf(campaign, campaign.submissions.get(finding.submission)), finding.site, scope);
    return own ? [{ kind: 'finding', id: finding.id, item: finding.item, day: finding.opened, count: 1 }] : [];
  });

const itemsOf = (plan: CompiledPlan | undefined, visit: Submission, count: Count, filter: Filter): readonly Counted[] => {
  const of = { kind: 'visit', id: visit.submission, day: visit.day } as const;
  if (count === 'visits') return [{ ...of, item: '', count: 1 }];
  return Object.entries(visit.answers).flatMap(([item, answer]): readonly Counted[] => {
    if ((answer.result !== 'pass' && answer.result !== 'fail') || (filter.item !== undefined && filter.item !== item)) return [];
    if (filter.task !== undefined && plan?.checklists.get(visit.checklist)?.items.get(item)?.item.task !== filter.task) return [];
    if (count === 'passed-items' && answer.result === 'fail') return [];
    if ((count === 'failed-items' || count === 'failed-spots') && answer.result === 'pass') return [];
    return [{ ...of, item, count: count === 'failed-spots' ? (answer.count ?? 1) : 1 }];
  });
};

const visits = (campaign: Campaign, count: Count, filter: Filter): readonly Counted[] =>
  [...campaign.submissions.values()].flatMap((visit) => {
    const plan = planOf(campaign, visit);
    if (
      !visit.counts ||
      (filter.checklist !== undefined && filter.checklist !== visit.checklist) ||
      !inScope(plan, visit.site, filter.scope)
    )
      return [];
    return itemsOf(plan, visit, count, filter);
  });

/**
 * The records that a count is made of, in the order of the log. Findings are judged as of today. Only visits that
 * count are looked at, and of their items only those judged 合格 or 不合格.
 */
export const countedRecords = (campaign: Campaign, count: Count, filter: Filter): readonly Counted[] => {
  const counting = isCounted[count];
  return counting ? findings(campaign, counting, filter) : visits(campaign, count, filter);
};
