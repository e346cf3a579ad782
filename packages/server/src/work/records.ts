import { type Campaign, canonicalText, type Event, type Fact, type NoticeIssued, proposals, type Review } from '@xiuhua/engine';
import type { Rec } from '../store/records.ts';

/** Kinds of records that are taken from the campaign as it stands. A visit has none: its line of the log says all of it. */
const kinds = [
  'version',
  'review',
  'end',
  'draw',
  'finding',
  'milestone',
  'progress',
  'reading',
  'standing',
  'decision',
  'appeal',
  'look-back',
  'complaint',
  'resolution',
  'bulletin',
] as const;
type Kind = (typeof kinds)[number];

/** What a stretch of the log touched: names of records to be written anew, and whether the proposals may have moved. */
export interface Touched {
  readonly names: Readonly<Record<Kind, Set<string>>>;
  readonly notices: Map<string, NoticeIssued>;
  proposals: boolean;
}

/** Nothing touched yet. */
export const untouched = (): Touched => ({
  names: Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Record<Kind, Set<string>>,
  notices: new Map(),
  proposals: false,
});

/** What one fact touches: kinds and names. */
type Marks = readonly (readonly [kind: Kind, name: string])[];

const review = ({ review: name }: { review: string }): Marks => [['review', name]];
const nothing = (): Marks => [];
const finding = ({ finding: name }: { finding: string }): Marks => [['finding', name]];
const reading = ({ reading: name }: { reading: string }): Marks => [['reading', name]];
const progress = ({ progress: name }: { progress: string }): Marks => [['progress', name]];
const standing = ({ ranking, period }: { ranking: string; period: string }): Marks => [['standing', `${ranking}·${period}`]];
const decision = ({ consequence }: { consequence: string }): Marks => [['decision', consequence]];
const appeal = ({ appeal: name }: { appeal: string }): Marks => [['appeal', name]];
const resolution = ({ resolution: name }: { resolution: string }): Marks => [['resolution', name]];

/** Event → records that follow from it. Every kind of event has a row. */
const marks: { readonly [T in Fact['type']]: (fact: Extract<Fact, { type: T }>) => Marks } = {
  ReviewAsked: review,
  PlanReviewed: review,
  PlanAdopted: ({ version }) => [['version', String(version)]],
  CampaignClosed: () => [['end', 'end']],
  DrawSeeded: nothing,
  TilesArranged: nothing,
  DrawRepeated: ({ schedule, period }) => [['draw', `${schedule}·${period}`]],
  ChecklistSubmitted: nothing,
  ConflictKept: nothing,
  RecordChosen: ({ kept, withdrawn, restored }) => [...kept, ...withdrawn, ...restored].map((name) => ['finding', name] as const),
  RecordsDismissed: nothing,
  RecordReturned: nothing,
  FindingOpened: finding,
  NoticeIssued: ({ findings }) => findings.map((name) => ['finding', name]),
  RectificationReplied: finding,
  RectificationReturned: finding,
  FindingClosed: finding,
  FindingMoved: finding,
  LookBackDrawn: ({ period }) => [['look-back', period]],
  MilestoneReached: ({ milestone }) => [['milestone', milestone]],
  ReadingReported: reading,
  ReadingConfirmed: reading,
  ReadingReturned: reading,
  ProgressReported: progress,
  ProgressConfirmed: progress,
  ProgressReturned: progress,
  StandingsPublished: standing,
  StandingsCorrected: standing,
  ConsequenceSigned: decision,
  ConsequenceDeclined: decision,
  AppealOpened: appeal,
  AppealDecided: appeal,
  ComplaintTaken: ({ complaint }) => [['complaint', complaint]],
  ResolutionPassed: resolution,
  ResolutionFulfilled: resolution,
  BulletinIssued: ({ report, period }) => [['bulletin', `${report}·${period}`]],
};

/** Adds what an event touches. */
export const touch = (touched: Touched, { fact }: Event): void => {
  const mark = marks[fact.type] as (fact: Fact) => Marks;
  for (const [kind, name] of mark(fact)) {
    touched.names[kind].add(name);
    touched.proposals ||= kind === 'standing' || kind === 'decision' || kind === 'appeal';
  }
  if (fact.type === 'NoticeIssued') touched.notices.set(fact.notice, fact);
};

/** The columns of a record besides its kind and id; what has no unit, day or state leaves them empty. */
interface Columns {
  readonly unit?: string;
  readonly day?: string;
  readonly state?: string;
  readonly body: unknown;
}

const record = (kind: string, id: string, { unit = '', day = '', state = '', body }: Columns): Rec => ({
  kind,
  id,
  unit,
  day,
  state,
  body: canonicalText(body),
});

const each = <V>(
  kind: Kind,
  { names }: Touched,
  { from, columns }: { from: ReadonlyMap<string, V>; columns: (value: V) => Columns },
): readonly Rec[] =>
  [...names[kind]].flatMap((name) => {
    const value = from.get(name);
    return value === undefined ? [] : [record(kind, name, columns(value))];
  });

const versionsOf = ({ versions }: Campaign) => new Map(versions.map((version) => [String(version.version), version]));

const endOf = ({ closed }: Campaign) => new Map(closed ? [['end', closed]] : []);

const reviewState = ({ verdict }: Review): string => (verdict ? (verdict.passed ? 'passed' : 'returned') : 'asked');

/** The records touched, as the campaign now has them, the proposals apart. */
export const recordsOf = (touched: Touched, campaign: Campaign): readonly Rec[] => [
  ...each('version', touched, {
    from: versionsOf(campaign),
    columns: ({ plan, ...version }) => ({ day: version.from, body: { ...version, plan: plan.hash } }),
  }),
  ...each('review', touched, { from: campaign.reviews, columns: (body) => ({ day: body.day, state: reviewState(body), body }) }),
  ...each('end', touched, { from: endOf(campaign), columns: (body) => ({ day: body.day, body }) }),
  ...each('draw', touched, { from: campaign.repeats, columns: (body) => ({ body }) }),
  ...each('finding', touched, {
    from: campaign.findings,
    columns: (body) => ({ unit: body.unit, day: body.opened, state: body.state, body }),
  }),
  ...each('finding', touched, {
    from: campaign.withdrawn,
    columns: (body) => ({ unit: body.unit, day: body.opened, state: 'withdrawn', body }),
  }),
  ...[...touched.notices].map(([id, { type: _, ...body }]) => record('notice', id, { unit: body.unit, day: body.issued, body })),
  ...each('milestone', touched, { from: campaign.milestones, columns: (body) => ({ day: body.day, body }) }),
  ...each('progress', touched, {
    from: campaign.progress,
    columns: (body) => ({ unit: body.unit, day: body.day, state: body.state, body }),
  }),
  ...each('reading', touched, { from: campaign.readings, columns: (body) => ({ state: body.state, body }) }),
  ...each('standing', touched, { from: campaign.standings, columns: (body) => ({ day: body.standings.to, body }) }),
  ...each('decision', touched, { from: campaign.decisions, columns: (body) => ({ state: body.state, body }) }),
  ...each('look-back', touched, { from: campaign.lookBacks, columns: (body) => ({ day: body.day, body }) }),
  ...each('appeal', touched, { from: campaign.appeals, columns: (body) => ({ unit: body.unit, state: body.state, body }) }),
  ...each('complaint', touched, { from: campaign.complaints, columns: ({ type: _, ...body }) => ({ day: body.day, body }) }),
  ...each('resolution', touched, {
    from: campaign.resolutions,
    columns: (body) => ({ unit: body.unit, day: body.day, state: body.done ? 'done' : 'open', body }),
  }),
  ...each('bulletin', touched, { from: campaign.bulletins, columns: (body) => ({ day: body.day, body }) }),
];

/** All proposals of the campaign as records. */
export const proposalRecords = (campaign: Campaign): readonly Rec[] =>
  proposals(campaign).map((body) => record('proposal', body.id, { unit: body.unit, state: body.state, body }));
