import { type Pocket, reload, todayOf } from '../app/pocket.ts';
import { lastVisit } from '../app/refresh.ts';
import { storedPlan, storedVisit } from '../device/cache.ts';
import { beginDraft } from '../device/drafts.ts';
import type { Draft, Reopened, StoredPlan, StoredVisit } from '../device/records.ts';
import { hasRoom } from '../device/room.ts';
import { draftId, newDraft, reopenedDraft } from './draft.ts';
import { type FieldStore, fieldStore } from './field-store.ts';
import { type Form, formOf } from './form.ts';

/** A form ready to be filled. */
export interface OpenForm {
  readonly kind: 'open';
  readonly draft: Draft;
  readonly plan: StoredPlan;
  readonly form: Form;
  readonly store: FieldStore;
}

/** What came of opening a duty. `unknown`: the device has neither the duty nor its plan. */
export type Opened =
  | OpenForm
  | { readonly kind: 'unknown' }
  | { readonly kind: 'already' }
  | { readonly kind: 'not-here' }
  | { readonly kind: 'not-yet'; readonly from: string };

/** What the office sent back of a duty, unless this phone has answered it already; `not-here` until the record itself was fetched. */
const reopenedOf = async (
  { state, device }: Pocket,
  duty: string,
): Promise<(Reopened & { readonly plan: string }) | 'not-here' | undefined> => {
  const { duties, items } = state.get();
  const back = duties?.duties.find((d) => d.id === duty)?.returned;
  if (!back || items.some((item) => item.reopened?.submission === back.submission)) return undefined;
  const visit = await storedVisit(device, back.submission);
  const { submission, round, remarks, text, plan } = back;
  return visit ? { submission, round, remarks, text, plan, day: visit.day, answers: visit.answers } : 'not-here';
};

/**
 * Opens the form of a duty: the draft begun before, on the plan it was begun on, or a new one on the plan in force.
 * A draft is never moved to another plan.
 */
export const openForm = async (pocket: Pocket, duty: string): Promise<Opened> => {
  const { session, campaign, duties, plan: current, items, drafts, slip } = pocket.state.get();
  if (!session || !campaign) return { kind: 'unknown' };
  const owner = { account: session.account.id, campaign: campaign.id };
  const begun = drafts.find((d) => d.id === draftId(owner, duty));
  const back = begun ? undefined : await reopenedOf(pocket, duty);
  if (back === 'not-here') return { kind: 'not-here' };
  if (!begun && !back && items.some((i) => i.duty.id === duty)) return { kind: 'already' };
  const found = begun?.duty ?? duties?.duties.find((d) => d.id === duty);
  const filledBy = begun?.plan ?? back?.plan;
  const plan = filledBy === undefined ? current : await storedPlan(pocket.device, campaign.id, filledBy);
  const form = plan && found && formOf(plan.plan, found, (begun?.reopened ?? back)?.day ?? todayOf(slip));
  if (!found || !plan || !form) return { kind: 'unknown' };
  if (!begun && found.from > todayOf(slip)) return { kind: 'not-yet', from: found.from };
  const fresh = newDraft(owner, found, { plan, now: Date.now() + slip });
  const draft = begun ?? (await beginDraft(pocket.device, back ? reopenedDraft(fresh, back) : fresh));
  if (draft.plan !== plan.hash) {
    // Another window began it on another plan a moment ago.
    await reload(pocket);
    return openForm(pocket, duty);
  }
  return { kind: 'open', draft, plan, form, store: fieldStore(form, draft.answers) };
};

/** How the site did the last time; `undefined` when nothing is known of it. */
export const visitBefore = (pocket: Pocket, { draft }: OpenForm): Promise<StoredVisit | undefined> =>
  lastVisit(pocket, draft.campaign, draft.duty, pocket.state.get().duties?.duties ?? []);

/** How long a found room is believed: trying writes two megabytes each time. */
const believeMs = 600_000;
let found = Number.NEGATIVE_INFINITY;

/** True when there is room for the answers and a few photos. A memory that fails otherwise counts as none. */
export const roomToFill = async (pocket: Pocket): Promise<boolean> => {
  if (pocket.state.get().memory === 'fine' && Date.now() - found < believeMs) return true;
  const room = await hasRoom(pocket.device).catch(() => false);
  found = room ? Date.now() : Number.NEGATIVE_INFINITY;
  return room;
};
