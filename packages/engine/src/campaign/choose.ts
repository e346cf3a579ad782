import { dayOf } from '../calendar/day.ts';
import { checkAnswers } from '../checklist/answers.ts';
import { itemsAt } from '../checklist/where.ts';
import { whereOf } from '../plan/compile.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, problem, refuse } from '../problem/problem.ts';
import type { ChooseRecord, DismissRecords, ReturnRecord } from './command.ts';
import type { Context } from './context.ts';
import { adoptedDuty } from './duties.ts';
import type { ChecklistSubmitted, Fact } from './event.ts';
import { awaited, planOfRecord } from './records.ts';
import type { Campaign, Submission } from './state.ts';
import { takePlace, visitDay } from './submit.ts';

/** The name under which other content kept beside a submission can be chosen. */
export const copyName = (submission: string, contentHash: string): string => `${submission}~${contentHash.slice(0, 16)}`;

/** A record as it would be logged, by the plan it was filled by. */
const asFact = ({ at: _, by: __, findings: ___, conflicts: ____, returns: _____, ...visit }: Submission): ChecklistSubmitted => ({
  type: 'ChecklistSubmitted',
  ...visit,
});

/** Other content kept under a known id as a record of its own, checked as any record is. */
const admitted = (campaign: Campaign, first: Submission, record: string): Outcome<ChecklistSubmitted> => {
  const copy = first.conflicts.find(({ contentHash }) => copyName(first.submission, contentHash) === record);
  if (!copy) return refuse('record.unknown', '/record');
  const plan = planOfRecord(campaign, copy.plan ?? first.plan);
  const id = copy.duty ?? first.duty;
  const duty = plan && adoptedDuty(campaign, plan.hash, id)?.duty;
  const checklist = plan && duty && plan.checklists.get(duty.checklist);
  if (!plan || !duty || !checklist) return refuse('submission.unknown-duty', '/duty', { duty: id });
  const visited = visitDay(duty, copy.filledAt, copy.at);
  if (!visited) return refuse('submission.duty-not-open', '/duty', { from: duty.from });
  const problems = checkAnswers(checklist, copy.answers, itemsAt(checklist, whereOf(plan, duty.site, visited.day)));
  if (problems.length > 0) return { ok: false, problems };
  const value: ChecklistSubmitted = {
    type: 'ChecklistSubmitted',
    submission: record,
    contentHash: copy.contentHash,
    plan: plan.hash,
    duty: duty.id,
    schedule: duty.schedule,
    checklist: duty.checklist,
    site: duty.site,
    day: visited.day,
    filledAt: copy.filledAt,
    clockDoubted: visited.doubted,
    counts: false,
    answers: copy.answers,
    copyOf: first.submission,
    handedIn: { at: copy.at, by: copy.by ?? first.by },
  };
  return { ok: true, value, problems: [] };
};

/** A record of a duty is chosen to count, with a reason; the others stay and count for nothing. */
export const decideChoice = (campaign: Campaign, command: ChooseRecord, context: Context): Outcome<readonly Fact[]> => {
  const { duty, record } = command;
  const reason = command.reason.trim();
  if (reason === '') return refuse('record.reason-missing', '/reason');
  const kept = campaign.submissions.get(record);
  const first = kept ?? campaign.submissions.get(record.slice(0, Math.max(0, record.lastIndexOf('~'))));
  if (!first) return refuse('record.unknown', '/record');
  const read = kept ? { ok: true as const, value: asFact(kept) } : admitted(campaign, first, record);
  if (!read.ok) return read;
  const visit = read.value;
  if (visit.duty !== duty) return refuse('record.other-duty', '/record', { duty });
  const rivals = (campaign.byDuty.get(duty) ?? []).filter((id) => id !== record);
  if (visit.counts && rivals.length === 0 && first.conflicts.length === 0) return refuse('record.nothing-to-choose', '/record');
  const plan = planOfRecord(campaign, visit.plan);
  if (!plan) return refuse('submission.unknown-plan', '/record');
  const value: Fact[] = [...(kept ? [] : [visit]), ...takePlace(campaign, { plan, visit, reason }, context.at)];
  return { ok: true, value, problems: [] };
};

/** Records that do not count stay out, with a reason. As long as one counts there is nothing to leave out. */
export const decideDismissal = (campaign: Campaign, { duty, reason }: DismissRecords): Outcome<readonly Fact[]> => {
  const records = (campaign.byDuty.get(duty) ?? []).flatMap((id) => campaign.submissions.get(id) ?? []);
  if (reason.trim() === '') return refuse('record.reason-missing', '/reason');
  if (records.length === 0) return refuse('record.unknown', '/duty');
  if (records.some(({ counts }) => counts)) return refuse('record.one-counts', '/duty');
  return { ok: true, value: [{ type: 'RecordsDismissed', duty, reason: reason.trim() }], problems: [] };
};

/** The record that counts is sent back with remarks on questions it answered. */
export const decideReturn = (campaign: Campaign, command: ReturnRecord, context: Context): Outcome<readonly Fact[]> => {
  const { submission, remarks, text } = command;
  const visit = campaign.submissions.get(submission);
  if (!visit) return refuse('record.unknown', '/submission');
  if (!visit.counts) return refuse('record.does-not-count', '/submission');
  if (awaited(visit)) return refuse('record.already-returned', '/submission');
  const entries = Object.entries(remarks);
  if (entries.length === 0 || entries.some(([, remark]) => remark.trim() === '')) return refuse('record.remark-missing', '/remarks');
  const answered = Object.keys(visit.answers);
  const unknown = entries
    .filter(([item]) => !Object.hasOwn(visit.answers, item))
    .map(([item]) => problem('submission.unknown-item', '/remarks', { checklist: visit.checklist, item, near: nearest(item, answered) }));
  if (unknown.length > 0) return { ok: false, problems: unknown };
  const day = dayOf(context.at);
  return { ok: true, value: [{ type: 'RecordReturned', submission, remarks, text: text.trim(), day }], problems: [] };
};
