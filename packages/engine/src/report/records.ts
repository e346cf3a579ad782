import { dayOf } from '../calendar/day.ts';
import { copyName } from '../campaign/choose.ts';
import { adoptedDuty } from '../campaign/duties.ts';
import { awaited, countedRecord } from '../campaign/records.ts';
import type { Campaign, Submission } from '../campaign/state.ts';
import type { RecordsView, RecordView } from './views.ts';

/** Results of the day of a visit that were published before it came. */
const publishedBefore = (campaign: Campaign, { day, at }: Submission): readonly string[] =>
  [...campaign.standings].flatMap(([key, last]) => {
    const first = last.earlier[0] ?? last;
    return day >= first.standings.from && day <= first.standings.to && at > first.at && at > last.at ? [key] : [];
  });

const versionOf = (campaign: Campaign, plan: string): number => campaign.versions.findLast((v) => v.plan.hash === plan)?.version ?? 0;
const versionAt = (campaign: Campaign, at: string): number =>
  campaign.versions.findLast(({ from }) => from <= dayOf(at))?.version ?? campaign.versions[0]?.version ?? 0;

const viewOf = (campaign: Campaign, visit: Submission): RecordView => ({
  record: visit.submission,
  submission: visit.copyOf ?? visit.submission,
  by: visit.by,
  at: visit.at,
  filledAt: visit.filledAt,
  day: visit.day,
  plan: visit.plan,
  version: versionOf(campaign, visit.plan),
  versionThen: versionAt(campaign, visit.at),
  counts: visit.counts,
  copy: visit.copyOf !== undefined,
  otherAccount: visit.copyOf !== undefined && campaign.submissions.get(visit.copyOf)?.by.account !== visit.by.account,
  clockDoubted: visit.clockDoubted,
  left: visit.left ?? null,
  carriedBy: visit.carriedBy ?? null,
  round: visit.round ?? 1,
  amends: visit.amends ?? null,
  returns: visit.returns ?? [],
  answers: visit.answers,
  afterPublished: publishedBefore(campaign, visit),
});

/** A record and the duty it was filled for. */
type Filled = readonly [duty: string, record: RecordView];

/** Contents kept beside a submission that were never chosen, so that they are no records of their own yet. */
const copiesOf = (campaign: Campaign, visit: Submission): readonly Filled[] =>
  visit.conflicts.flatMap((copy): readonly Filled[] => {
    const record = copyName(visit.submission, copy.contentHash);
    if (campaign.submissions.has(record)) return [];
    const { answers, at, filledAt, duty = visit.duty, plan = visit.plan, by = visit.by } = copy;
    const { amends: _, round: __, returns: ___, ...first } = visit;
    const own = { ...first, submission: record, copyOf: visit.submission, answers, at, filledAt, plan, by };
    return [[duty, { ...viewOf(campaign, { ...own, counts: false, clockDoubted: false }), day: null }]];
  });

/** Every record there is, under its duty, in the order of arrival. */
const byDuty = (campaign: Campaign): ReadonlyMap<string, readonly RecordView[]> => {
  const found = new Map<string, RecordView[]>();
  for (const visit of campaign.submissions.values())
    for (const [duty, record] of [[visit.duty, viewOf(campaign, visit)] as const, ...copiesOf(campaign, visit)])
      found.set(duty, [...(found.get(duty) ?? []), record]);
  return found;
};

/** What a duty is about; of one that only a kept content names, what its plan says. */
const aboutOf = (campaign: Campaign, duty: string, { plan }: RecordView): Pick<RecordsView, 'schedule' | 'checklist' | 'site'> => {
  const visit = countedRecord(campaign, duty);
  const { schedule, checklist, site } = visit ?? adoptedDuty(campaign, plan, duty)?.duty ?? { schedule: duty, checklist: '', site: '' };
  return { schedule, checklist, site };
};

/** True when a record is the next round of another one, or was sent back and answered by one: nothing to choose there. */
const inOneChain = (records: readonly RecordView[]): boolean => {
  const firsts = records.filter(({ amends }) => amends === null || !records.some(({ record }) => record === amends));
  return firsts.length < 2;
};

const stateOf = (campaign: Campaign, duty: string, records: readonly RecordView[]): RecordsView['state'] | undefined => {
  const last = campaign.choices.get(duty)?.at(-1);
  if (!inOneChain(records)) return last && records.every(({ at }) => at <= last.at) ? 'decided' : 'open';
  const counted = campaign.submissions.get(records.find(({ counts }) => counts)?.record ?? '');
  if (!counted) return last && records.every(({ at }) => at <= last.at) ? 'decided' : 'open';
  if (awaited(counted)) return 'returned';
  if (records.some(({ afterPublished, counts }) => counts && afterPublished.length > 0)) return 'late';
  return records.length > 1 || last || (counted.returns?.length ?? 0) > 0 ? 'decided' : undefined;
};

const order: readonly RecordsView['state'][] = ['open', 'returned', 'late', 'decided'];

/**
 * The duties whose records need a person or needed one: several records of one duty, records sent back, records that
 * came after their result was published. Those that wait for a choice come first, each kind in the order of arrival.
 */
export const recordsViews = (campaign: Campaign): readonly RecordsView[] =>
  [...byDuty(campaign)]
    .flatMap(([duty, records]): readonly RecordsView[] => {
      const [first] = records;
      const state = stateOf(campaign, duty, records);
      if (!first || !state) return [];
      return [{ duty, ...aboutOf(campaign, duty, first), state, records, choices: campaign.choices.get(duty) ?? [] }];
    })
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
