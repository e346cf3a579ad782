import { type Day, dayOf, type Instant } from '../calendar/day.ts';
import { checkAnswers, failedItems } from '../checklist/answers.ts';
import type { CompiledItem } from '../checklist/compile.ts';
import { itemsAt } from '../checklist/where.ts';
import { ownersOf } from '../finding/compile.ts';
import { successorOn } from '../organization/compile.ts';
import { type CompiledPlan, whereOf } from '../plan/compile.ts';
import { canonicalText, hashOf, sha256 } from '../problem/canonical.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import type { Duty } from '../schedule/duty.ts';
import { barredVisit } from './close.ts';
import type { SubmitChecklist } from './command.ts';
import type { Context } from './context.ts';
import { adoptedDuty, planInForce } from './duties.ts';
import type { ChecklistSubmitted, Fact, FindingOpened } from './event.ts';
import { may } from './may.ts';
import { classFor, noticesFor, openingOf } from './opening.ts';
import { awaited, countedRecord, swap } from './records.ts';
import type { Campaign, Submission } from './state.ts';

/** Hashes of commands seen: each is asked for several times on its way in. A command is never changed. */
const hashes = new WeakMap<SubmitChecklist, string>();

/**
 * The hash of what a submission says, the same on phone and server: plan, duty, moment and answers. `digest` is SHA-256 in
 * lower-case hex, for a host that has a faster one.
 */
export const contentHash = (command: SubmitChecklist, digest: (text: string) => string = sha256): string => {
  const known = hashes.get(command);
  if (known !== undefined) return known;
  const { submission, plan, duty, filledAt, answers, amends } = command;
  const hash = digest(canonicalText({ submission, plan, duty, filledAt, answers, amends }));
  hashes.set(command, hash);
  return hash;
};

/** The day of the visit: the phone's, unless its clock names a day before the duty opened or after the arrival. */
export const visitDay = (duty: Duty, filledAt: string, at: string): { day: Day; doubted: boolean } | undefined => {
  const [filled, arrived] = [dayOf(filledAt), dayOf(at)];
  if (filled >= duty.from && filled <= arrived) return { day: filled, doubted: false };
  return arrived >= duty.from ? { day: arrived, doubted: true } : undefined;
};

const openFindings = (
  plan: CompiledPlan,
  items: ReadonlyMap<string, CompiledItem>,
  visit: ChecklistSubmitted,
  at: Instant,
): readonly FindingOpened[] => {
  const site = plan.places.sites.get(visit.site);
  if (!site) return [];
  return failedItems(items, visit.answers).map(({ item, answer }): FindingOpened => {
    const { submission, day, checklist } = visit;
    const task = item.item.task ?? '';
    const of = classFor(plan, item.item.class, day);
    const [owner = ''] = ownersOf(item, site, { organization: plan.organization, task: plan.tasks.get(task), of });
    const unit = successorOn(plan.organization, owner, day);
    const what = { item: item.item.name, task, unit, count: answer.count ?? 1, text: answer.note ?? '', photos: answer.photos ?? [] };
    const record = { finding: `${submission}/${item.index}`, submission, site: site.name, checklist, day, ...what };
    return { type: 'FindingOpened', ...record, ...openingOf(plan, { from: 'visit', at, of }) };
  });
};

/** A submission id seen before: the same content changes nothing, other content is kept beside the first. */
const again = (campaign: Campaign, command: SubmitChecklist, hash: string): Outcome<readonly Fact[]> | undefined => {
  const before = campaign.submissions.get(command.submission);
  if (!before) return undefined;
  if (before.contentHash === hash || before.conflicts.some((conflict) => conflict.contentHash === hash))
    return { ok: true, value: [], problems: [] };
  const { submission, filledAt, answers, plan, duty } = command;
  return { ok: true, value: [{ type: 'ConflictKept', submission, contentHash: hash, filledAt, answers, plan, duty }], problems: [] };
};

/**
 * The record sent back that a submission answers: it counts, its next round is awaited, the plan is the same and
 * nothing is answered otherwise but the questions named. `undefined` when it answers none: then it is one more record
 * of the duty, for a person to choose from.
 */
const answered = (campaign: Campaign, command: SubmitChecklist): Submission | undefined => {
  const before = command.amends === undefined ? undefined : campaign.submissions.get(command.amends);
  const remarks = before && awaited(before)?.remarks;
  if (!before?.counts || !remarks || before.duty !== command.duty || before.plan !== command.plan) return undefined;
  const common = Object.keys(before.answers).filter((item) => Object.hasOwn(command.answers, item) && !Object.hasOwn(remarks, item));
  const isSame = (item: string): boolean => hashOf(before.answers[item]) === hashOf(command.answers[item]);
  return common.every(isSame) ? before : undefined;
};

/** True for an inspector of the unit that a duty belongs to, also when the unit was renamed or merged since the plan of the duty. */
const inspectsFor = (campaign: Campaign, unit: string, { by, at }: Context): boolean => {
  if (!may(by, 'SubmitChecklist')) return false;
  const organization = planInForce(campaign)?.organization;
  return by.unit === unit || (organization && successorOn(organization, organization.units.get(unit) ?? unit, dayOf(at))) === by.unit;
};

/** What follows when a record takes the place of those that counted: what is said of them, its findings and its notices. */
export const takePlace = (
  campaign: Campaign,
  { plan, visit, reason }: { readonly plan: CompiledPlan; readonly visit: ChecklistSubmitted; readonly reason: string },
  at: Instant,
): readonly Fact[] => {
  const checklist = plan.checklists.get(visit.checklist);
  const items = checklist ? itemsAt(checklist, whereOf(plan, visit.site, visit.day)) : new Map<string, CompiledItem>();
  const { kept, withdrawn, restored, opened } = swap(campaign, visit, openFindings(plan, items, visit, at));
  const { duty, submission: record } = visit;
  const against = (campaign.byDuty.get(duty) ?? []).filter((id) => id !== record);
  const back = restored.map(({ finding }) => finding);
  const waiting = restored.filter(({ finding }) => campaign.withdrawn.get(finding)?.state === 'rectifying');
  const notices = noticesFor(plan, [...waiting, ...opened], { number: campaign.notices, issued: dayOf(at) });
  return [{ type: 'RecordChosen', duty, record, against, reason, kept, withdrawn, restored: back }, ...opened, ...notices];
};

/**
 * Takes a filled checklist in by the plan it was filled with. Failed items become findings, and each unit gets one
 * notice for the visit. A duty done before keeps the later record without findings or cost, and so does one whose
 * inspector has left its unit since: a person chooses.
 */
export const decideSubmission = (campaign: Campaign, command: SubmitChecklist, context: Context): Outcome<readonly Fact[]> => {
  const hash = contentHash(command);
  const seen = again(campaign, command, hash);
  if (seen) return seen;
  const plan = campaign.versions.find((version) => version.plan.hash === command.plan)?.plan;
  if (!plan) return refuse('submission.unknown-plan', '/plan');
  const { duty, superseded } = adoptedDuty(campaign, plan.hash, command.duty) ?? {};
  const checklist = duty && plan.checklists.get(duty.checklist);
  if (!duty || !checklist) return refuse('submission.unknown-duty', '/duty', { duty: command.duty });
  const left = inspectsFor(campaign, duty.by, context) ? {} : { left: duty.by };
  if (left.left !== undefined && !context.inspectedFor?.includes(duty.by))
    return refuse('submission.not-your-unit', '/duty', { by: duty.by, unit: context.by.unit || '—' });
  const before = left.left === undefined ? answered(campaign, command) : undefined;
  // The next round is about the same visit, so it counts on the same day.
  const visited = before ? { day: before.day, doubted: false } : visitDay(duty, command.filledAt, context.at);
  if (!visited) return refuse('submission.duty-not-open', '/duty', { from: duty.from });
  const barred = barredVisit(campaign, visited.day);
  if (barred) return { ok: false, problems: [barred] };
  const items = itemsAt(checklist, whereOf(plan, duty.site, visited.day));
  const problems = checkAnswers(checklist, command.answers, items);
  if (problems.length) return { ok: false, problems };
  const counts = !superseded && left.left === undefined && countedRecord(campaign, duty.id) === undefined;
  const amends = before && { amends: before.submission, round: (before.round ?? 1) + 1 };
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
    ...amends,
    ...left,
    ...(context.carriedBy === undefined ? {} : { carriedBy: context.carriedBy }),
  };
  if (before) return { ok: true, value: [visit, ...takePlace(campaign, { plan, visit, reason: '' }, context.at)], problems: [] };
  const findings = counts ? openFindings(plan, items, visit, context.at) : [];
  const notices = noticesFor(plan, findings, { number: campaign.notices, issued: dayOf(context.at) });
  return { ok: true, value: [visit, ...findings, ...notices], problems: [] };
};
