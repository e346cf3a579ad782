import { checkPlan, type Outcome, outcome, type Problem, planHash, refuse } from '@xiuhua/engine';
import { addCampaign, addDraft, draftOf, replaceMembers, retitle, type SavedDraft, saveDraft } from '../store/campaigns.ts';
import type { Db } from '../store/tables.ts';
import type { Person } from './sessions.ts';
import type { Tools } from './tools.ts';

/** A draft as it stands, with everything wrong with it. A draft may be wrong; only adoption needs it right. */
export interface Draft {
  readonly plan: unknown;
  readonly revision: number;
  readonly hash: string;
  readonly problems: readonly Problem[];
  readonly savedAt: string;
  readonly savedBy: string;
}

/** What became of saving: the new state, or the newest when somebody else saved in between. */
export type Saving = { readonly moved: false; readonly draft: Draft } | { readonly moved: true; readonly draft: Draft };

type PlanObject = Readonly<Record<string, unknown>>;

const untitled = '未命名方案';
const titleOf = (plan: PlanObject): string =>
  typeof plan.title === 'string' && plan.title.trim() ? plan.title.trim().slice(0, 200) : untitled;

const viewOf = (row: SavedDraft): Draft => {
  const plan = JSON.parse(row.text) as unknown;
  return { plan, revision: row.revision, hash: row.hash, problems: checkPlan(plan), savedAt: row.saved_at, savedBy: row.saved_by_name };
};

/** Begins a campaign with a draft; its author becomes a member of the office. The answer is the new id. */
export const beginCampaign = async (
  { store, clock, ids }: Tools,
  person: Person,
  plan: PlanObject,
): Promise<{ id: string; draft: Draft }> => {
  const id = ids.next();
  const now = clock.now();
  const account = person.account.id;
  const draft = await store.write(async (db) => {
    await addCampaign(db, { id, title: titleOf(plan), created_at: now, created_by: account });
    await addDraft(db, { campaign: id, revision: 1, text: JSON.stringify(plan), hash: planHash(plan), saved_at: now, saved_by: account });
    await replaceMembers(db, id, { rows: [{ campaign: id, account, unit: '', roles: '["office"]' }], now });
    return newest(db, id);
  });
  if (!draft) throw new Error(`campaign ${id} has lost its draft`);
  return { id, draft };
};

const newest = async (db: Db, campaign: string): Promise<Draft | undefined> => {
  const row = await draftOf(db, campaign);
  return row && viewOf(row);
};

/** The draft of a campaign. */
export const readDraft = ({ store }: Tools, campaign: string): Promise<Draft | undefined> => newest(store.reading, campaign);

/**
 * Saves a draft over the revision its author saw. When another was saved meanwhile nothing is overwritten and the
 * newest is handed back. The title of a campaign that has not adopted a plan follows its draft.
 */
export const keepDraft = (
  { store, clock }: Tools,
  campaign: string,
  { person, plan, revision, running }: { person: Person; plan: PlanObject; revision: number; running: boolean },
): Promise<Outcome<Saving>> =>
  store.write(async (db) => {
    const row = {
      campaign,
      revision: revision + 1,
      text: JSON.stringify(plan),
      hash: planHash(plan),
      saved_at: clock.now(),
      saved_by: person.account.id,
    };
    const saved = await saveDraft(db, row);
    if (saved && !running) await retitle(db, campaign, titleOf(plan));
    const draft = await newest(db, campaign);
    return draft ? outcome({ moved: !saved, draft }, []) : refuse('request.not-found');
  });
