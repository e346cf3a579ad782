import { dayOf, isDay } from '../calendar/day.ts';
import { readWithin } from '../calendar/within.ts';
import { classOf } from '../finding/classes.ts';
import { type Finding, type StageClock, timesDone } from '../finding/finding.ts';
import { type CompiledMove, type CompiledStage, isEnd } from '../finding/flow.ts';
import type { Deed, Need } from '../finding/flow-schema.ts';
import { dueOf, limitOf } from '../finding/limits.ts';
import { existsOn, successorOn } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { nearest } from '../problem/nearest.ts';
import { noun } from '../problem/nouns.ts';
import { type Outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import type { Actor } from './actor.ts';
import type { MoveFinding } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Fact, FindingMoved, NoticeIssued } from './event.ts';
import { isDrawn } from './look-back.ts';
import type { Campaign } from './state.ts';

/** The unit that answers for a finding today: its own, or the one that took over since. */
export const answering = (campaign: Campaign, finding: Pick<Finding, 'unit'>, at: string): string => {
  const plan = planInForce(campaign);
  return plan ? successorOn(plan.organization, finding.unit, dayOf(at)) : finding.unit;
};

/**
 * True for one who fixed the finding or whose unit did, also when that unit has been merged into his since, and also
 * for the unit that has to fix it. Nobody closes what he fixed.
 */
export const isOwnWork = (campaign: Campaign, finding: Finding, who: { readonly by: Actor; readonly at: string }): boolean => {
  const { by, at } = who;
  const replies = finding.steps.filter(({ kind }) => kind === 'replied');
  const units = [finding.unit, ...replies.map((step) => step.by.unit), ...replies.flatMap(({ unit }) => unit ?? [])];
  const own = new Set(units.flatMap((unit) => [unit, answering(campaign, { unit }, at)]));
  return own.has(by.unit) || replies.some((step) => step.by.account === by.account);
};

/** Deeds that judge somebody's work or request, besides every move that ends a finding. */
const judgements: ReadonlySet<Deed> = new Set([
  'close',
  'rework',
  'confirm',
  'reopen',
  'force-close',
  'extend',
  'refuse',
  'suspend',
  'defer',
  'uphold',
  'reject',
]);

/** A finding with the plan it follows and where a move would take it. */
interface Situation {
  readonly finding: Finding;
  readonly course: NonNullable<Finding['course']>;
  readonly plan: CompiledPlan;
  readonly move: CompiledMove;
  readonly target: CompiledStage;
}

const planOf = (campaign: Campaign, hash: string): CompiledPlan | undefined =>
  campaign.versions.find(({ plan }) => plan.hash === hash)?.plan;

/** Where a move leads from where the finding stands; `undefined` for one that goes back while there is nowhere to go back to. */
const targetOf = ({ move }: CompiledMove, course: NonNullable<Finding['course']>): string | undefined => move.to ?? course.asides[0];

const isMover = (campaign: Campaign, { finding, plan, move }: Situation, who: { readonly by: Actor; readonly at: string }): boolean => {
  const { by, at } = who;
  const unit = answering(campaign, finding, at);
  const allowed = move.move.by.some((role) => by.roles.includes(role) && (role !== 'unit' || by.unit === unit));
  const units = move.move.units === undefined ? undefined : plan.organization.parties.get(move.move.units);
  return allowed && (units === undefined || units.includes(by.unit));
};

const judges = ({ finding, move, target }: Situation): boolean =>
  (move.move.does !== undefined && judgements.has(move.move.does)) || (isEnd(target.is) && target.is !== finding.state);

/** Why this person may not make this move; empty when he may. What the move needs is not looked at. */
const objections = (campaign: Campaign, situation: Situation, context: Pick<Context, 'by' | 'at'>): readonly Problem[] => {
  const { finding, move } = situation;
  const { name, by, does, most } = move.move;
  if (!isMover(campaign, situation, context)) {
    const who = by.map((role) => (role === 'unit' ? answering(campaign, finding, context.at) : noun('zh', role)));
    return [problem('move.not-yours', '/move', { move: name, by: who.join('、'), roles: by.join('、') })];
  }
  if (judges(situation) && isOwnWork(campaign, finding, context)) return [problem('finding.own-work', '/finding')];
  if (move.needs.has('another') && finding.steps.at(-1)?.by.account === context.by.account)
    return [problem('move.same-person', '/move', { move: name })];
  if (most !== undefined && finding.steps.filter((step) => step.move === name).length >= most)
    return [problem('move.too-often', '/move', { move: name, most })];
  if ((does === 'confirm' || does === 'reopen') && !isDrawn(campaign, finding)) return [problem('look-back.not-drawn', '/finding')];
  return [];
};

const situationsOf = (campaign: Campaign, finding: Finding): readonly Situation[] => {
  const { course } = finding;
  const plan = course && planOf(campaign, course.plan);
  if (!course || !plan) return [];
  return [...plan.flow.moves.values()].flatMap((move) => {
    const target = move.move.from.includes(course.stage) ? plan.flow.stages.get(targetOf(move, course) ?? '') : undefined;
    return target ? [{ finding, course, plan, move, target }] : [];
  });
};

/** A move somebody may make now, where it leads and what has to come with it. */
export interface PossibleMove {
  readonly move: string;
  readonly to: string;
  readonly does: Deed | null;
  readonly needs: readonly Need[];
  /** How often it is still possible; null without a limit. */
  readonly left: number | null;
}

/** The moves a person may make on a finding now, in the order of the plan. Empty where the plan has no flow of its own. */
export const movesFor = (campaign: Campaign, finding: Finding, who: { readonly by: Actor; readonly at: string }): readonly PossibleMove[] =>
  situationsOf(campaign, finding)
    .filter((situation) => objections(campaign, situation, who).length === 0)
    .map(({ move, target }) => {
      const { name, does, most } = move.move;
      const done = finding.steps.filter((step) => step.move === name).length;
      const needs = [...move.needs].filter((need) => need !== 'another');
      return { move: name, to: target.name, does: does ?? null, needs, left: most === undefined ? null : most - done };
    });

const unitFault = (plan: CompiledPlan, command: MoveFinding, day: string): readonly Problem[] => {
  if (command.unit === undefined) return [];
  const unit = plan.organization.units.get(command.unit);
  if (unit !== undefined && existsOn(plan.organization, unit, day)) return [];
  const known = [...plan.organization.units.keys()];
  return [problem('move.unknown-unit', '/unit', { unit: command.unit, near: nearest(command.unit, known) })];
};

const isOther = (campaign: Campaign, finding: Finding, of: string | undefined): boolean => {
  const other = campaign.findings.get(of ?? '');
  return other !== undefined && other.id !== finding.id && other.state !== 'void' && other.state !== 'duplicate';
};

const lacking = (
  campaign: Campaign,
  { finding, move }: Situation,
  given: { command: MoveFinding; context: Context },
): readonly Problem[] => {
  const { command, context } = given;
  const plan = planInForce(campaign);
  const today = dayOf(context.at);
  const { name } = move.move;
  const absent = command.photos
    .filter((photo) => !context.photos(photo))
    .map((photo) => problem('submission.photo-unknown', '/photos', { photo: photo.slice(0, 8) }));
  return [
    ...(move.needs.has('text') && command.text.trim() === '' ? [problem('move.text-missing', '/text', { move: name })] : []),
    ...(move.needs.has('photo') && command.photos.length === 0 ? [problem('move.photo-missing', '/photos', { move: name })] : []),
    ...(plan ? unitFault(plan, command, today) : []),
    ...(move.needs.has('day') && !(command.until && isDay(command.until) && command.until >= today)
      ? [problem('move.day-missing', '/until', { move: name })]
      : []),
    ...(move.needs.has('finding') && !isOther(campaign, finding, command.of) ? [problem('move.unknown-other', '/of')] : []),
    ...absent,
  ];
};

const clockFor = (situation: Situation, unit: string, context: Context): FindingMoved['clock'] => {
  const { finding, course, plan, move, target } = situation;
  const of = classOf(plan.classes, course);
  const within = limitOf(plan.flow, target.name, { of, notice: plan.notice.within });
  if (!within) return null;
  const before: StageClock | undefined = course.clocks.findLast(({ stage }) => stage === target.name);
  const { does, restarts, adds } = move.move;
  const kept = before?.unit === unit && !restarts && does !== 'reopen' ? before : undefined;
  const start = kept?.start ?? context.at;
  const added = [...(kept?.added ?? []), ...(does === 'extend' && adds !== undefined ? [adds] : [])];
  const pauses = target.is === 'suspended' ? [] : course.pauses.map((pause) => ({ ...pause, to: pause.to ?? context.at }));
  const due = dueOf({ within, added: added.flatMap((phrase) => readWithin(phrase) ?? []) }, { start, pauses }, plan.calendar);
  return finding ? { start, ...due, added } : null;
};

/** The stages to go back to after a move: one more when it leads aside, one less when it goes back, none in the open. */
const asidesAfter = ({ course, plan, move, target }: Situation): readonly string[] => {
  if (move.move.to === undefined) return course.asides.slice(1);
  if (!plan.flow.asides.has(target.name)) return [];
  return target.name === course.stage ? course.asides : [course.stage, ...course.asides];
};

const noticeFor = (campaign: Campaign, finding: Finding, moved: FindingMoved): NoticeIssued => ({
  type: 'NoticeIssued',
  notice: `${finding.id}/${moved.unit}/${timesDone(finding, 'dispatch') + timesDone(finding, 'reopen') + 1}`,
  number: campaign.notices + 1,
  unit: moved.unit,
  site: finding.site,
  findings: [finding.id],
  issued: moved.day,
  due: moved.dueDay,
  provisional: moved.clock?.provisional ?? false,
});

const factsOf = (campaign: Campaign, situation: Situation, given: { command: MoveFinding; context: Context }): readonly Fact[] => {
  const { finding, plan, move, target } = situation;
  const { command, context } = given;
  const organization = (planInForce(campaign) ?? plan).organization;
  const day = dayOf(context.at);
  const does = move.move.does;
  const named = command.unit !== undefined && move.needs.has('unit') ? organization.units.get(command.unit) : undefined;
  const unit = named ?? (does === 'dispatch' ? answering(campaign, finding, context.at) : finding.unit);
  const clock = clockFor(situation, unit, context);
  const moved: FindingMoved = {
    type: 'FindingMoved',
    finding: finding.id,
    move: move.move.name,
    ...(does && { does }),
    to: target.name,
    is: target.is,
    asides: asidesAfter(situation),
    unit,
    day,
    clock,
    dueDay: clock?.due ? dayOf(clock.due) : finding.due,
    text: command.text,
    photos: command.photos,
    ...(command.until !== undefined && move.needs.has('day') && { until: command.until }),
    ...(command.of !== undefined && move.needs.has('finding') && { of: command.of }),
  };
  const fresh = clock !== null && clock.start === context.at && target.is === 'rectifying';
  return fresh ? [moved, noticeFor(campaign, finding, moved)] : [moved];
};

/** Moves a finding along the flow of its plan, or says all that stands in the way. */
export const decideMove = (campaign: Campaign, command: MoveFinding, context: Context): Outcome<readonly Fact[]> => {
  const finding = campaign.findings.get(command.finding);
  const course = finding?.course;
  const plan = course && planOf(campaign, course.plan);
  if (!finding || !course || !plan) return refuse('finding.unknown', '/finding');
  const known = plan.flow.moves.get(command.move);
  if (!known) return refuse('move.unknown', '/move', { move: command.move, near: nearest(command.move, [...plan.flow.moves.keys()]) });
  const situations = situationsOf(campaign, finding);
  const situation = situations.find(({ move }) => move === known);
  if (!situation) {
    const moves = situations.map(({ move }) => move.move.name).join('、');
    return refuse('move.not-here', '/move', { move: command.move, stage: course.stage, moves });
  }
  const objection = objections(campaign, situation, context);
  if (objection.length > 0) return { ok: false, problems: objection };
  const problems = lacking(campaign, situation, { command, context });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: factsOf(campaign, situation, { command, context }), problems: [] };
};

/** The move of a finding's stage that does a deed; `undefined` when there is none. */
export const moveDoing = (campaign: Campaign, finding: Finding, deed: Deed): string | undefined =>
  situationsOf(campaign, finding).find(({ move }) => move.move.does === deed)?.move.move.name;
