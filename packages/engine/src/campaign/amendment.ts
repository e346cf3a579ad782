import type { Day, Instant } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Duty } from '../schedule/duty.ts';
import { campaignDuties } from './duties.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import { adoptionOf } from './review.ts';
import type { Campaign } from './state.ts';

/** A duty there is before and after, on other days. */
export interface MovedDuty {
  readonly before: Duty;
  readonly after: Duty;
}

/** What putting a newer plan in force does to the duties of some days. */
export interface Amendment {
  /** Duties that stay exactly as they are. */
  readonly kept: number;
  readonly moved: readonly MovedDuty[];
  readonly cancelled: readonly Duty[];
  readonly added: readonly Duty[];
}

const nobody: Event['by'] = { account: '', name: '', unit: '', roles: [] };

/**
 * The campaign as it would be had a plan just been adopted, by the very code that adopts it; the campaign given stays as
 * it is. A campaign whose draws have no seed yet gets one nobody can foresee, here an empty one.
 */
export const campaignAfter = (campaign: Campaign, plan: CompiledPlan, at: Instant): Campaign => {
  const after: Campaign = { ...campaign, versions: [...campaign.versions] };
  const library = (hash: string): CompiledPlan | undefined =>
    hash === plan.hash ? plan : campaign.versions.find((version) => version.plan.hash === hash)?.plan;
  for (const fact of adoptionOf(campaign, plan, { at, random: '' }))
    evolve(after, { seq: after.seq + 1, cause: 'outlook', at, by: nobody, fact }, library);
  return after;
};

/** Who goes where with what: the same duty in both though the day it was planned for may differ. */
const turnsOf = (duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> => {
  const turns = new Map<string, Duty[]>();
  for (const duty of duties) {
    const key = JSON.stringify([duty.schedule, duty.checklist, duty.site]);
    const own = turns.get(key);
    if (own) own.push(duty);
    else turns.set(key, [duty]);
  }
  return turns;
};

const isSame = (a: Duty, b: Duty): boolean => a.id === b.id && a.from === b.from && a.due === b.due && a.by === b.by;

/**
 * Compares the duties of a campaign before and after an adoption on the days given, both inclusive. A duty is the same
 * while its id, days and unit are; of those that are left over, the first of a schedule at a site before has moved to the
 * first after. Duties planned for days before the adoption stay with the version they began on.
 */
export const amendmentOf = (before: Campaign, after: Campaign, { from, to }: { readonly from: Day; readonly to: Day }): Amendment => {
  const [old, fresh] = [before, after].map((campaign) => turnsOf(campaignDuties(campaign, from, to)));
  const moved: MovedDuty[] = [];
  const cancelled: Duty[] = [];
  const added: Duty[] = [];
  let kept = 0;
  for (const key of new Set([...(old?.keys() ?? []), ...(fresh?.keys() ?? [])])) {
    const [was, is] = [old?.get(key) ?? [], fresh?.get(key) ?? []];
    const gone = was.filter((duty) => !is.some((other) => isSame(duty, other)));
    const come = is.filter((duty) => !was.some((other) => isSame(duty, other)));
    kept += was.length - gone.length;
    gone.forEach((duty, i) => {
      const to = come[i];
      if (to) moved.push({ before: duty, after: to });
      else cancelled.push(duty);
    });
    added.push(...come.slice(gone.length));
  }
  return { kept, moved, cancelled, added };
};
