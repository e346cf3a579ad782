import {
  type AmendmentView,
  amendmentView,
  type BegunDraft,
  compilePlan,
  type Outcome,
  outcome,
  refuse,
  type VersionsView,
} from '@xiuhua/engine';
import { begunOf, putBegun } from '../store/begun.ts';
import { askedTextOf, draftOf, planTextOf } from '../store/campaigns.ts';
import type { CampaignBook } from './book.ts';
import type { Tools } from './tools.ts';

/** A plan of a campaign that can be read: adopted or asked about, exactly as it was written. */
export interface ReadablePlan {
  readonly plan: unknown;
  readonly hash: string;
  /** Null for one that is not adopted. */
  readonly version: number | null;
  readonly from: string | null;
}

/** The adopted plan with a hash, the one in force without; `drafts` says whether one that was only asked about may be read. */
export const readablePlan = async (
  { store }: Tools,
  book: CampaignBook,
  at: { readonly campaign: string; readonly hash: string | undefined; readonly drafts: boolean },
): Promise<ReadablePlan | undefined> => {
  const { campaign, hash, drafts } = at;
  const version = await book.ask(campaign, ({ versions }) => versions.findLast((one) => hash === undefined || one.plan.hash === hash));
  const known = version?.plan.hash ?? (drafts ? hash : undefined);
  if (known === undefined) return undefined;
  const text = await (version ? planTextOf : askedTextOf)(store.reading, campaign, known);
  if (text === undefined) return undefined;
  return { plan: JSON.parse(text) as unknown, hash: known, version: version?.version ?? null, from: version?.from ?? null };
};

/** What a phone said is begun on it. */
export const sayBegun = (
  { store, clock }: Tools,
  at: { readonly campaign: string; readonly account: string; readonly phone: string },
  drafts: readonly Omit<BegunDraft, 'phone'>[],
): Promise<void> => store.write((db) => putBegun(db, { ...at, drafts: JSON.stringify(drafts), said_at: clock.now() }));

const begunIn = async ({ store }: Tools, campaign: string): Promise<readonly BegunDraft[]> =>
  (await begunOf(store.reading, campaign)).flatMap(({ account, phone, drafts }) =>
    (JSON.parse(drafts) as readonly Omit<BegunDraft, 'phone'>[]).map((draft) => ({ ...draft, phone: `${account} ${phone}` })),
  );

/**
 * What adopting the draft, or one that was asked about, would do now to the work under way. Refused while it has errors;
 * `request.not-found` for no such plan, and before the first adoption, when no work is under way.
 */
export const amendmentFor = async (
  tools: Tools,
  book: CampaignBook,
  at: { readonly campaign: string; readonly hash: string; readonly days: number },
): Promise<Outcome<AmendmentView>> => {
  const { campaign, hash, days } = at;
  const draft = await draftOf(tools.store.reading, campaign);
  const text = draft?.hash === hash ? draft.text : await askedTextOf(tools.store.reading, campaign, hash);
  if (text === undefined) return refuse('request.not-found');
  const compiled = compilePlan(JSON.parse(text));
  if (!compiled.ok) return compiled;
  const drafts = await begunIn(tools, campaign);
  const now = tools.clock.now();
  const view = await book.ask(campaign, (state) =>
    state.versions.length > 0 ? amendmentView(state, compiled.value, { now, days, drafts }) : undefined,
  );
  return view ? outcome(view, []) : refuse('request.not-found');
};

/** The versions as somebody sees them who does not write the plan: what was adopted, without drafts and remarks. */
export const adoptedOnly = ({ versions, closed }: VersionsView): VersionsView => ({
  versions: versions.map((version) => {
    const { review } = version;
    const verdict = review?.verdict && { ...review.verdict, text: '', remarks: {} };
    return review && verdict ? { ...version, review: { ...review, asked: { ...review.asked, text: '' }, verdict } } : version;
  }),
  reviews: [],
  closed,
  end: null,
});
