import { dayOf, type Day } from '../calendar/day.ts';
import { lastDay } from '../calendar/within.ts';
import type { CompiledChecklist, CompiledItem } from '../checklist/compile.ts';
import { ownersOf } from '../finding/compile.ts';
import { successorOn } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import { nearest } from '../problem/nearest.ts';
import { type Outcome, type Problem, pointer, problem, refuse } from '../problem/problem.ts';
import type { Duty } from '../schedule/duty.ts';
import type { Answer, SubmitChecklist } from './command.ts';
import type { Context } from './context.ts';
import { dutyById } from './duties.ts';
import type { ChecklistSubmitted, Fact, FindingOpened, NoticeIssued } from './event.ts';
import type { Campaign } from './state.ts';

/** The hash of what a submission says, the same on phone and server: plan, duty, moment and answers. */
export const contentHash = (command: SubmitChecklist): string => {
  const { submission, plan, duty, filledAt, answers } = command;
  return hashOf({ submission, plan, duty, filledAt, answers });
};

const checkAnswer = (item: CompiledItem, answer: Answer): readonly Problem[] => {
  const at = pointer('/answers', item.item.name);
  const params = { item: item.item.name };
  const failed = answer.result === 'fail';
  const problems: Problem[] = [];
  if (answer.count !== undefined && !(failed && item.item.counted)) problems.push(problem('submission.bad-answer', at, { ...params, detail: 'count' }));
  if (failed && item.item.counted && answer.count === undefined) problems.push(problem('submission.bad-answer', at, { ...params, detail: 'count-missing' }));
  const needed = item.item.photo === 'always' ? answer.result !== 'not-applicable' : item.item.photo === 'on-failure' && failed;
  if (needed && !answer.photos?.length) problems.push(problem('submission.photo-missing', at, params));
  return problems;
};

/** Everything wrong with a set of answers to a checklist; empty when it can be submitted. */
export const checkAnswers = (checklist: CompiledChecklist, answers: Readonly<Record<string, Answer>>): readonly Problem[] => {
  const name = checklist.checklist.name;
  const unknown = Object.keys(answers)
    .filter((item) => !checklist.items.has(item))
    .map((item) => problem('submission.unknown-item', pointer('/answers', item), { checklist: name, item, near: nearest(item, checklist.items.keys()) }));
  const open = [...checklist.items.keys()].filter((item) => !Object.hasOwn(answers, item));
  const unanswered = open.length ? [problem('submission.unanswered', '/answers', { count: open.length, items: open.slice(0, 3).join('、') })] : [];
  const wrong = [...checklist.items.values()].flatMap((item) => {
    const answer = Object.hasOwn(answers, item.item.name) ? answers[item.item.name] : undefined;
    return answer ? checkAnswer(item, answer) : [];
  });
  return [...unknown, ...unanswered, ...wrong];
};

/** The day of the visit: the phone's, unless its clock names a day before the duty opened or after the arrival. */
const visitDay = (duty: Duty, filledAt: string, at: string): { day: Day; doubted: boolean } | undefined => {
  const [filled, arrived] = [dayOf(filledAt), dayOf(at)];
  if (filled >= duty.from && filled <= arrived) return { day: filled, doubted: false };
  return arrived >= duty.from ? { day: arrived, doubted: true } : undefined;
};

const openFindings = (plan: CompiledPlan, checklist: CompiledChecklist, visit: ChecklistSubmitted): readonly FindingOpened[] => {
  const site = plan.places.sites.get(visit.site);
  if (!site) return [];
  return [...checklist.items.values()].flatMap((item): readonly FindingOpened[] => {
    const answer = visit.answers[item.item.name];
    if (answer?.result !== 'fail') return [];
    const { submission, day, checklist } = visit;
    const [owner = ''] = ownersOf(item, site, { organization: plan.organization, task: plan.tasks.get(item.item.task) });
    const unit = successorOn(plan.organization, owner, day);
    const what = { item: item.item.name, task: item.item.task, unit, count: answer.count ?? 1, text: answer.note ?? '', photos: answer.photos ?? [] };
    return [{ type: 'FindingOpened', finding: `${submission}/${item.index}`, submission, site: site.name, checklist, day, ...what }];
  });
};

const issueNotices = (plan: CompiledPlan, findings: readonly FindingOpened[], from: { number: number; issued: Day }): readonly NoticeIssued[] =>
  [...new Set(findings.map((finding) => finding.unit))].map((unit, i) => {
    const own = findings.filter((finding) => finding.unit === unit);
    const { day: due, provisional } = lastDay(plan.calendar, plan.notice.within, from.issued);
    const { submission, site } = own[0] as FindingOpened;
    const ids = own.map((finding) => finding.finding);
    return { type: 'NoticeIssued', notice: `${submission}/${unit}`, number: from.number + i + 1, unit, site, findings: ids, issued: from.issued, due, provisional };
  });

/** A submission id seen before: the same content changes nothing, other content is kept beside the first. */
const again = (campaign: Campaign, command: SubmitChecklist, hash: string): Outcome<readonly Fact[]> | undefined => {
  const before = campaign.submissions.get(command.submission);
  if (!before) return undefined;
  if (before.contentHash === hash || before.conflicts.some((conflict) => conflict.contentHash === hash)) return { ok: true, value: [], problems: [] };
  const { submission, filledAt, answers } = command;
  return { ok: true, value: [{ type: 'ConflictKept', submission, contentHash: hash, filledAt, answers }], problems: [] };
};

/**
 * Takes a filled checklist in by the plan it was filled with. Failed items become findings, and each unit gets one
 * notice for the visit. A duty done before keeps the later record without findings or cost.
 */
export const decideSubmission = (campaign: Campaign, command: SubmitChecklist, context: Context): Outcome<readonly Fact[]> => {
  const hash = contentHash(command);
  const seen = again(campaign, command, hash);
  if (seen) return seen;
  const plan = campaign.versions.find((version) => version.plan.hash === command.plan)?.plan;
  if (!plan) return refuse('submission.unknown-plan', '/plan');
  const duty = dutyById(plan, command.duty);
  const checklist = duty && plan.checklists.get(duty.checklist);
  if (!duty || !checklist) return refuse('submission.unknown-duty', '/duty', { duty: command.duty });
  if (context.by.unit !== duty.by) return refuse('submission.not-your-unit', '/duty', { by: duty.by, unit: context.by.unit || '—' });
  const visited = visitDay(duty, command.filledAt, context.at);
  if (!visited) return refuse('submission.duty-not-open', '/duty', { from: duty.from });
  const problems = checkAnswers(checklist, command.answers);
  if (problems.length) return { ok: false, problems };
  const counts = !campaign.byDuty.get(duty.id)?.length;
  const { submission, filledAt, answers } = command;
  const { id, schedule, site } = duty;
  const visit: ChecklistSubmitted = {
    type: 'ChecklistSubmitted',
    submission,
    contentHash: hash,
    plan: plan.hash,
    duty: id,
    schedule,
    checklist: duty.checklist,
    site,
    day: visited.day,
    filledAt,
    clockDoubted: visited.doubted,
    counts,
    answers,
  };
  const findings = counts ? openFindings(plan, checklist, visit) : [];
  const notices = issueNotices(plan, findings, { number: campaign.notices, issued: dayOf(context.at) });
  return { ok: true, value: [visit, ...findings, ...notices], problems: [] };
};
