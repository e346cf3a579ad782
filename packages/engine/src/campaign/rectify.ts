import { dayOf } from '../calendar/day.ts';
import type { Finding } from '../finding/finding.ts';
import { successorOn } from '../organization/compile.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import type { ReachMilestone, ReplyRectification, VerifyRectification } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Fact } from './event.ts';
import type { Campaign } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

/** Photos that have not arrived whole, as problems. */
export const missingPhotos = (photos: readonly string[], context: Context): readonly Problem[] =>
  photos
    .filter((photo) => !context.photos(photo))
    .map((photo) => problem('submission.photo-unknown', '/photos', { photo: photo.slice(0, 8) }));

/** The unit that answers for a finding today: its own, or the one that took over since. */
const answering = (campaign: Campaign, finding: Finding, context: Context): string => {
  const plan = planInForce(campaign);
  return plan ? successorOn(plan.organization, finding.unit, dayOf(context.at)) : finding.unit;
};

/** The unit of a finding says how it put it right. Only while the finding is with the unit. */
export const decideReply = (campaign: Campaign, command: ReplyRectification, context: Context): Outcome<readonly Fact[]> => {
  const finding = campaign.findings.get(command.finding);
  if (!finding) return refuse('finding.unknown', '/finding');
  const unit = answering(campaign, finding, context);
  if (context.by.unit !== unit) return refuse('finding.not-your-unit', '/finding', { unit });
  if (finding.state !== 'rectifying') return refuse('finding.wrong-state', '/finding', { state: finding.state });
  const plan = campaign.versions.find((version) => version.plan.hash === campaign.submissions.get(finding.submission)?.plan)?.plan;
  if (plan?.notice.replyPhoto && command.photos.length === 0) return refuse('submission.photo-missing', '/photos', { item: finding.item });
  const absent = missingPhotos(command.photos, context);
  if (absent.length) return { ok: false, problems: absent };
  const { text, photos } = command;
  return facts({ type: 'RectificationReplied', finding: finding.id, day: dayOf(context.at), text, photos });
};

/** Nobody closes what he or his unit fixed. */
const isOwnWork = (campaign: Campaign, finding: Finding, context: Context): boolean => {
  const { by } = context;
  return (
    by.unit === finding.unit ||
    by.unit === answering(campaign, finding, context) ||
    finding.steps.some((step) => step.kind === 'replied' && step.by.account === by.account)
  );
};

/** Somebody else closes a replied finding or returns it; a return says why. */
export const decideVerification = (campaign: Campaign, command: VerifyRectification, context: Context): Outcome<readonly Fact[]> => {
  const finding = campaign.findings.get(command.finding);
  if (!finding) return refuse('finding.unknown', '/finding');
  if (isOwnWork(campaign, finding, context)) return refuse('finding.own-work', '/finding');
  if (finding.state !== 'replied') return refuse('finding.wrong-state', '/finding', { state: finding.state });
  const absent = missingPhotos(command.photos, context);
  if (absent.length) return { ok: false, problems: absent };
  const { text, photos } = command;
  if (!command.passed && text.trim() === '') return refuse('finding.reason-missing', '/text');
  const what = { finding: finding.id, day: dayOf(context.at), text, photos };
  return facts(command.passed ? { type: 'FindingClosed', ...what } : { type: 'RectificationReturned', ...what });
};

/** A milestone of the plan in force is reached, once. */
export const decideMilestone = (campaign: Campaign, command: ReachMilestone, context: Context): Outcome<readonly Fact[]> => {
  const { milestone, text, photos } = command;
  const names = planInForce(campaign)?.phases.flatMap((phase) => phase.milestones.map((m) => m.name)) ?? [];
  if (!names.includes(milestone)) return refuse('milestone.unknown', '/milestone', { milestone, near: nearest(milestone, names) });
  const before = campaign.milestones.get(milestone);
  if (before) return refuse('milestone.already-reached', '/milestone', { milestone, day: before.day });
  const absent = missingPhotos(photos, context);
  if (absent.length) return { ok: false, problems: absent };
  return facts({ type: 'MilestoneReached', milestone, day: dayOf(context.at), text, photos });
};
