import { dayOf } from '../calendar/day.ts';
import type { Finding } from '../finding/finding.ts';
import type { Deed } from '../finding/flow-schema.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, type Problem, problem, refuse } from '../problem/problem.ts';
import type { MoveFinding, ReachMilestone, ReplyRectification, VerifyRectification } from './command.ts';
import type { Context } from './context.ts';
import { planInForce } from './duties.ts';
import type { Fact } from './event.ts';
import { may } from './may.ts';
import { answering, decideMove, isOwnWork, moveDoing } from './move.ts';
import type { Campaign } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

/** Photos that have not arrived whole, as problems. */
export const missingPhotos = (photos: readonly string[], context: Context): readonly Problem[] =>
  photos
    .filter((photo) => !context.photos(photo))
    .map((photo) => problem('submission.photo-unknown', '/photos', { photo: photo.slice(0, 8) }));

/** A finding under a flow of the plan's own is moved by the move of its stage that does the same. */
const byMove = (
  campaign: Campaign,
  given: { readonly finding: Finding; readonly deed: Deed; readonly words: Pick<MoveFinding, 'text' | 'photos'> },
  context: Context,
): Outcome<readonly Fact[]> => {
  const { finding, deed, words } = given;
  const move = moveDoing(campaign, finding, deed);
  if (move === undefined) return refuse('finding.wrong-state', '/finding', { state: finding.state });
  return decideMove(campaign, { type: 'MoveFinding', finding: finding.id, move, ...words }, context);
};

/** The unit of a finding says how it put it right. Only while the finding is with the unit. */
export const decideReply = (campaign: Campaign, command: ReplyRectification, context: Context): Outcome<readonly Fact[]> => {
  const finding = campaign.findings.get(command.finding);
  if (!finding) return refuse('finding.unknown', '/finding');
  if (finding.course) return byMove(campaign, { finding, deed: 'reply', words: { text: command.text, photos: command.photos } }, context);
  const unit = answering(campaign, finding, context.at);
  if (context.by.unit !== unit) return refuse('finding.not-your-unit', '/finding', { unit });
  if (finding.state !== 'rectifying') return refuse('finding.wrong-state', '/finding', { state: finding.state });
  const plan = campaign.versions.find((version) => version.plan.hash === campaign.submissions.get(finding.submission)?.plan)?.plan;
  if (plan?.notice.replyPhoto && command.photos.length === 0) return refuse('submission.photo-missing', '/photos', { item: finding.item });
  const absent = missingPhotos(command.photos, context);
  if (absent.length) return { ok: false, problems: absent };
  const { text, photos } = command;
  return facts({ type: 'RectificationReplied', finding: finding.id, day: dayOf(context.at), text, photos });
};

/** Somebody else closes a replied finding or returns it; a return says why. */
export const decideVerification = (campaign: Campaign, command: VerifyRectification, context: Context): Outcome<readonly Fact[]> => {
  const finding = campaign.findings.get(command.finding);
  if (!finding) return refuse('finding.unknown', '/finding');
  const words = { text: command.text, photos: command.photos };
  if (finding.course) return byMove(campaign, { finding, deed: command.passed ? 'close' : 'rework', words }, context);
  if (isOwnWork(campaign, finding, context)) return refuse('finding.own-work', '/finding');
  if (finding.state !== 'replied') return refuse('finding.wrong-state', '/finding', { state: finding.state });
  const absent = missingPhotos(command.photos, context);
  if (absent.length) return { ok: false, problems: absent };
  const { text, photos } = command;
  if (!command.passed && text.trim() === '') return refuse('finding.reason-missing', '/text');
  const what = { finding: finding.id, day: dayOf(context.at), text, photos };
  return facts(command.passed ? { type: 'FindingClosed', ...what } : { type: 'RectificationReturned', ...what });
};

/** What the moves of the plain flow are called, and the command each of them is. */
const plainMoves: Readonly<Record<string, (command: MoveFinding) => ReplyRectification | VerifyRectification>> = {
  回复整改: ({ finding, text, photos }) => ({ type: 'ReplyRectification', finding, text, photos }),
  核查合格: ({ finding, text, photos }) => ({ type: 'VerifyRectification', finding, passed: true, text, photos }),
  退回整改: ({ finding, text, photos }) => ({ type: 'VerifyRectification', finding, passed: false, text, photos }),
};

/** Moves a finding; where the plan has no flow of its own, the moves are replying, closing and returning. */
export const decideMoving = (campaign: Campaign, command: MoveFinding, context: Context): Outcome<readonly Fact[]> => {
  const finding = campaign.findings.get(command.finding);
  if (!finding || finding.course) return decideMove(campaign, command, context);
  const plain = plainMoves[command.move]?.(command);
  if (!plain) return refuse('move.unknown', '/move', { move: command.move, near: nearest(command.move, Object.keys(plainMoves)) });
  if (!may(context.by, plain.type)) return refuse('command.not-allowed', '', { command: plain.type });
  return plain.type === 'ReplyRectification' ? decideReply(campaign, plain, context) : decideVerification(campaign, plain, context);
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
