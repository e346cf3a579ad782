import { type Day, dayOf } from '../calendar/day.ts';
import { copyName } from '../campaign/choose.ts';
import { adoptedDuty } from '../campaign/duties.ts';
import { awaited, countedRecord } from '../campaign/records.ts';
import type { Campaign, Submission } from '../campaign/state.ts';
import { ofDay } from '../campaign/visits.ts';
import type { RecordsView, RecordView } from './views.ts';

/** Finds the results of the day of a visit that were published before it came; asked for every record there is. */
const publications = ({ standings }: Campaign): ((visit: Pick<Submission, 'day' | 'at'>) => readonly string[]) => {
  const all = [...standings].map(([key, last]) => ({ key, last, first: last.earlier[0] ?? last }));
  const covering = new Map<Day, typeof all>();
  return ({ day, at }) => {
    const own = covering.get(day) ?? all.filter(({ first }) => day >= first.standings.from && day <= first.standings.to);
    covering.set(day, own);
    return own.flatMap(({ key, first, last }) => (at > first.at && at > last.at ? [key] : []));
  };
};

const versionOf = (campaign: Campaign, plan: string): number => campaign.versions.findLast((v) => v.plan.hash === plan)?.version ?? 0;
const versionAt = (campaign: Campaign, at: string): number =>
  campaign.versions.findLast(({ from }) => from <= dayOf(at))?.version ?? campaign.versions[0]?.version ?? 0;

type Published = ReturnType<typeof publications>;

const viewOf = (campaign: Campaign, visit: Submission, published: Published): RecordView => ({
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
  afterPublished: published(visit),
});

/** A record and the duty it was filled for. */
type Filled = readonly [duty: string, record: RecordView];

/** Contents kept beside a submission that were never chosen, so that they are no records of their own yet. */
const copiesOf = (campaign: Campaign, visit: Submission, published: Published): readonly Filled[] =>
  visit.conflicts.flatMap((copy): readonly Filled[] => {
    const record = copyName(visit.submission, copy.contentHash);
    if (campaign.submissions.has(record)) return [];
    const { answers, at, filledAt, duty = visit.duty, plan = visit.plan, by = visit.by } = copy;
    const { amends: _, round: __, returns: ___, ...first } = visit;
    const own = { ...first, submission: record, copyOf: visit.submission, answers, at, filledAt, plan, by };
    return [[duty, { ...viewOf(campaign, { ...own, counts: false, clockDoubted: false }, published), day: null }]];
  });

/** True for the only record of its duty, which counts and was never sent back: nobody needs to look at it unless it came late. */
const isPlain = ({ byDuty, choices }: Campaign, visit: Submission): boolean =>
  visit.counts &&
  visit.conflicts.length === 0 &&
  visit.returns === undefined &&
  visit.copyOf === undefined &&
  byDuty.get(visit.duty)?.length === 1 &&
  !choices.has(visit.duty);

/** What of a day's visits may need a person, and when the last of them came; kept until one of them changes. */
const lookedThrough = (campaign: Campaign, day: Day) =>
  ofDay(campaign, day, `records ${campaign.choices.size}`, (visits) => ({
    odd: visits
      .filter((visit) => !isPlain(campaign, visit))
      .flatMap(({ duty, conflicts }) => [duty, ...conflicts.map((copy) => copy.duty ?? duty)]),
    last: visits.reduce((last, { at }) => (at > last ? at : last), ''),
  }));

/** The duties that may need a person: few of those done. */
const doubtful = (campaign: Campaign, published: Published): ReadonlySet<string> => {
  const duties = new Set<string>();
  for (const [day, { visits }] of campaign.days) {
    const known = lookedThrough(campaign, day);
    for (const duty of known?.odd ?? []) duties.add(duty);
    if (!known || published({ day, at: known.last }).length === 0) continue;
    for (const id of visits) {
      const visit = campaign.submissions.get(id);
      if (visit && published(visit).length > 0) duties.add(visit.duty);
    }
  }
  return duties;
};

/** The records of duties that may need a person, in the order of arrival. */
const byDuty = (campaign: Campaign): ReadonlyMap<string, readonly RecordView[]> => {
  const published = publications(campaign);
  const duties = doubtful(campaign, published);
  const found = new Map<string, RecordView[]>();
  if (duties.size === 0) return found;
  for (const visit of campaign.submissions.values()) {
    if (!duties.has(visit.duty)) continue;
    for (const [duty, record] of [[visit.duty, viewOf(campaign, visit, published)] as const, ...copiesOf(campaign, visit, published)])
      found.set(duty, [...(found.get(duty) ?? []), record]);
  }
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
