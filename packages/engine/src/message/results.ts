import type { Instant } from '../calendar/day.ts';
import { permissions } from '../campaign/may.ts';
import { proposals } from '../campaign/standings.ts';
import type { Appeal, Campaign, Review, Submission } from '../campaign/state.ts';
import type { Asking } from './asking.ts';
import type { Message } from './message.ts';

const everybody = ['office', 'leader', 'inspector', 'unit', 'town', 'auditor'] as const;

const ofAppeal = ({ id, unit, ranking, period, at, state, decision }: Appeal): readonly Message[] => {
  const about = { thing: 'appeals', id } as const;
  const says = { unit, ranking, period };
  const filed: Message = {
    id: `appeal-filed·${id}`,
    kind: 'appeal-filed',
    at,
    tone: 'plain',
    urgent: true,
    open: state === 'open',
    to: [{ roles: ['office', 'leader'] }],
    about,
    says,
  };
  if (!decision) return [filed];
  const decided: Message = {
    id: `appeal-decided·${id}`,
    kind: 'appeal-decided',
    at: decision.at,
    tone: 'plain',
    urgent: true,
    open: false,
    to: [{ roles: ['unit', 'town'], unit }],
    about,
    says: { ...says, upheld: state === 'upheld' ? 'yes' : 'no', text: decision.text },
  };
  return [filed, decided];
};

const published = ({ campaign }: Asking): readonly Message[] =>
  [...campaign.standings.values()].map(({ standings: { ranking, period }, at, issue }) => ({
    id: `ranking-published·${ranking}·${period}·${issue}`,
    kind: 'ranking-published',
    at,
    tone: 'plain',
    urgent: false,
    open: false,
    to: [{ roles: everybody }],
    about: { thing: 'ranking', id: `${ranking}·${period}` },
    says: { ranking, period, issue },
  }));

const toSign = ({ campaign }: Asking): readonly Message[] =>
  proposals(campaign).flatMap((proposal): readonly Message[] => {
    const { id, state, unit, consequence, ranking, period } = proposal;
    const at: Instant | undefined = campaign.standings.get(`${ranking}·${period}`)?.at;
    if (state !== 'proposed' || at === undefined) return [];
    return [
      {
        id: `consequence-waiting·${id}`,
        kind: 'consequence-waiting',
        at,
        tone: 'plain',
        urgent: true,
        open: true,
        to: [{ roles: ['leader'] }],
        about: { thing: 'consequences', id },
        says: { unit, consequence, period },
      },
    ];
  });

const adopted = ({ campaign }: Asking): readonly Message[] =>
  campaign.versions.map(({ version, from, at, plan }) => ({
    id: `plan-adopted·${version}`,
    kind: 'plan-adopted',
    at,
    tone: 'plain',
    urgent: false,
    open: false,
    to: [{ roles: everybody }],
    about: { thing: 'plan', id: String(version) },
    says: { title: plan.plan.title, version, from },
  }));

const ofReview = (review: Review, waits: boolean): readonly Message[] => {
  const { id, plan, title, writer, asked, verdict } = review;
  const own = [...new Set([writer.account, asked.by.account])];
  const about = { thing: 'draft', id: plan } as const;
  const waiting: Message = {
    id: `review-waiting·${id}`,
    kind: 'review-waiting',
    at: asked.at,
    tone: 'plain',
    urgent: false,
    open: waits,
    to: [{ roles: permissions.ReviewPlan, except: own }],
    about,
    says: { title, by: asked.by.name, text: asked.text },
  };
  if (!verdict) return [waiting];
  const { passed, text, at, by } = verdict;
  const decided: Message = {
    id: `review-decided·${id}`,
    kind: 'review-decided',
    at,
    tone: 'plain',
    urgent: false,
    open: false,
    to: own.map((account) => ({ roles: [], account })),
    about,
    says: { title, by: by.name, passed: passed ? 'yes' : 'no', text },
  };
  return [waiting, decided];
};

/** What is told about drafts before they hold. Only the newest asking waits: it takes the place of those before it. */
export const reviewMessages = ({ reviews, versions }: Campaign): readonly Message[] => {
  const all = [...reviews.values()];
  const newest = all.at(-1);
  return all.flatMap((review) => ofReview(review, review === newest && !review.verdict && review.after === versions.length));
};

const sentBack = (visit: Submission): readonly Message[] =>
  (visit.returns ?? []).map(({ at, text, answered }) => ({
    id: `record-returned·${visit.submission}·${at}`,
    kind: 'record-returned',
    at,
    tone: 'plain',
    urgent: true,
    open: answered === null,
    to: [{ roles: [], account: visit.by.account }],
    about: { thing: 'duty', id: visit.duty },
    says: { site: visit.site, checklist: visit.checklist, text },
  }));

const conflict = (
  visit: Submission,
  { at, duty, key }: { readonly at: Instant; readonly duty: string; readonly key: string },
  asking: Asking,
): Message => ({
  id: `record-conflict·${key}`,
  kind: 'record-conflict',
  at,
  tone: 'plain',
  urgent: false,
  open: (asking.campaign.choices.get(duty)?.at(-1)?.at ?? '') < at,
  to: [{ roles: ['office'] }],
  about: { thing: 'record', id: duty },
  says: { site: visit.site, checklist: visit.checklist },
});

const ofRecord = (visit: Submission, asking: Asking): readonly Message[] => {
  const { submission, duty, at, counts, amends, copyOf, conflicts } = visit;
  const second = !counts && amends === undefined && copyOf === undefined && asking.campaign.byDuty.get(duty)?.[0] !== submission;
  return [
    ...sentBack(visit),
    ...(second ? [conflict(visit, { at, duty, key: submission }, asking)] : []),
    ...conflicts.map((copy) => conflict(visit, { at: copy.at, duty: copy.duty ?? duty, key: `${submission}·${copy.contentHash}` }, asking)),
  ];
};

/** Records sent back or in doubt. Hardly any is, so the many that are not cost no more than a look. */
const ofRecords = (asking: Asking): readonly Message[] => {
  const messages: Message[] = [];
  for (const visit of asking.campaign.submissions.values())
    if (!visit.counts || visit.returns !== undefined || visit.conflicts.length > 0) messages.push(...ofRecord(visit, asking));
  return messages;
};

/** What is told about results and papers: rankings, appeals, consequences to sign, records in doubt, the plan in force. */
export const resultMessages = (asking: Asking): readonly Message[] => [
  ...adopted(asking),
  ...published(asking),
  ...toSign(asking),
  ...[...asking.campaign.appeals.values()].flatMap(ofAppeal),
  ...ofRecords(asking),
];
