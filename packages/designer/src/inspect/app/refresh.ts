import { addDays, type DutyView, type Plan, type SessionView, type SubmissionView } from '@xiuhua/engine';
import { freshId } from '../../shared/id.ts';
import type { Inbox } from '../../shared/messages.ts';
import { keepDuties, keepPlan, keepSession, keepVisit, storedPlan, storedVisit } from '../device/cache.ts';
import { draftsOf } from '../device/drafts.ts';
import { ownKey, type StoredDuties, type StoredPlan, type StoredVisit } from '../device/records.ts';
import { problemsIn } from '../send/verdict.ts';
import { instantNow, type Pocket, reload, todayOf } from './pocket.ts';
import { type CampaignEntry, inspectedBy, type State } from './state.ts';

/** Days back and ahead that the phone keeps: two months for the last results, two weeks of work ahead. */
const span = { back: 62, ahead: 14 };

/** Last visits fetched in one go, so that a phone on a thin line is not kept busy by them. */
const visitsAtOnce = 60;

const campaignKey = 'xiuhua.campaign';

/** The campaign to show: the one looked at last, else the first in which the person inspects. */
const campaignOf = (session: SessionView): CampaignEntry | undefined => {
  const own = inspectedBy(session);
  return own.find((c) => c.id === localStorage.getItem(campaignKey)) ?? own[0];
};

/** Takes a session over, from the server or from the device. */
export const adoptSession = async (pocket: Pocket, session: SessionView, change: Partial<State>): Promise<void> => {
  pocket.state.set({ ...change, session, campaign: campaignOf(session) });
  await reload(pocket);
};

/** Shows another campaign. */
export const chooseCampaign = async (pocket: Pocket, id: string): Promise<void> => {
  localStorage.setItem(campaignKey, id);
  const { session } = pocket.state.get();
  if (session) await adoptSession(pocket, session, {});
};

/** Asks who is signed in. `true` when somebody is and the line stands. */
const refreshSession = async (pocket: Pocket): Promise<boolean> => {
  const { state, wire } = pocket;
  const reply = await wire({ method: 'GET', path: '/session' });
  if (reply.status === 401 && problemsIn(reply.json)) {
    state.set({ signedIn: 'no', line: 'there' });
    return false;
  }
  const session = reply.json as SessionView | null | undefined;
  if (reply.status !== 200 || !session?.account?.id) {
    state.set({ line: 'gone' });
    return false;
  }
  if (session.seenBy !== undefined) {
    // Somebody looks from this person's place: a phone must not take that for his own.
    location.replace('/lead/');
    return false;
  }
  const slip = reply.slip ?? state.get().slip;
  await keepSession(pocket.device, { id: 'current', session, slip, at: instantNow(pocket) });
  await adoptSession(pocket, session, { slip, signedIn: 'yes', line: 'there' });
  return true;
};

type PlanReply = Omit<StoredPlan, 'campaign'>;

/** Sections that a plan may leave out, empty; the screens need not ask whether they are there. */
const unsaid: Partial<Plan> = { places: { classes: [], sites: [] }, responsibility: { tasks: [] }, checklists: [] };

/** Fetches the plan and the duties of a campaign and keeps them together. Gives the duties, or `undefined`. */
const fetchCampaign = async (pocket: Pocket, account: string, campaign: string): Promise<StoredDuties | undefined> => {
  const path = `/campaigns/${encodeURIComponent(campaign)}`;
  const today = todayOf(pocket.state.get().slip);
  const [planned, listed] = await Promise.all([
    pocket.wire({ method: 'GET', path: `${path}/plan` }),
    pocket.wire({ method: 'GET', path: `${path}/duties?from=${addDays(today, -span.back)}&to=${addDays(today, span.ahead)}` }),
  ]);
  const plan = planned.json as PlanReply | null | undefined;
  if (campaign === pocket.state.get().campaign?.id && planned.status > 0)
    pocket.state.set({ noPlan: planned.status === 404 && problemsIn(planned.json) !== undefined });
  const list = listed.json as { readonly today?: string; readonly duties?: readonly DutyView[] } | null | undefined;
  if (planned.status !== 200 || listed.status !== 200 || !plan?.hash || !list?.today || !list.duties) return undefined;
  const duties = { id: ownKey(account, campaign), today: list.today, plan: plan.hash, duties: list.duties, at: instantNow(pocket) };
  await keepDuties(pocket.device, duties, {
    campaign,
    hash: plan.hash,
    version: plan.version,
    from: plan.from,
    plan: { ...unsaid, ...plan.plan },
  });
  return duties;
};

/** The key of the last visit of a site with a checklist. */
export const visitKey = (campaign: string, duty: Pick<DutyView, 'checklist' | 'site'>): string =>
  ownKey('', campaign, `${duty.checklist}\n${duty.site}`);

/** The newest visit that the duties tell of, for this checklist at this site. */
const lastDone = (duties: readonly DutyView[], duty: Pick<DutyView, 'id' | 'checklist' | 'site'>): DutyView | undefined =>
  duties.findLast((d) => d.submission !== null && d.id !== duty.id && d.checklist === duty.checklist && d.site === duty.site);

/** The last visit before this duty: from the device, or asked for when the device does not have it and the line stands. */
export const lastVisit = async (
  pocket: Pocket,
  campaign: string,
  duty: Pick<DutyView, 'id' | 'checklist' | 'site'>,
  duties: readonly DutyView[],
): Promise<StoredVisit | undefined> => {
  const key = visitKey(campaign, duty);
  const kept = await storedVisit(pocket.device, key);
  const last = lastDone(duties, duty);
  if (!last?.submission || kept?.submission === last.submission) return kept;
  const reply = await pocket.wire({ method: 'GET', path: `/campaigns/${encodeURIComponent(campaign)}/submissions/${last.submission}` });
  const view = reply.json as SubmissionView | null | undefined;
  if (reply.status !== 200 || !view?.answers) return kept;
  const visit = { id: key, submission: last.submission, day: view.day, answers: view.answers };
  await keepVisit(pocket.device, visit);
  return visit;
};

const fetchVisits = async (pocket: Pocket, campaign: string, { duties, today }: StoredDuties): Promise<void> => {
  const soon = duties.filter((d) => d.submission === null && d.from <= addDays(today, 7)).slice(0, visitsAtOnce);
  for (const duty of soon) {
    if (pocket.state.get().line === 'gone') return;
    await lastVisit(pocket, campaign, duty, duties);
  }
};

/** The record that was sent back, as it was filled, and its plan: both must be on the phone before it is out of reach of the network. */
const fetchReturned = async (pocket: Pocket, campaign: string, duty: DutyView): Promise<void> => {
  const { returned } = duty;
  if (!returned) return;
  const path = `/campaigns/${encodeURIComponent(campaign)}`;
  if (!(await storedPlan(pocket.device, campaign, returned.plan))) {
    const { status, json } = await pocket.wire({ method: 'GET', path: `${path}/plan?hash=${returned.plan}` });
    const plan = json as PlanReply | null | undefined;
    if (status === 200 && plan?.hash) await keepPlan(pocket.device, { campaign, ...plan, plan: { ...unsaid, ...plan.plan } });
  }
  if (await storedVisit(pocket.device, returned.submission)) return;
  const { status, json } = await pocket.wire({ method: 'GET', path: `${path}/submissions/${encodeURIComponent(returned.submission)}` });
  const view = json as SubmissionView | null | undefined;
  if (status !== 200 || !view?.answers) return;
  await keepVisit(pocket.device, { id: returned.submission, submission: returned.submission, day: view.day, answers: view.answers });
};

/** Asks what the person is told in the campaign on the screen. */
export const fetchInbox = async ({ state, wire }: Pocket): Promise<void> => {
  const campaign = state.get().campaign?.id;
  if (campaign === undefined) return;
  const { status, json } = await wire({ method: 'GET', path: `/campaigns/${encodeURIComponent(campaign)}/messages` });
  const inbox = json as Inbox | null | undefined;
  if (status === 200 && inbox?.messages) state.set({ inbox });
};

/** The name this phone goes by when it says what is begun on it; made once, means nothing else. */
const phoneName = (): string => {
  const known = localStorage.getItem('xiuhua.phone') ?? freshId();
  localStorage.setItem('xiuhua.phone', known);
  return known;
};

/** Tells the server which checklists are begun here and not handed in, whenever that has changed: who amends the plan wants to know. */
const sayBegun = async ({ device, wire }: Pocket, account: string, campaign: string): Promise<void> => {
  const own = (await draftsOf(device, account)).filter((draft) => draft.campaign === campaign);
  const text = JSON.stringify({ drafts: own.map(({ plan, duty }) => ({ plan, duty: duty.id })) });
  const key = `xiuhua.begun.${ownKey(account, campaign)}`;
  if ((localStorage.getItem(key) ?? '{"drafts":[]}') === text) return;
  const { status } = await wire({ method: 'PUT', path: `/campaigns/${encodeURIComponent(campaign)}/begun/${phoneName()}`, text });
  if (status === 200) localStorage.setItem(key, text);
};

/** Brings the device up to date: who is signed in, the plans in force, the duties, and how each site did the last time. */
export const refresh = async (pocket: Pocket): Promise<void> => {
  const { state } = pocket;
  if (state.get().refreshing) return;
  state.set({ refreshing: true });
  try {
    if (!(await refreshSession(pocket))) return;
    const { session } = state.get();
    if (!session) return;
    const heard = [];
    for (const { id } of inspectedBy(session)) {
      const duties = await fetchCampaign(pocket, session.account.id, id);
      if (duties) heard.push({ id, duties });
    }
    // What was sent back is shown when it can be opened: the next moment may be without a network.
    for (const { id, duties } of heard) for (const duty of duties.duties) await fetchReturned(pocket, id, duty);
    await reload(pocket);
    await fetchInbox(pocket);
    for (const { id } of heard) await sayBegun(pocket, session.account.id, id);
    for (const { id, duties } of heard) await fetchVisits(pocket, id, duties);
  } catch {
    state.set({ memory: 'broken' });
  } finally {
    state.set({ refreshing: false });
  }
};
