import { type Day, dayOf } from '../calendar/day.ts';
import { unitsOf } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import type { ReportProgress, VerifyProgress } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Event, Fact, ProgressConfirmed, ProgressReported, ProgressReturned } from './event.ts';
import { missingPhotos } from './rectify.ts';
import type { Campaign } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

/** Units that have to bring a task or a milestone about; every unit for a milestone that names none. `undefined` when the plan has it not. */
export const progressUnits = (plan: CompiledPlan, kind: ReportProgress['kind'], name: string): readonly string[] | undefined => {
  if (kind === 'task') {
    const task = plan.tasks.get(name);
    return task && [...new Set([...task.bearers, ...task.cooperate])];
  }
  const milestone = plan.phases.flatMap((phase) => phase.milestones).find((one) => one.name === name);
  if (!milestone) return undefined;
  const named = unitsOf(plan.organization, milestone.milestone.units);
  return named.length > 0 ? named : [...new Set(plan.organization.units.values())];
};

const namesOf = (plan: CompiledPlan | undefined, kind: ReportProgress['kind']): readonly string[] =>
  kind === 'task' ? [...(plan?.tasks.keys() ?? [])] : (plan?.phases.flatMap((phase) => phase.milestones.map(({ name }) => name)) ?? []);

/** A unit that bears a task or a milestone, or the office for it, says how far it has come. Not while a report of it waits. */
export const decideProgress = (campaign: Campaign, command: ReportProgress, context: Context): Outcome<readonly Fact[]> => {
  const { kind, about, percent, text, photos } = command;
  const plan = planInForce(campaign);
  const units = plan && progressUnits(plan, kind, about);
  if (!plan || !units) return refuse('progress.unknown', '/about', { about, near: nearest(about, namesOf(plan, kind)) });
  const unit = plan.organization.units.get(context.by.unit) ?? context.by.unit;
  if (!units.includes(unit) && !context.by.roles.includes('office'))
    return refuse('progress.not-your-unit', '/about', { about, units: units.slice(0, 5).join('、'), unit: unit || '—' });
  const reached = kind === 'milestone' ? campaign.milestones.get(about) : undefined;
  if (reached) return refuse('milestone.already-reached', '/about', { milestone: about, day: reached.day });
  if (text.trim() === '') return refuse('progress.text-missing', '/text');
  const own = [...campaign.progress.values()].filter((one) => one.kind === kind && one.about === about && one.unit === unit);
  if (own.some((one) => one.state === 'reported')) return refuse('progress.waiting', '/about', { about });
  const absent = missingPhotos(photos, context);
  if (absent.length > 0) return { ok: false, problems: absent };
  const progress = `${kind}·${about}·${unit}·${own.length + 1}`;
  return facts({ type: 'ProgressReported', progress, kind, about, unit, percent, day: dayOf(context.at), text, photos });
};

/**
 * Somebody else confirms what was reported or returns it with a reason. A milestone confirmed as done is reached on the
 * day of the report, so that waiting for the office makes nobody late.
 */
export const decideProgressVerdict = (campaign: Campaign, command: VerifyProgress, context: Context): Outcome<readonly Fact[]> => {
  const progress = campaign.progress.get(command.progress);
  if (!progress) return refuse('progress.unknown-report', '/progress');
  if (progress.by.account === context.by.account) return refuse('reading.own-work', '/progress');
  if (progress.state !== 'reported') return refuse('reading.wrong-state', '/progress', { state: progress.state });
  if (!command.passed && command.text.trim() === '') return refuse('reading.reason-missing', '/text');
  const verdict = { progress: progress.id, day: dayOf(context.at), text: command.text };
  if (!command.passed) return facts({ type: 'ProgressReturned', ...verdict });
  const { about: milestone, day, text, photos } = progress;
  const reaches = progress.kind === 'milestone' && progress.percent === 100 && !campaign.milestones.has(milestone);
  return facts(
    { type: 'ProgressConfirmed', ...verdict },
    ...(reaches ? [{ type: 'MilestoneReached', milestone, day, text, photos } as const] : []),
  );
};

/** Takes a fact about progress in. Throws when the log judges what it never heard reported. */
export const keepProgress = (campaign: Campaign, event: Event, fact: ProgressReported | ProgressConfirmed | ProgressReturned): void => {
  const { account, name, unit } = event.by;
  if (fact.type === 'ProgressReported') {
    const { type: _, progress: id, ...said } = fact;
    campaign.progress.set(id, { id, ...said, at: event.at, by: { account, name, unit }, state: 'reported', verdict: null });
    return;
  }
  const before = campaign.progress.get(fact.progress);
  if (!before) throw new Error(`the log judges progress it never heard of: ${fact.progress}`);
  const state = fact.type === 'ProgressConfirmed' ? 'confirmed' : 'returned';
  campaign.progress.set(fact.progress, { ...before, state, verdict: { at: event.at, day: fact.day, by: name, text: fact.text } });
};

/** How far a unit has come by what was confirmed: its newest confirmed report; 0 before the first. */
export const percentOf = (
  campaign: Campaign,
  at: { readonly kind: ReportProgress['kind']; readonly about: string; readonly unit: string },
): number =>
  [...campaign.progress.values()].findLast(
    (one) => one.state === 'confirmed' && one.kind === at.kind && one.about === at.about && one.unit === at.unit,
  )?.percent ?? 0;

/** The first day a plan of the campaign gave a milestone or a task, its baseline; null when no plan names one. */
export const baselineOf = (campaign: Campaign, dayIn: (plan: CompiledPlan) => Day | null): Day | null => {
  for (const { plan } of campaign.versions) {
    const day = dayIn(plan);
    if (day !== null) return day;
  }
  return null;
};
