import type { Day } from '../calendar/day.ts';
import { counts, type Finding, isOpen, isOverdue, timesDone } from '../finding/finding.ts';
import type { Deed } from '../finding/flow-schema.ts';
import type { Scope } from '../indicator/reading.ts';
import type { Computed, Count } from '../indicator/schema.ts';
import type { CompiledPlaces } from '../place/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { setAside } from './set-aside.ts';
import type { Campaign, Submission } from './state.ts';
import { ofDay } from './visits.ts';

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

const fits = (wanted: string | undefined, found: string): boolean => wanted === undefined || wanted === found;

const isFindingCounted = (campaign: Campaign, finding: Finding, counting: Counting, filter: Filter): boolean => {
  const { scope, checklist, item, task, channel, today } = filter;
  if (!fits(checklist, finding.checklist) || !fits(item, finding.item) || !fits(task, finding.task) || !counting(finding, today))
    return false;
  if (campaign.complaints.get(finding.submission)?.channel !== channel) return false;
  if (scope.kind === 'whole') return true;
  if (scope.kind === 'unit') return finding.unit === scope.name;
  return inScope(planOf(campaign, campaign.submissions.get(finding.submission)), finding.site, scope);
};

const findings = (campaign: Campaign, counting: Counting, filter: Filter): readonly Counted[] => {
  const aside = setAside(campaign);
  return [...campaign.findings.values()].flatMap((finding): readonly Counted[] =>
    !aside.has(finding.id) && isFindingCounted(campaign, finding, counting, filter)
      ? [{ kind: 'finding', id: finding.id, item: finding.item, day: finding.opened, count: 1 }]
      : [],
  );
};

/** What is counted: which records, and which findings do not count any more. */
interface Ask {
  readonly count: Count;
  readonly filter: Filter;
  readonly aside: ReadonlySet<string>;
}

/** A visit that is looked at, with the plan it was made by. */
interface Looked {
  readonly plan: CompiledPlan | undefined;
  readonly visit: Submission;
  /** Items whose findings were set aside: they are as if not asked. */
  readonly aside: ReadonlySet<string>;
}

/** The visit if it is looked at: it counts, and is of the checklist and scope. */
const lookedAt = (campaign: Campaign, visit: Submission, { filter, aside }: Ask): Looked | undefined => {
  if (!visit.counts || !fits(filter.checklist, visit.checklist)) return undefined;
  const plan = planOf(campaign, visit);
  if (!inScope(plan, visit.site, filter.scope)) return undefined;
  const gone = aside.size === 0 ? [] : visit.findings.filter((id) => aside.has(id));
  return { plan, visit, aside: new Set(gone.map((id) => campaign.findings.get(id)?.item ?? '')) };
};

/** How much an item of a visit counts; `undefined` when it does not. */
const amountOf = ({ plan, visit, aside }: Looked, item: string, { count, filter }: Ask): number | undefined => {
  if (aside.has(item)) return undefined;
  const answer = visit.answers[item];
  if ((answer?.result !== 'pass' && answer?.result !== 'fail') || !fits(filter.item, item)) return undefined;
  if (filter.task !== undefined && plan?.checklists.get(visit.checklist)?.items.get(item)?.item.task !== filter.task) return undefined;
  if (count === 'passed-items' && answer.result === 'fail') return undefined;
  if ((count === 'failed-items' || count === 'failed-spots') && answer.result === 'pass') return undefined;
  return count === 'failed-spots' ? (answer.count ?? 1) : 1;
};

const ofVisit = (campaign: Campaign, visit: Submission, ask: Ask): readonly Counted[] => {
  const looked = lookedAt(campaign, visit, ask);
  if (!looked) return [];
  const of = { kind: 'visit', id: visit.submission, day: visit.day } as const;
  if (ask.count === 'visits') return [{ ...of, item: '', count: 1 }];
  return Object.keys(visit.answers).flatMap((item): readonly Counted[] => {
    const amount = amountOf(looked, item, ask);
    return amount === undefined ? [] : [{ ...of, item, count: amount }];
  });
};

const sumOf = (campaign: Campaign, visit: Submission, ask: Ask): number => {
  const looked = lookedAt(campaign, visit, ask);
  if (!looked || ask.count === 'visits') return looked ? 1 : 0;
  let sum = 0;
  for (const item of Object.keys(visit.answers)) sum += amountOf(looked, item, ask) ?? 0;
  return sum;
};

/**
 * The records that a count is made of, in the order of the log. Findings are judged as of today. Only visits that
 * count are looked at, and of their items only those judged 合格 or 不合格.
 */
export const countedRecords = (campaign: Campaign, count: Count, filter: Filter): readonly Counted[] => {
  const counting = isCounted[count];
  if (counting) return findings(campaign, counting, filter);
  const ask = { count, filter, aside: setAside(campaign) };
  return [...campaign.submissions.values()].flatMap((visit) => ofVisit(campaign, visit, ask));
};

/** What visits of a day come to: kept, for all it rests on besides them is which are looked at and what was set aside. */
const visitsOn = (campaign: Campaign, day: Day, ask: Ask): number => {
  const { count, filter, aside } = ask;
  const { scope, checklist = '', item = '', task = '' } = filter;
  const isOwn = (id: string): boolean => campaign.days.get(day)?.visits.has(campaign.findings.get(id)?.submission ?? '') ?? false;
  const what = ['count', count, scope.kind, scope.name, checklist, item, task, ...[...aside].filter(isOwn)].join('\n');
  return ofDay(campaign, day, what, (all) => all.reduce((sum, visit) => sum + sumOf(campaign, visit, ask), 0)) ?? 0;
};

/** How much a count comes to on each day from the first to the last that has anything, both inclusive: the sum of its records. */
export const countByDay = (
  campaign: Campaign,
  count: Count,
  filter: Filter,
  { from, to }: { readonly from: Day; readonly to: Day },
): ReadonlyMap<Day, number> => {
  const counting = isCounted[count];
  const sums = new Map<Day, number>();
  const aside = setAside(campaign);
  if (!counting) {
    for (const day of campaign.days.keys()) if (day >= from && day <= to) sums.set(day, visitsOn(campaign, day, { count, filter, aside }));
    return sums;
  }
  for (const finding of campaign.findings.values()) {
    const { opened } = finding;
    if (opened >= from && opened <= to && !aside.has(finding.id) && isFindingCounted(campaign, finding, counting, filter))
      sums.set(opened, (sums.get(opened) ?? 0) + 1);
  }
  return sums;
};
