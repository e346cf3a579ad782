import type { CompiledPlan } from '../plan/compile.ts';
import type { ChecklistSubmitted, ConflictKept, Event, FindingOpened, RecordChosen, RecordReturned, RecordsDismissed } from './event.ts';
import type { Campaign, Person, Returned, Submission } from './state.ts';
import { putVisit, touchVisit } from './visits.ts';

const persons = new WeakMap<Person, Person>();

/** Who did something, without his roles: one object for all that the same actor did, for there may be a million records. */
const personOf = (actor: Person): Person => {
  const known = persons.get(actor);
  if (known) return known;
  const { account, name, unit } = actor;
  const person = { account, name, unit };
  persons.set(actor, person);
  return person;
};

const none: readonly never[] = [];

/** The submission of an id, which the log must have brought. */
const known = (campaign: Campaign, id: string): Submission => {
  const visit = campaign.submissions.get(id);
  if (!visit) throw new Error(`the log names a submission it never kept: ${id}`);
  return visit;
};

/** The last time a record was sent back and not yet answered; `undefined` when nothing is awaited. */
export const awaited = ({ returns }: Pick<Submission, 'returns'>): Returned | undefined => {
  const last = returns?.at(-1);
  return last?.answered === null ? last : undefined;
};

/** The record of a duty that counts; when none does the first to arrive, unless who filled it had left the unit. */
export const countedRecord = (campaign: Campaign, duty: string): Submission | undefined => {
  const visits = (campaign.byDuty.get(duty) ?? []).flatMap((id) => campaign.submissions.get(id) ?? []);
  return visits.find(({ counts }) => counts) ?? visits.find(({ left }) => left === undefined);
};

/** Takes a filled checklist in. */
export const keepVisit = (campaign: Campaign, event: Event, { type: _, handedIn, ...visit }: ChecklistSubmitted): void => {
  const by = personOf(handedIn?.by ?? event.by);
  const rivals = campaign.byDuty.get(visit.duty) ?? [];
  const plan = campaign.versions.find((version) => version.plan.hash === visit.plan)?.plan.hash ?? visit.plan;
  putVisit(campaign, { ...visit, plan, at: handedIn?.at ?? event.at, by, findings: none, conflicts: none });
  campaign.byDuty.set(visit.duty, [...rivals, visit.submission]);
  for (const rival of rivals) touchVisit(campaign, rival);
};

/** Keeps other content that came under a known id beside the first. */
export const keepConflict = (campaign: Campaign, event: Event, fact: ConflictKept): void => {
  const visit = known(campaign, fact.submission);
  const { contentHash, filledAt, answers, plan, duty } = fact;
  const from = plan === undefined || duty === undefined ? {} : { plan, duty, by: personOf(event.by) };
  putVisit(campaign, {
    ...visit,
    conflicts: [...visit.conflicts, { contentHash, at: event.at, filledAt, answers, ...from }],
  });
};

const move = (campaign: Campaign, [from, to]: readonly [Campaign['findings'], Campaign['findings']], ids: readonly string[]): void => {
  for (const id of ids) {
    const finding = from.get(id);
    if (!finding) throw new Error(`the log moves a finding that is not there: ${id}`);
    from.delete(id);
    to.set(id, finding);
    touchVisit(campaign, finding.submission);
  }
};

const answerReturn = (campaign: Campaign, { amends, submission }: Submission): void => {
  const before = amends === undefined ? undefined : campaign.submissions.get(amends);
  const last = before && awaited(before);
  if (!before || !last) return;
  putVisit(campaign, {
    ...before,
    returns: [...(before.returns ?? []).slice(0, -1), { ...last, answered: submission }],
  });
};

/** Another record of a duty counts from now on. */
export const keepChoice = (campaign: Campaign, event: Event, fact: RecordChosen): void => {
  for (const id of fact.against) putVisit(campaign, { ...known(campaign, id), counts: false });
  const chosen = known(campaign, fact.record);
  putVisit(campaign, { ...chosen, counts: true, findings: [...new Set([...chosen.findings, ...fact.kept])] });
  move(campaign, [campaign.findings, campaign.withdrawn], fact.withdrawn);
  move(campaign, [campaign.withdrawn, campaign.findings], fact.restored);
  for (const id of fact.kept) {
    const finding = campaign.findings.get(id);
    if (finding) campaign.findings.set(id, { ...finding, count: chosen.answers[finding.item]?.count ?? 1 });
  }
  if (fact.reason === '') return answerReturn(campaign, chosen);
  keepWord(campaign, event, fact);
};

const keepWord = (
  { choices }: Campaign,
  { at, by }: Event,
  { duty, reason, record }: Pick<RecordChosen, 'duty' | 'reason' | 'record'>,
): void => {
  choices.set(duty, [...(choices.get(duty) ?? []), { record, reason, at, by: by.name }]);
};

/** None of the records of a duty counts, as a person said. */
export const keepDismissal = (campaign: Campaign, event: Event, { duty, reason }: RecordsDismissed): void =>
  keepWord(campaign, event, { duty, reason, record: '' });

/** A record was sent back. */
export const keepReturn = (campaign: Campaign, event: Event, { submission, remarks, text, day }: RecordReturned): void => {
  const visit = known(campaign, submission);
  const back = { remarks, text, day, at: event.at, by: event.by.name, answered: null };
  putVisit(campaign, { ...visit, returns: [...(visit.returns ?? []), back] });
};

/** What becomes of the findings of a duty when a record counts whose failed items would open these. */
export interface Swap {
  readonly kept: readonly string[];
  readonly withdrawn: readonly string[];
  readonly restored: readonly FindingOpened[];
  readonly opened: readonly FindingOpened[];
}

/**
 * Compares the findings that stand for a duty with those a record calls for. One stays, with all that was done about
 * it, when the same item failed on the same day by the same plan; one withdrawn before comes back; the rest is opened.
 */
export const swap = (
  campaign: Campaign,
  visit: Pick<ChecklistSubmitted, 'duty' | 'day' | 'plan'>,
  wanted: readonly FindingOpened[],
): Swap => {
  const records = (campaign.byDuty.get(visit.duty) ?? []).map((id) => known(campaign, id));
  const standing = [...new Set(records.flatMap(({ findings }) => findings))].flatMap((id) => campaign.findings.get(id) ?? []);
  const same = (opened: FindingOpened) =>
    standing.find(
      (finding) =>
        finding.item === opened.item &&
        finding.unit === opened.unit &&
        finding.opened === visit.day &&
        campaign.submissions.get(finding.submission)?.plan === visit.plan,
    )?.id;
  const kept = wanted.flatMap((opened) => same(opened) ?? []);
  const fresh = wanted.filter((opened) => same(opened) === undefined);
  return {
    kept,
    withdrawn: standing.map(({ id }) => id).filter((id) => !kept.includes(id)),
    restored: fresh.filter(({ finding }) => campaign.withdrawn.has(finding)),
    opened: fresh.filter(({ finding }) => !campaign.withdrawn.has(finding)),
  };
};

/** The plan a record was filled by, if it was ever in force. */
export const planOfRecord = (campaign: Campaign, plan: string): CompiledPlan | undefined =>
  campaign.versions.find((version) => version.plan.hash === plan)?.plan;
