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

/** Puts a plan in force. `plan` is the hash of a plan the campaign's library holds. */
export const AdoptPlan = command('AdoptPlan', { plan: hash });

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
});

/** The unit says how it put a finding right, with photos. */
export const ReplyRectification = command('ReplyRectification', { finding: key, text: words, photos });

/** Somebody else looks and either closes the finding or returns it with a reason. */
export const VerifyRectification = command('VerifyRectification', { finding: key, passed: Type.Boolean(), text: words, photos });

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

/** A unit objects to its place or score in a published period. Consequences that rest on it wait. */
export const OpenAppeal = command('OpenAppeal', { ranking: name, period, text: words, photos });

/** Somebody of another unit decides an appeal, with a reason. */
export const DecideAppeal = command('DecideAppeal', { appeal: key, upheld: Type.Boolean(), text: words });

/** Publishes the standings of a period anew, by what is known now. The earlier issue stays. */
export const CorrectStandings = command('CorrectStandings', { ranking: name, period, reason: words });

/** Everything a person can ask of a campaign. */
export const Command = Type.Union([
  AdoptPlan,
  SubmitChecklist,
  ReplyRectification,
  VerifyRectification,
  ReachMilestone,
  ReportReading,
  VerifyReading,
  PublishStandings,
  SignConsequence,
  DeclineConsequence,
  OpenAppeal,
  DecideAppeal,
  CorrectStandings,
]);

export type AdoptPlan = Static<typeof AdoptPlan>;
export type SubmitChecklist = Static<typeof SubmitChecklist>;
export type ReplyRectification = Static<typeof ReplyRectification>;
export type VerifyRectification = Static<typeof VerifyRectification>;
export type ReachMilestone = Static<typeof ReachMilestone>;
export type ReportReading = Static<typeof ReportReading>;
export type VerifyReading = Static<typeof VerifyReading>;
export type PublishStandings = Static<typeof PublishStandings>;
export type SignConsequence = Static<typeof SignConsequence>;
export type DeclineConsequence = Static<typeof DeclineConsequence>;
export type OpenAppeal = Static<typeof OpenAppeal>;
export type DecideAppeal = Static<typeof DecideAppeal>;
export type CorrectStandings = Static<typeof CorrectStandings>;
export type Command = Static<typeof Command>;
export type CommandType = Command['type'];
