import Type, { type Static, type TProperties } from 'typebox';
import { Answer } from '../checklist/answer.ts';

export { Answer };

const id = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9-]+$' });
const name = Type.String({ minLength: 1, maxLength: 200 });
const key = Type.String({ minLength: 1, maxLength: 400 });
const words = Type.String({ maxLength: 2000 });
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
const photos = Type.Array(hash, { maxItems: 20, uniqueItems: true });
const period = Type.String({ minLength: 4, maxLength: 8 });
const instant = Type.String({ minLength: 24, maxLength: 24 });

const command = <const T extends string, P extends TProperties>(type: T, properties: P) =>
  Type.Object({ type: Type.Literal(type), ...properties }, { additionalProperties: false });

/** Asks somebody else to look at the draft with this hash before it is adopted. */
export const AskReview = command('AskReview', { plan: hash, text: words });

/**
 * Somebody who neither wrote the draft nor asked passes it or returns it. `remarks` are about single clauses, by their
 * place in the plan.
 */
export const ReviewPlan = command('ReviewPlan', {
  plan: hash,
  passed: Type.Boolean(),
  text: words,
  remarks: Type.Record(Type.String({ maxLength: 400, pattern: '^(/.*)?$' }), Type.String({ minLength: 1, maxLength: 2000 })),
});

/** Puts a plan in force. `plan` is the hash of a plan the campaign's library holds, which another person has passed. */
export const AdoptPlan = command('AdoptPlan', { plan: hash });

/** Ends a campaign after its last phase, with a reason. What was begun is finished; nothing new begins. */
export const CloseCampaign = command('CloseCampaign', { reason: words });

/**
 * One checklist filled at one site. `submission` is made by the phone and identifies the record for ever;
 * `plan` is the plan it was filled by; `filledAt` is the phone's clock at finalising, corrected by the last known
 * difference to the server's.
 */
export const SubmitChecklist = command('SubmitChecklist', {
  submission: id,
  plan: hash,
  duty: key,
  filledAt: instant,
  answers: Type.Record(name, Answer),
  /** The record sent back that this one answers, as its next round. */
  amends: Type.Optional(key),
});

/**
 * Of several records of one duty a person chooses the one that counts and says why. `record` is a submission, or
 * `<submission>~<first 16 digits of the content hash>` for other content kept under the same id.
 */
export const ChooseRecord = command('ChooseRecord', { duty: key, record: key, reason: words });

/** Of the records of a duty none counts, and a person says that it stays so, and why. */
export const DismissRecords = command('DismissRecords', { duty: key, reason: words });

/** Sends a record back with remarks on single questions; only these are open again on the phone. */
export const ReturnRecord = command('ReturnRecord', {
  submission: key,
  remarks: Type.Record(name, Type.String({ minLength: 1, maxLength: 2000 })),
  text: words,
});

/** The unit says how it put a finding right, with photos. */
export const ReplyRectification = command('ReplyRectification', { finding: key, text: words, photos });

/** Somebody else looks and either closes the finding or returns it with a reason. */
export const VerifyRectification = command('VerifyRectification', { finding: key, passed: Type.Boolean(), text: words, photos });

/**
 * Moves a finding along the flow of its plan. `unit` is whom it is dispatched to, `until` the day on which a suspended
 * one is looked at again, `of` the finding it repeats; each only where the move needs it.
 */
export const MoveFinding = command('MoveFinding', {
  finding: key,
  move: name,
  text: words,
  photos,
  unit: Type.Optional(name),
  until: Type.Optional(Type.String({ minLength: 10, maxLength: 10 })),
  of: Type.Optional(key),
});

/** Draws the look-back (回头看) of a period that is over. */
export const DrawLookBack = command('DrawLookBack', { period });

/** A milestone of a phase has been reached. */
export const ReachMilestone = command('ReachMilestone', { milestone: name, text: words, photos });

const amount = Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000 });

/**
 * The number of an indicator for a period that is over: `value`, or numerator and denominator of a rate; for the whole,
 * or for one unit, area, class or grade. A unit of a group that reports may leave its own name out.
 */
export const ReportReading = command('ReportReading', {
  indicator: name,
  unit: Type.Optional(name),
  area: Type.Optional(name),
  class: Type.Optional(name),
  grade: Type.Optional(name),
  period,
  value: Type.Optional(amount),
  numerator: Type.Optional(amount),
  denominator: Type.Optional(amount),
  text: words,
  photos,
});

/** Somebody else confirms a reading or returns it with a reason. */
export const VerifyReading = command('VerifyReading', { reading: key, passed: Type.Boolean(), text: words, photos });

/** Makes the standings of a finished period a fact. */
export const PublishStandings = command('PublishStandings', { ranking: name, period });

/** A named person signs a proposed consequence. */
export const SignConsequence = command('SignConsequence', { consequence: key });

/** A named person declines a proposed consequence and says why. */
export const DeclineConsequence = command('DeclineConsequence', { consequence: key, reason: words });

/** How far a task or a milestone has come, in whole per cent; a milestone at 100 is reached once somebody else confirms it. */
export const ReportProgress = command('ReportProgress', {
  kind: Type.Union([Type.Literal('task'), Type.Literal('milestone')]),
  about: name,
  percent: Type.Integer({ minimum: 0, maximum: 100 }),
  text: words,
  photos,
});

/** Somebody else confirms reported progress or returns it with a reason. */
export const VerifyProgress = command('VerifyProgress', { progress: key, passed: Type.Boolean(), text: words });

const contested = Type.Optional(Type.Array(key, { maxItems: 50, uniqueItems: true }));

/**
 * A unit objects to its place or score in a published period. Consequences that rest on it wait. `findings` are the
 * records it says should not count.
 */
export const OpenAppeal = command('OpenAppeal', { ranking: name, period, text: words, photos, findings: contested });

/** Somebody of another unit decides an appeal, with a reason. */
export const DecideAppeal = command('DecideAppeal', { appeal: key, upheld: Type.Boolean(), text: words });

/** Publishes the standings of a period anew, by what is known now. The earlier issue stays. */
export const CorrectStandings = command('CorrectStandings', { ranking: name, period, reason: words });

/** Makes the draw of a period again, with a reason; the draw there is stays on record beside it. */
export const RepeatDraw = command('RepeatDraw', {
  schedule: name,
  period: Type.String({ minLength: 4, maxLength: 10 }),
  reason: words,
});

/**
 * The unit that keeps a channel takes in what somebody outside reported: `site` of the register, or a `place` in words.
 * `reported` is the day he said it, when it is written down later; the time to deal with it runs from the writing down.
 */
export const TakeComplaint = command('TakeComplaint', {
  complaint: id,
  channel: name,
  topic: name,
  site: Type.Optional(name),
  place: Type.Optional(name),
  reported: Type.Optional(Type.String({ minLength: 10, maxLength: 10, pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  text: words,
  photos,
});

/** How a meeting voted. */
const Votes = Type.Object(
  {
    for: Type.Integer({ minimum: 0, maximum: 10_000 }),
    against: Type.Integer({ minimum: 0, maximum: 10_000 }),
    abstained: Type.Integer({ minimum: 0, maximum: 10_000 }),
  },
  { additionalProperties: false },
);

/**
 * A meeting decided that a unit does something by a day, inclusive. `present` are the units that were there, `votes` how
 * it was voted; a meeting that only notes who has to do what leaves both out.
 */
export const PassResolution = command('PassResolution', {
  meeting: name,
  text: words,
  unit: name,
  due: Type.String({ minLength: 10, maxLength: 10, pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  present: Type.Optional(Type.Array(name, { maxItems: 500, uniqueItems: true })),
  votes: Type.Optional(Votes),
});

/** What a meeting decided has been carried out. */
export const FulfilResolution = command('FulfilResolution', { resolution: key, text: words, photos });

/** Issues a bulletin for a period; from then on it says what was known then. */
export const IssueBulletin = command('IssueBulletin', { report: name, period });

const cell = Type.Integer({ minimum: 1, maximum: 40 });

/** Lays the tiles of the units out on the schematic map: for all who look, from now on. */
export const ArrangeTiles = command('ArrangeTiles', {
  tiles: Type.Array(Type.Object({ unit: name, column: cell, row: cell }, { additionalProperties: false }), { maxItems: 400 }),
});

/** Everything a person can ask of a campaign. */
export const Command = Type.Union([
  AskReview,
  ReviewPlan,
  AdoptPlan,
  CloseCampaign,
  SubmitChecklist,
  ChooseRecord,
  DismissRecords,
  ReturnRecord,
  ReplyRectification,
  VerifyRectification,
  MoveFinding,
  DrawLookBack,
  ReachMilestone,
  ReportReading,
  VerifyReading,
  ReportProgress,
  VerifyProgress,
  PublishStandings,
  SignConsequence,
  DeclineConsequence,
  OpenAppeal,
  DecideAppeal,
  CorrectStandings,
  TakeComplaint,
  PassResolution,
  FulfilResolution,
  IssueBulletin,
  RepeatDraw,
  ArrangeTiles,
]);

export type AskReview = Static<typeof AskReview>;
export type ReviewPlan = Static<typeof ReviewPlan>;
export type AdoptPlan = Static<typeof AdoptPlan>;
export type CloseCampaign = Static<typeof CloseCampaign>;
export type SubmitChecklist = Static<typeof SubmitChecklist>;
export type ChooseRecord = Static<typeof ChooseRecord>;
export type DismissRecords = Static<typeof DismissRecords>;
export type ReturnRecord = Static<typeof ReturnRecord>;
export type ReplyRectification = Static<typeof ReplyRectification>;
export type VerifyRectification = Static<typeof VerifyRectification>;
export type MoveFinding = Static<typeof MoveFinding>;
export type DrawLookBack = Static<typeof DrawLookBack>;
export type ReachMilestone = Static<typeof ReachMilestone>;
export type ReportReading = Static<typeof ReportReading>;
export type VerifyReading = Static<typeof VerifyReading>;
export type PublishStandings = Static<typeof PublishStandings>;
export type SignConsequence = Static<typeof SignConsequence>;
export type DeclineConsequence = Static<typeof DeclineConsequence>;
export type ReportProgress = Static<typeof ReportProgress>;
export type VerifyProgress = Static<typeof VerifyProgress>;
export type OpenAppeal = Static<typeof OpenAppeal>;
export type DecideAppeal = Static<typeof DecideAppeal>;
export type CorrectStandings = Static<typeof CorrectStandings>;
export type RepeatDraw = Static<typeof RepeatDraw>;
export type TakeComplaint = Static<typeof TakeComplaint>;
export type PassResolution = Static<typeof PassResolution>;
export type FulfilResolution = Static<typeof FulfilResolution>;
export type IssueBulletin = Static<typeof IssueBulletin>;
export type ArrangeTiles = Static<typeof ArrangeTiles>;
export type Command = Static<typeof Command>;
export type CommandType = Command['type'];
