import type { Actor, Role } from './actor.ts';
import type { CommandType } from './command.ts';

/**
 * Who may do what: the one table. Whoever is not named may not. Rules that depend on the record (own unit, own
 * work) are decided with the command.
 */
export const permissions: Readonly<Record<CommandType, readonly Role[]>> = {
  AskReview: ['office'],
  ReviewPlan: ['office', 'leader'],
  AdoptPlan: ['office'],
  CloseCampaign: ['office'],
  SubmitChecklist: ['inspector'],
  ChooseRecord: ['office'],
  DismissRecords: ['office'],
  ReturnRecord: ['office'],
  ReplyRectification: ['unit'],
  VerifyRectification: ['office', 'inspector'],
  MoveFinding: ['office', 'inspector', 'unit', 'leader'],
  DrawLookBack: ['office'],
  ReachMilestone: ['office'],
  ReportProgress: ['office', 'unit'],
  VerifyProgress: ['office'],
  ReportReading: ['office', 'unit'],
  VerifyReading: ['office'],
  PublishStandings: ['office'],
  SignConsequence: ['leader'],
  DeclineConsequence: ['leader'],
  OpenAppeal: ['unit'],
  DecideAppeal: ['office', 'leader'],
  CorrectStandings: ['office'],
  TakeComplaint: ['office', 'unit'],
  PassResolution: ['office', 'leader'],
  FulfilResolution: ['office', 'unit'],
  IssueBulletin: ['office', 'leader'],
  RepeatDraw: ['office'],
  ArrangeTiles: ['office'],
};

/** True when one of the person's roles allows the command. */
export const may = (actor: Actor, command: CommandType): boolean => permissions[command].some((role) => actor.roles.includes(role));
