import { type Answer, contentHash, type Duty, planText, type SubmitChecklist } from '@xiuhua/engine';
import { type Draft, type DraftAnswer, type OutboxItem, ownKey, type Reopened, type StoredPlan } from '../device/records.ts';
import { uuidv7 } from './id.ts';

/** Whose draft it is and where it belongs. */
export interface Owner {
  readonly account: string;
  readonly campaign: string;
}

/** The key of the one draft an account has for a duty. */
export const draftId = (owner: Owner, duty: string): string => ownKey(owner.account, owner.campaign, duty);

/** An empty draft on the plan in force. */
export const newDraft = (owner: Owner, duty: Duty, { plan, now }: { readonly plan: StoredPlan; readonly now: number }): Draft => {
  const at = new Date(now).toISOString();
  return { id: draftId(owner, duty.id), ...owner, duty, plan: plan.hash, version: plan.version, opened: at, changed: at, answers: {} };
};

/** The next round of a record sent back, as a draft: everything answered as before, on the plan it was filled by. */
export const reopenedDraft = (fresh: Draft, reopened: Reopened): Draft => ({ ...fresh, answers: reopened.answers, reopened });

const captionsIn = (captions: DraftAnswer['captions'] = {}): Pick<Answer, 'captions'> => {
  const written = Object.entries(captions).flatMap(([hash, caption]) => (caption.trim() ? [[hash, caption.trim()] as const] : []));
  return written.length ? { captions: Object.fromEntries(written) } : {};
};

const cleaned = ({ result, value, count, note, photos, captions }: DraftAnswer & { result: Answer['result'] }): Answer => ({
  result,
  ...(value === undefined ? {} : { value }),
  ...(result === 'fail' && count !== undefined ? { count } : {}),
  ...(note?.trim() ? { note: note.trim() } : {}),
  ...(photos?.length ? { photos: [...photos], ...captionsIn(captions) } : {}),
});

/** The answers as they are sent: only those with a result, a count only where something failed. */
export const finalAnswers = (answers: Readonly<Record<string, DraftAnswer>>): Record<string, Answer> => {
  const given = Object.entries(answers).flatMap(([name, answer]) => {
    const { result } = answer;
    return result ? [[name, cleaned({ ...answer, result })] as const] : [];
  });
  return Object.fromEntries(given);
};

/** A finished record as it waits in the outbox. */
export const itemOf = (
  command: SubmitChecklist,
  of: Pick<Draft, 'account' | 'campaign' | 'duty' | 'version' | 'reopened'>,
): OutboxItem => ({
  submission: command.submission,
  account: of.account,
  campaign: of.campaign,
  duty: of.duty,
  plan: command.plan,
  version: of.version,
  finalised: command.filledAt,
  body: planText(command),
  contentHash: contentHash(command),
  photos: [...new Set(Object.values(command.answers).flatMap((a) => a.photos ?? []))],
  state: 'waiting',
  failures: 0,
  notBefore: 0,
  trouble: null,
  receipt: null,
  delivered: null,
  ...(of.reopened && { reopened: of.reopened }),
});

/**
 * The draft as a finished record: its number for ever, its canonical text and the hash of its content. `slip` is the
 * server's clock minus this one, so that a wrong clock cannot move the visit into another month.
 */
export const finalise = (draft: Draft, { now, slip }: { readonly now: number; readonly slip: number }): OutboxItem => {
  const filledAt = new Date(now + slip).toISOString();
  const answers = finalAnswers(draft.answers);
  const command: SubmitChecklist = {
    type: 'SubmitChecklist',
    submission: uuidv7(now),
    plan: draft.plan,
    duty: draft.duty.id,
    filledAt,
    answers,
    ...(draft.reopened && { amends: draft.reopened.submission }),
  };
  return itemOf(command, draft);
};

/** What an item of the outbox says. */
export const commandOf = (item: OutboxItem): SubmitChecklist => JSON.parse(item.body) as SubmitChecklist;

/** A refused item as a draft again, on the same plan. Finalising it anew makes a new number. */
export const draftAgain = (item: OutboxItem, now: number): Draft => {
  const at = new Date(now).toISOString();
  const { account, campaign, duty, plan, version } = item;
  return {
    id: draftId({ account, campaign }, duty.id),
    account,
    campaign,
    duty,
    plan,
    version,
    opened: at,
    changed: at,
    answers: commandOf(item).answers,
    ...(item.reopened && { reopened: item.reopened }),
  };
};
