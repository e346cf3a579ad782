import { type Outcome, refuse } from '../problem/problem.ts';
import { decideAppeal, decideCorrection, decideOpening } from './appeals.ts';
import { decideChoice, decideDismissal, decideReturn } from './choose.ts';
import { barredByClosing, decideEnd } from './close.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { decideRepeat } from './draws.ts';
import type { Fact } from './event.ts';
import { decideLookBack } from './look-back.ts';
import { may } from './may.ts';
import { decideProgress, decideProgressVerdict } from './progress.ts';
import { decideBulletin, decideComplaint, decideFulfilment, decideResolution } from './public.ts';
import { decideReading, decideReadingVerdict } from './readings.ts';
import { decideMilestone, decideMoving, decideReply, decideVerification } from './rectify.ts';
import { decideAdoption, decideAsking, decideReview } from './review.ts';
import { decideConsequence, decidePublication } from './standings.ts';
import type { Campaign } from './state.ts';
import { decideSubmission } from './submit.ts';
import { decideTiles } from './tiles.ts';

/** True also for who inspected before: what was filled then is never refused for coming late. */
const mayGive = ({ by, inspectedFor = [] }: Context, { type }: Command): boolean =>
  may(by, type) || (type === 'SubmitChecklist' && inspectedFor.length > 0);

/**
 * What a command leads to: the facts to append to the log, or the problems that stand in its way. Nothing is
 * changed. A command whose effect is there already leads to no facts.
 */
export const decide = (campaign: Campaign, command: Command, context: Context): Outcome<readonly Fact[]> => {
  if (!mayGive(context, command)) return refuse('command.not-allowed', '', { command: command.type });
  const barred = barredByClosing(campaign, command);
  if (barred) return { ok: false, problems: [barred] };
  const writing = command.type === 'AskReview' || command.type === 'ReviewPlan' || command.type === 'AdoptPlan';
  if (campaign.versions.length === 0 && !writing) return refuse('command.no-plan');
  switch (command.type) {
    case 'AskReview':
      return decideAsking(campaign, command, context);
    case 'ReviewPlan':
      return decideReview(campaign, command, context);
    case 'AdoptPlan':
      return decideAdoption(campaign, command, context);
    case 'CloseCampaign':
      return decideEnd(campaign, command, context);
    case 'SubmitChecklist':
      return decideSubmission(campaign, command, context);
    case 'ChooseRecord':
      return decideChoice(campaign, command, context);
    case 'DismissRecords':
      return decideDismissal(campaign, command);
    case 'ReturnRecord':
      return decideReturn(campaign, command, context);
    case 'ReplyRectification':
      return decideReply(campaign, command, context);
    case 'VerifyRectification':
      return decideVerification(campaign, command, context);
    case 'MoveFinding':
      return decideMoving(campaign, command, context);
    case 'DrawLookBack':
      return decideLookBack(campaign, command, context);
    case 'ReachMilestone':
      return decideMilestone(campaign, command, context);
    case 'ReportReading':
      return decideReading(campaign, command, context);
    case 'VerifyReading':
      return decideReadingVerdict(campaign, command, context);
    case 'ReportProgress':
      return decideProgress(campaign, command, context);
    case 'VerifyProgress':
      return decideProgressVerdict(campaign, command, context);
    case 'PublishStandings':
      return decidePublication(campaign, command, context);
    case 'OpenAppeal':
      return decideOpening(campaign, command, context);
    case 'DecideAppeal':
      return decideAppeal(campaign, command, context);
    case 'CorrectStandings':
      return decideCorrection(campaign, command, context);
    case 'RepeatDraw':
      return decideRepeat(campaign, command, context);
    case 'TakeComplaint':
      return decideComplaint(campaign, command, context);
    case 'PassResolution':
      return decideResolution(campaign, command, context);
    case 'FulfilResolution':
      return decideFulfilment(campaign, command, context);
    case 'IssueBulletin':
      return decideBulletin(campaign, command, context);
    case 'ArrangeTiles':
      return decideTiles(campaign, command);
    case 'SignConsequence':
    case 'DeclineConsequence':
      return decideConsequence(campaign, command);
  }
};
