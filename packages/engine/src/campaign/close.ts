import { type Day, dayOf, lastDayOf } from '../calendar/day.ts';
import { daysOf, kindOf } from '../calendar/period.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { type Outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import type { CloseCampaign, Command, CommandType } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { CampaignClosed, Event, Fact } from './event.ts';
import type { Campaign } from './state.ts';

/** What may be done once a campaign is closed: finish what was begun, appeal, correct. Nothing new begins. */
const stillPossible: Readonly<Record<CommandType, boolean>> = {
  AskReview: false,
  ReviewPlan: false,
  AdoptPlan: false,
  CloseCampaign: false,
  // A visit of the days before that comes late from a phone; later ones are refused by their day.
  SubmitChecklist: true,
  ChooseRecord: true,
  DismissRecords: true,
  ReturnRecord: true,
  ReplyRectification: true,
  VerifyRectification: true,
  MoveFinding: true,
  DrawLookBack: false,
  ReachMilestone: false,
  ReportProgress: false,
  VerifyProgress: true,
  ReportReading: true,
  VerifyReading: true,
  PublishStandings: true,
  SignConsequence: true,
  DeclineConsequence: true,
  OpenAppeal: true,
  DecideAppeal: true,
  CorrectStandings: true,
  TakeComplaint: false,
  PassResolution: false,
  FulfilResolution: true,
  IssueBulletin: true,
  RepeatDraw: false,
  ArrangeTiles: true,
};

const refusal = ({ closed }: Campaign, at = ''): Problem =>
  problem('campaign.closed', at, { day: closed?.day ?? '', reason: closed?.reason ?? '' });

/** What stands in the way of a command after the campaign was closed; `undefined` for one that may still be given. */
export const barredByClosing = (campaign: Campaign, command: Command): Problem | undefined => {
  const { closed } = campaign;
  if (!closed) return undefined;
  if (!stillPossible[command.type]) return refusal(campaign);
  const period = 'period' in command && kindOf(command.period) ? command.period : undefined;
  return period !== undefined && daysOf(period).first > closed.day ? refusal(campaign, '/period') : undefined;
};

/** What stands in the way of a visit made after the campaign was closed. */
export const barredVisit = (campaign: Campaign, day: Day): Problem | undefined =>
  campaign.closed && day > campaign.closed.day ? refusal(campaign, '/filledAt') : undefined;

/** When a campaign may be closed: after which day, and which phase that rests on; `endless` for a long-term one. */
interface Closable {
  readonly phase: string;
  readonly endless: boolean;
  readonly after: Day;
}

/** The day after which a campaign may be closed: the last of its last phase, or the review day of one that has no end. */
export const closableFrom = (phases: readonly CompiledPhase[]): Closable | undefined => {
  const last = phases.at(-1);
  if (!last) return undefined;
  const { review } = last.phase;
  return { phase: last.name, endless: last.to === null, after: last.to ?? (review === undefined ? last.from : lastDayOf(review)) };
};

/** Closes a campaign after its last phase, with a reason. */
export const decideEnd = (campaign: Campaign, command: CloseCampaign, context: Context): Outcome<readonly Fact[]> => {
  const end = closableFrom(planInForce(campaign)?.phases ?? []);
  const day = dayOf(context.at);
  if (end && day <= end.after) return refuse('campaign.not-over', '', { phase: end.phase, after: end.after });
  if (command.reason.trim() === '') return refuse('campaign.reason-missing', '/reason');
  return { ok: true, value: [{ type: 'CampaignClosed', day, reason: command.reason }], problems: [] };
};

/** Takes the end of a campaign in. */
export const keepEnd = (campaign: Campaign, event: Event, { day, reason }: CampaignClosed): void => {
  campaign.closed = { day, reason, at: event.at, by: event.by.name };
};
