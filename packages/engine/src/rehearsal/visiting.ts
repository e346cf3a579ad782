import { addDays, type Day, daysBetween, earlier } from '../calendar/day.ts';
import { isWorkday } from '../calendar/workdays.ts';
import type { Command } from '../campaign/command.ts';
import { campaignDuties } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import { itemsAt } from '../checklist/where.ts';
import { whereOf } from '../plan/compile.ts';
import type { Duty } from '../schedule/duty.ts';
import { answersFor } from './answering.ts';
import type { Luck } from './luck.ts';
import { type Intent, momentIn, type Step, type World } from './world.ts';

/** A day on which a unit had more visits that could wait no longer than its people can make. */
export interface Crowded {
  readonly unit: string;
  readonly day: Day;
  /** Visits that had to be made on this day. */
  readonly visits: number;
  /** Visits its people could make. */
  readonly possible: number;
}

/** A duty with the day somebody goes and which of the unit's people it is. */
export interface Outing {
  readonly duty: Duty;
  readonly day: Day;
  readonly inspector: number;
}

/** Who goes when, and where there were not enough people. */
export interface Rota {
  readonly outings: readonly Outing[];
  readonly crowded: readonly Crowded[];
  /** Every duty of the days rehearsed. */
  readonly duties: readonly Duty[];
}

/** How careless a unit is: the share of its items that fail on a day. It gets better over a year. */
const failingAt = (world: World, unit: string, day: Day): number => {
  const { failingLeast, failingMost, improvement } = world.habits;
  const start = failingLeast + world.luck(`unit ${unit}`).share() * (failingMost - failingLeast);
  return start * (1 - improvement * Math.min(1, daysBetween(world.from, day) / 365));
};

/** A UUID-like name of the record, the same every time. */
const submissionId = (luck: Luck): string => {
  const hex = (n: number): string => Array.from({ length: n }, () => luck.whole(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
};

/** Days on which a duty can be done, workdays where there are any; none when all lie outside of the rehearsal. */
const daysFor = (duty: Duty, world: World): readonly Day[] => {
  const first = duty.from < world.from ? world.from : duty.from;
  const last = earlier(duty.due, world.to);
  const all = Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));
  const workdays = all.filter((day) => isWorkday(world.plan.calendar, day));
  return workdays.length ? workdays : all;
};

/** The days in the order in which somebody would try them: from a day drawn on to the last one, then those before. */
const tried = (days: readonly Day[], luck: Luck): readonly Day[] => {
  const start = luck.whole(0, Math.max(0, days.length - 1));
  return [...days.slice(start), ...days.slice(0, start).reverse()];
};

/**
 * Lays out who goes when, once the plan is in force. Nobody makes more visits a day than the habits allow: what does not fit slips to another day
 * of its window, and where the window is over it is done late or not at all.
 */
export const rotaOf = (world: World, now: Campaign): Rota => {
  const { inspectors, visitsADay, lateVisits, missedVisits } = world.habits;
  const possible = Math.max(1, inspectors * visitsADay);
  const taken = new Map<string, number>();
  const short = new Map<string, Crowded>();
  const outings: Outing[] = [];
  const take = (duty: Duty, day: Day): boolean => {
    const key = `${duty.by}·${day}`;
    const before = taken.get(key) ?? 0;
    if (before >= possible) return false;
    taken.set(key, before + 1);
    outings.push({ duty, day, inspector: before % Math.max(1, inspectors) });
    return true;
  };
  const duties = campaignDuties(now, world.from, world.to);
  for (const duty of duties) {
    const luck = world.luck(`duty ${duty.id}`);
    const fate = luck.share();
    if (fate < missedVisits) continue;
    const after = addDays(duty.due, luck.whole(1, 3));
    if (fate < missedVisits + lateVisits) {
      if (after <= world.to) take(duty, after);
      continue;
    }
    const days = daysFor(duty, world);
    if (days.length === 0 || tried(days, luck).some((day) => take(duty, day))) continue;
    const day = days.at(-1) as Day;
    const known = short.get(`${duty.by}·${day}`) ?? { unit: duty.by, day, visits: possible, possible };
    short.set(`${duty.by}·${day}`, { ...known, visits: known.visits + 1 });
    if (after <= world.to) take(duty, after);
  }
  return { outings, crowded: [...short.values()], duties };
};

const visitOn = (world: World, { duty, day, inspector }: Outing): Intent => {
  const { plan } = world;
  const luck = world.luck(`visit ${duty.id}`);
  const held = luck.likely(world.habits.heldVisits) ? luck.whole(1, 4) : 0;
  const arrives = earlier(addDays(day, held), world.to);
  const act = (): readonly Step[] => {
    const checklist = plan.checklists.get(duty.checklist);
    if (!checklist) return [];
    const filledAt = momentIn(day, luck.one([[9, 11] as const, [15, 17] as const]), luck);
    const unit = plan.places.sites.get(duty.site)?.units[0] ?? duty.site;
    const items = itemsAt(checklist, whereOf(plan, duty.site, day));
    const answers = answersFor(checklist, items, { day, failing: failingAt(world, unit, day), luck });
    const at = arrives === day ? filledAt : momentIn(arrives, [8, 9], luck);
    const command: Command = { type: 'SubmitChecklist', submission: submissionId(luck), plan: plan.hash, duty: duty.id, filledAt, answers };
    return [{ at, by: world.people.inspector(duty.by, inspector), command }];
  };
  return { day: arrives, act };
};

/** The checklists that will be filled. */
export const visitsOf = (world: World, rota: Rota): readonly Intent[] => rota.outings.map((outing) => visitOn(world, outing));
