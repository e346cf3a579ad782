import { dayOf } from '../calendar/day.ts';
import { secondOpinion } from '../expression/opinion.ts';
import { lineage } from '../inheritance/chain.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { type Outcome, type Problem, refuse } from '../problem/problem.ts';
import type { AdoptPlan, AskReview, ReviewPlan } from './command.ts';
import type { Context } from './context.ts';
import { seededBy } from './draws.ts';
import type { Event, Fact, PlanAdopted, PlanReviewed, ReviewAsked } from './event.ts';
import type { Campaign, Review } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

/** Opinions asked for before: rules do not change, and a trial adopts the same plan again and again. */
const opinions = new WeakMap<CompiledPlan['checklists'], readonly Problem[]>();

/** Rules on which json-logic-js comes to another result than we do: such a plan is not adopted. */
const disputed = ({ checklists }: CompiledPlan): readonly Problem[] => {
  const known = opinions.get(checklists) ?? [...checklists.values()].flatMap(({ asked }) => (asked ? secondOpinion(asked).problems : []));
  opinions.set(checklists, known);
  return known;
};

/** The plan that could be adopted next, or what in the plan itself stands in its way. */
const adoptable = (campaign: Campaign, hash: string, context: Context): Outcome<CompiledPlan> => {
  const plan = context.plans(hash);
  if (!plan) return refuse('plan.has-errors', '/plan', { count: 1 });
  if (campaign.versions.at(-1)?.plan.hash === plan.hash) return refuse('plan.unchanged', '/plan');
  const problems = [...disputed(plan), ...lineage(plan.written, context.plans).problems.filter(({ severity }) => severity === 'error')];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: plan, problems: [] };
};

/** The newest review of a draft that was asked for since the last adoption; `undefined` when nobody asked. */
export const reviewOf = ({ reviews, versions }: Campaign, hash: string): Review | undefined =>
  [...reviews.values()].findLast(({ plan, after }) => plan === hash && after === versions.length);

/** Asks for a review. One that waits or has passed needs no second asking; one that was returned may be asked for again. */
export const decideAsking = (campaign: Campaign, command: AskReview, context: Context): Outcome<readonly Fact[]> => {
  const plan = adoptable(campaign, command.plan, context);
  if (!plan.ok) return plan;
  const before = reviewOf(campaign, command.plan);
  if (before && before.verdict?.passed !== false) return facts();
  const { account, name } = context.wrote?.(command.plan) ?? context.by;
  return facts({
    type: 'ReviewAsked',
    review: String(campaign.reviews.size + 1),
    plan: command.plan,
    title: plan.value.plan.title,
    writer: { account, name },
    day: dayOf(context.at),
    text: command.text,
  });
};

/** Somebody who neither wrote nor asked passes a draft or returns it with words. */
export const decideReview = (campaign: Campaign, command: ReviewPlan, context: Context): Outcome<readonly Fact[]> => {
  const { plan, passed, text, remarks } = command;
  const review = reviewOf(campaign, plan);
  if (!review) return refuse('review.unknown', '/plan');
  const newest = [...campaign.reviews.values()].at(-1);
  if (newest && newest.id !== review.id) return refuse('review.superseded', '/plan', { by: newest.asked.by.name });
  if (review.verdict) return refuse('review.decided', '/plan', { by: review.verdict.by.name });
  const { account } = context.by;
  if (account === review.writer.account || account === review.asked.by.account) return refuse('review.own-work', '/plan');
  const words = [text, ...Object.values(remarks)];
  if (!passed && words.every((one) => one.trim() === '')) return refuse('review.reason-missing', '/text');
  return facts({ type: 'PlanReviewed', review: review.id, plan, passed, day: dayOf(context.at), text, remarks });
};

/** What putting a plan in force says: the version, and the seed of the draws where there is none yet. */
export const adoptionOf = (campaign: Campaign, plan: CompiledPlan, context: Pick<Context, 'at' | 'random'>): readonly Fact[] => {
  const version = campaign.versions.length + 1;
  const { title } = plan.plan;
  return [{ type: 'PlanAdopted', plan: plan.hash, version, title, from: dayOf(context.at) }, ...seededBy(campaign, context)];
};

/** Puts a plan in force that exactly as it is has passed the eyes of somebody else. */
export const decideAdoption = (campaign: Campaign, command: AdoptPlan, context: Context): Outcome<readonly Fact[]> => {
  const plan = adoptable(campaign, command.plan, context);
  if (!plan.ok) return plan;
  const verdict = reviewOf(campaign, command.plan)?.verdict;
  if (!verdict?.passed) return refuse('review.missing', '/plan');
  if (verdict.by.account === context.by.account) return refuse('review.own-adoption', '/plan');
  return facts(...adoptionOf(campaign, plan.value, context));
};

/** Takes in that a review was asked for, or what came of it. Throws when the log judges what nobody asked about. */
export const keepReview = (campaign: Campaign, event: Event, fact: ReviewAsked | PlanReviewed): void => {
  const { account, name, unit } = event.by;
  const by = { account, name, unit };
  if (fact.type === 'ReviewAsked') {
    const { type: _, review: id, text, ...said } = fact;
    campaign.reviews.set(id, { id, ...said, after: campaign.versions.length, asked: { at: event.at, by, text }, verdict: null });
    return;
  }
  const review = campaign.reviews.get(fact.review);
  if (!review) throw new Error(`the log judges a plan nobody asked about: ${fact.review}`);
  const { passed, day, text, remarks } = fact;
  campaign.reviews.set(fact.review, { ...review, verdict: { passed, day, text, remarks, at: event.at, by } });
};

/** Takes a new version in. Throws when the log names a plan nobody knows. */
export const keepVersion = (
  campaign: Campaign,
  event: Event,
  { fact, plan }: { readonly fact: PlanAdopted; readonly plan: CompiledPlan | undefined },
): void => {
  if (!plan) throw new Error(`the log names an unknown plan: ${fact.plan}`);
  const review = reviewOf(campaign, fact.plan);
  const { version, from } = fact;
  campaign.versions.push({ plan, version, from, at: event.at, by: event.by.name, ...(review && { review }) });
};
