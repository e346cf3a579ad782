import type { Device } from './base.ts';
import type { StoredDuties, StoredPlan, StoredSession, StoredVisit } from './records.ts';

/** The session as last heard; `undefined` on a device where nobody has signed in. */
export const storedSession = (device: Device): Promise<StoredSession | undefined> =>
  device.read(['session'], async ({ session }) => {
    const found = await session.get('current');
    return found?.id === 'current' ? found : undefined;
  });

/** Keeps the session, or forgets it when there is none any more. Drafts and outbox stay with their account. */
export const keepSession = (device: Device, next: StoredSession | null): Promise<unknown> =>
  device.write(['session'], ({ session }) => (next ? session.put(next) : session.delete('current')));

/** A plan by its hash. */
export const storedPlan = (device: Device, campaign: string, hash: string): Promise<StoredPlan | undefined> =>
  device.read(['plans'], ({ plans }) => plans.get([campaign, hash]));

/** The duties as last heard. */
export const storedDuties = (device: Device, id: string): Promise<StoredDuties | undefined> =>
  device.read(['duties'], ({ duties }) => duties.get(id));

/** Keeps a plan beside those there are. */
export const keepPlan = (device: Device, plan: StoredPlan): Promise<unknown> => device.write(['plans'], ({ plans }) => plans.put(plan));

/** Keeps what was heard about a campaign, together: duties never stand beside another plan than theirs. */
export const keepDuties = (device: Device, duties: StoredDuties, plan: StoredPlan): Promise<void> =>
  device.write(['duties', 'plans'], async (shelves) => {
    await shelves.plans.put(plan);
    await shelves.duties.put(duties);
  });

/** The last visit of a site with a checklist. */
export const storedVisit = (device: Device, id: string): Promise<StoredVisit | undefined> =>
  device.read(['visits'], ({ visits }) => visits.get(id));

/** Keeps a last visit. */
export const keepVisit = (device: Device, visit: StoredVisit): Promise<unknown> =>
  device.write(['visits'], ({ visits }) => visits.put(visit));

/** Deletes plans that are neither in force for anybody here nor named by a draft or an item not yet delivered. */
export const sweepPlans = (device: Device): Promise<number> =>
  device.write(['plans', 'duties', 'drafts', 'outbox'], async ({ plans, duties, drafts, outbox }) => {
    const named = new Set([
      ...(await duties.all()).flatMap((d) => [d.plan, ...d.duties.flatMap((duty) => duty.returned?.plan ?? [])]),
      ...(await drafts.all()).map((d) => d.plan),
      ...(await outbox.all()).map((i) => i.plan),
    ]);
    const idle = (await plans.all()).filter((p) => !named.has(p.hash));
    for (const { campaign, hash } of idle) await plans.delete([campaign, hash]);
    return idle.length;
  });
