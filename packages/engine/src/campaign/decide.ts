import { dayOf } from '../calendar/day.ts';
import { secondOpinion } from '../expression/opinion.ts';
import { lineage } from '../inheritance/chain.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Outcome, type Problem, refuse } from '../problem/problem.ts';
import { decideAppeal, decideCorrection, decideOpening } from './appeals.ts';
import { decideChoice, decideDismissal, decideReturn } from './choose.ts';
import type { AdoptPlan, Command } from './command.ts';
import type { Context } from './context.ts';
import { decideRepeat, seededBy } from './draws.ts';
import type { Fact } from './event.ts';
import { decideLookBack } from './look-back.ts';
import { may } from './may.ts';
import { decideProgress, decideProgressVerdict } from './progress.ts';
import { decideBulletin, decideComplaint, decideFulfilment, decideResolution } from './public.ts';
import { decideReading, decideReadingVerdict } from './readings.ts';
import { decideMilestone, decideMoving, decideReply, decideVerification } from './rectify.ts';
import { decideConsequence, decidePublication } from './standings.ts';
import type { Campaign } from './state.ts';
import { decideSubmission } from './submit.ts';
import { decideTiles } from './tiles.ts';

/** Opinions asked for before: rules do not change, and a trial adopts the same plan again and again. */
const opinions = new WeakMap<CompiledPlan['checklists'], readonly Problem[]>();

/** Rules on which json-logic-js comes to another result than we do: such a plan is not adopted. */
const disputed = ({ checklists }: CompiledPlan): readonly Problem[] => {
  const known = opinions.get(checklists) ?? [...checklists.values()].flatMap(({ asked }) => (asked ? secondOpinion(asked).problems : []));
  opinions.set(checklists, known);
  return known;
};

const decideAdoption = (campaign: Campaign, command: AdoptPlan, context: Context): Outcome<readonly Fact[]> => {
  const plan = context.plans(command.plan);
  if (!plan) return refuse('plan.has-errors', '/plan', { count: 1 });
  if (campaign.versions.at(-1)?.plan.hash === plan.hash) return refuse('plan.unchanged', '/plan');
  const problems = [...disputed(plan), ...lineage(plan.written, context.plans).problems.filter(({ severity }) => severity === 'error')];
  if (problems.length) return { ok: false, problems };
  const version = campaign.versions.length + 1;
  return {
    ok: true,
    value: [
      { type: 'PlanAdopted', plan: plan.hash, version, title: plan.plan.title, from: dayOf(context.at) },
      ...seededBy(campaign, context),
    ],
    problems: [],
  };
};

/** True also for who inspected before: what was filled then is never refused for coming late. */
const mayGive = ({ by, inspectedFor = [] }: Context, { type }: Command): boolean =>
  may(by, type) || (type === 'SubmitChecklist' && inspectedFor.length > 0);

/**
 * What a command leads to: the facts to append to the log, or the problems that stand in its way. Nothing is
 * changed. A command whose effect is there already leads to no facts.
 */
export const decide = (campaign: Campaign, command: Command, context: Context): Outcome<readonly Fact[]> => {
  if (!mayGive(context, command)) return refuse('command.not-allowed', '', { command: command.type });
  if (command.type === 'AdoptPlan') return decideAdoption(campaign, command, context);
  if (campaign.versions.length === 0) return refuse('command.no-plan');
  switch (command.type) {
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
