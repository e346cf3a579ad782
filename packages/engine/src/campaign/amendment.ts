import type { Day } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Duty } from '../schedule/duty.ts';
import { plainSeeding, type Seeding } from '../schedule/seeding.ts';
import { dutiesOf } from './duties.ts';

/** A duty that both plans have, on other days. */
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

/** Who goes where with what: the same duty in both plans though the day it was planned for may differ. */
const turnsOf = (duties: readonly Duty[]): ReadonlyMap<string, readonly Duty[]> => {
  const turns = new Map<string, Duty[]>();
  for (const duty of duties) {
    const key = JSON.stringify([duty.schedule, duty.checklist, duty.site]);
    turns.set(key, [...(turns.get(key) ?? []), duty]);
  }
  return turns;
};

const isSame = (a: Duty, b: Duty): boolean => a.id === b.id && a.from === b.from && a.due === b.due && a.by === b.by;

/**
 * Compares the duties of two plans on the days given, both inclusive. A duty is the same while its id and days are; of
 * those that are left over, the first of a schedule at a site in the older plan has moved to the first in the newer.
 * Both plans draw by the same seed, so a site is drawn again wherever the register and the rule of drawing stayed.
 */
export const amendmentOf = (
  before: CompiledPlan,
  after: CompiledPlan,
  days: { readonly from: Day; readonly to: Day; readonly seeding?: Seeding },
): Amendment => {
  const seeding = days.seeding ?? plainSeeding(before.hash);
  const [old, fresh] = [before, after].map((plan) => turnsOf(dutiesOf(plan, days.from, days.to, seeding)));
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
