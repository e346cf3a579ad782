import type { Actor, Role } from './actor.ts';
import type { CommandType } from './command.ts';

/**
 * Who may do what: the one table. Whoever is not named may not. Rules that depend on the record (own unit, own
 * work) are decided with the command.
 */
export const permissions: Readonly<Record<CommandType, readonly Role[]>> = {
  AdoptPlan: ['office'],
  SubmitChecklist: ['inspector'],
  ReplyRectification: ['unit'],
  VerifyRectification: ['office', 'inspector'],
  ReachMilestone: ['office', 'unit'],
  ReportReading: ['office', 'unit'],
  VerifyReading: ['office'],
  PublishStandings: ['office'],
  SignConsequence: ['leader'],
  DeclineConsequence: ['leader'],
  OpenAppeal: ['unit'],
  DecideAppeal: ['office', 'leader'],
  CorrectStandings: ['office'],
};

/** True when one of the person's roles allows the command. */
export const may = (actor: Actor, command: CommandType): boolean => permissions[command].some((role) => actor.roles.includes(role));
