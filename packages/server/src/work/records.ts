import { type Campaign, canonicalText, type Event, type NoticeIssued, proposals } from '@xiuhua/engine';
import type { Rec } from '../store/records.ts';

/** What a stretch of the log touched: names of records to be written anew, and whether the proposals may have moved. */
export interface Touched {
  readonly submissions: Set<string>;
  readonly findings: Set<string>;
  readonly milestones: Set<string>;
  readonly standings: Set<string>;
  readonly decisions: Set<string>;
  readonly versions: Set<number>;
  readonly notices: Map<string, NoticeIssued>;
  proposals: boolean;
}

/** Nothing touched yet. */
export const untouched = (): Touched => ({
  submissions: new Set(),
  findings: new Set(),
  milestones: new Set(),
  standings: new Set(),
  decisions: new Set(),
  versions: new Set(),
  notices: new Map(),
  proposals: false,
});

/** Adds what an event touches. */
export const touch = (touched: Touched, { fact }: Event): void => {
  switch (fact.type) {
    case 'PlanAdopted':
      return void touched.versions.add(fact.version);
    case 'ChecklistSubmitted':
    case 'ConflictKept':
      return void touched.submissions.add(fact.submission);
    case 'FindingOpened':
      touched.submissions.add(fact.submission);
      return void touched.findings.add(fact.finding);
    case 'NoticeIssued':
      touched.notices.set(fact.notice, fact);
      for (const finding of fact.findings) touched.findings.add(finding);
      return;
    case 'RectificationReplied':
    case 'RectificationReturned':
    case 'FindingClosed':
      return void touched.findings.add(fact.finding);
    case 'MilestoneReached':
      return void touched.milestones.add(fact.milestone);
    case 'StandingsPublished':
      touched.standings.add(`${fact.ranking}·${fact.period}`);
      touched.proposals = true;
      return;
    case 'ConsequenceSigned':
    case 'ConsequenceDeclined':
      touched.decisions.add(fact.consequence);
      touched.proposals = true;
      return;
  }
};

const each = <K, V>(names: Iterable<K>, from: ReadonlyMap<K, V>, make: (value: V, name: K) => Rec): Rec[] =>
  [...names].flatMap((name) => {
    const value = from.get(name);
    return value === undefined ? [] : [make(value, name)];
  });

const visits = (touched: Touched, campaign: Campaign): Rec[] => [
  ...each(touched.submissions, campaign.submissions, (visit, id) => ({
    kind: 'submission',
    id,
    unit: visit.by.unit,
    day: visit.day,
    state: visit.conflicts.length > 0 ? 'conflict' : 'kept',
    body: canonicalText(visit),
  })),
  ...each(touched.findings, campaign.findings, (finding, id) => ({
    kind: 'finding',
    id,
    unit: finding.unit,
    day: finding.opened,
    state: finding.state,
    body: canonicalText(finding),
  })),
  ...each(touched.notices.keys(), touched.notices, ({ type: _, ...notice }, id) => ({
    kind: 'notice',
    id,
    unit: notice.unit,
    day: notice.issued,
    state: 'issued',
    body: canonicalText(notice),
  })),
];

const outcomes = (touched: Touched, campaign: Campaign): Rec[] => [
  ...each(touched.milestones, campaign.milestones, (reached, id) => ({
    kind: 'milestone',
    id,
    unit: '',
    day: reached.day,
    state: 'reached',
    body: canonicalText(reached),
  })),
  ...each(touched.standings, campaign.standings, (published, id) => ({
    kind: 'standing',
    id,
    unit: '',
    day: published.standings.to,
    state: 'published',
    body: canonicalText(published),
  })),
  ...each(touched.decisions, campaign.decisions, (decision, id) => ({
    kind: 'decision',
    id,
    unit: '',
    day: decision.at.slice(0, 10),
    state: decision.state,
    body: canonicalText(decision),
  })),
  ...campaign.versions
    .filter(({ version }) => touched.versions.has(version))
    .map(({ plan, ...version }) => ({
      kind: 'version',
      id: String(version.version),
      unit: '',
      day: version.from,
      state: 'adopted',
      body: canonicalText({ ...version, plan: plan.hash }),
    })),
];

/** The records touched, as the campaign now has them, the proposals apart. */
export const recordsOf = (touched: Touched, campaign: Campaign): readonly Rec[] => [
  ...visits(touched, campaign),
  ...outcomes(touched, campaign),
];

/** All proposals of the campaign as records. */
export const proposalRecords = (campaign: Campaign): readonly Rec[] =>
  proposals(campaign).map((proposal) => ({
    kind: 'proposal',
    id: proposal.id,
    unit: proposal.unit,
    day: '',
    state: proposal.state,
    body: canonicalText(proposal),
  }));
