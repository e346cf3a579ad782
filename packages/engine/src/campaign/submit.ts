import { type Day, dayOf } from '../calendar/day.ts';
import { lastDay } from '../calendar/within.ts';
import { checkAnswers, failedItems } from '../checklist/answers.ts';
import type { CompiledItem } from '../checklist/compile.ts';
import { itemsAt } from '../checklist/where.ts';
import { ownersOf } from '../finding/compile.ts';
import { successorOn } from '../organization/compile.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import type { Duty } from '../schedule/duty.ts';
import type { SubmitChecklist } from './command.ts';
import type { Context } from './context.ts';
import { dutyById } from './duties.ts';
import type { ChecklistSubmitted, Fact, FindingOpened, NoticeIssued } from './event.ts';
import type { Campaign } from './state.ts';

/** The hash of what a submission says, the same on phone and server: plan, duty, moment and answers. */
export const contentHash = (command: SubmitChecklist): string => {
  const { submission, plan, duty, filledAt, answers } = command;
  return hashOf({ submission, plan, duty, filledAt, answers });
};

/** The day of the visit: the phone's, unless its clock names a day before the duty opened or after the arrival. */
const visitDay = (duty: Duty, filledAt: string, at: string): { day: Day; doubted: boolean } | undefined => {
  const [filled, arrived] = [dayOf(filledAt), dayOf(at)];
  if (filled >= duty.from && filled <= arrived) return { day: filled, doubted: false };
  return arrived >= duty.from ? { day: arrived, doubted: true } : undefined;
};

const openFindings = (
  plan: CompiledPlan,
  items: ReadonlyMap<string, CompiledItem>,
  visit: ChecklistSubmitted,
): readonly FindingOpened[] => {
  const site = plan.places.sites.get(visit.site);
  if (!site) return [];
  return failedItems(items, visit.answers).map(({ item, answer }): FindingOpened => {
    const { submission, day, checklist } = visit;
    const task = item.item.task ?? '';
    const [owner = ''] = ownersOf(item, site, { organization: plan.organization, task: plan.tasks.get(task) });
    const unit = successorOn(plan.organization, owner, day);
    const what = { item: item.item.name, task, unit, count: answer.count ?? 1, text: answer.note ?? '', photos: answer.photos ?? [] };
    return { type: 'FindingOpened', finding: `${submission}/${item.index}`, submission, site: site.name, checklist, day, ...what };
  });
};

const issueNotices = (
  plan: CompiledPlan,
  findings: readonly FindingOpened[],
  from: { number: number; issued: Day },
): readonly NoticeIssued[] =>
  [...new Set(findings.map((finding) => finding.unit))].map((unit, i) => {
    const own = findings.filter((finding) => finding.unit === unit);
    const { day: due, provisional } = lastDay(plan.calendar, plan.notice.within, from.issued);
    const { submission, site } = own[0] as FindingOpened;
    const ids = own.map((finding) => finding.finding);
    return {
      type: 'NoticeIssued',
      notice: `${submission}/${unit}`,
      number: from.number + i + 1,
      unit,
      site,
      findings: ids,
      issued: from.issued,
      due,
      provisional,
    };
  });

/** A submission id seen before: the same content changes nothing, other content is kept beside the first. */
const again = (campaign: Campaign, command: SubmitChecklist, hash: string): Outcome<readonly Fact[]> | undefined => {
  const before = campaign.submissions.get(command.submission);
  if (!before) return undefined;
  if (before.contentHash === hash || before.conflicts.some((conflict) => conflict.contentHash === hash))
    return { ok: true, value: [], problems: [] };
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
  const items = itemsAt(checklist, whereOf(plan, duty.site, visited.day));
  const problems = checkAnswers(checklist, command.answers, items);
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
  const findings = counts ? openFindings(plan, items, visit) : [];
  const notices = issueNotices(plan, findings, { number: campaign.notices, issued: dayOf(context.at) });
  return { ok: true, value: [visit, ...findings, ...notices], problems: [] };
};
