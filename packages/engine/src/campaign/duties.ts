import { addDays, type Day, earlier, isDay, later } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { layOut } from '../schedule/duties.ts';
import type { Duty } from '../schedule/duty.ts';
import type { Campaign, Version } from './state.ts';

/** How far a holiday can move a duty from its planned day, with room to spare. */
const reach = 45;

/** The duties of a plan whose span from first to last day touches the days given, inclusive; by due day, then id. */
export const dutiesOf = (plan: CompiledPlan, from: Day, to: Day): readonly Duty[] =>
  layOut(plan.schedules, plan.calendar, from, to, plan.hash).map((duty) => ({
    ...duty,
    by: plan.organization.units.get(duty.by) ?? duty.by,
  }));

/** Duties found before, by plan, schedule and planned day. A plan never changes, so what was laid out stays right. */
const laidOut = new WeakMap<CompiledPlan, Map<string, ReadonlyMap<string, Duty>>>();

const dutiesPlannedOn = (plan: CompiledPlan, schedule: CompiledPlan['schedules'][number], day: Day): ReadonlyMap<string, Duty> => {
  const known = laidOut.get(plan) ?? new Map<string, ReadonlyMap<string, Duty>>();
  laidOut.set(plan, known);
  const key = `${schedule.name}·${day}`;
  const before = known.get(key);
  if (before) return before;
  const around = dutiesOf({ ...plan, schedules: [schedule] }, addDays(day, -reach), addDays(day, reach));
  const found = new Map(around.filter((duty) => duty.planned === day).map((duty) => [duty.id, duty]));
  if (found.size > 0) known.set(key, found);
  return found;
};

/** The duty with this id in a plan, or `undefined` when its schedule does not call for it. */
export const dutyById = (plan: CompiledPlan, id: string): Duty | undefined => {
  for (const schedule of plan.schedules) {
    if (!id.startsWith(`${schedule.name}·`)) continue;
    const day = id.slice(schedule.name.length + 1, schedule.name.length + 11);
    const found = isDay(day) ? dutiesPlannedOn(plan, schedule, day).get(id) : undefined;
    if (found) return found;
  }
  return undefined;
};

/** The version in force on a day: the newest adopted by then; `undefined` before the first adoption. */
export const versionOn = (campaign: Campaign, day: Day): Version | undefined =>
  campaign.versions.findLast((version) => version.from <= day);

/** The plan in force on a day, or the newest when no day is given. */
export const planInForce = (campaign: Campaign, day?: Day): CompiledPlan | undefined =>
  (day === undefined ? campaign.versions.at(-1) : versionOn(campaign, day))?.plan;

/**
 * The duties of a campaign between two days. A duty belongs to the version in force on its planned day; nothing is
 * due that was planned for a day before the first adoption.
 */
export const campaignDuties = (campaign: Campaign, from: Day, to: Day): readonly Duty[] =>
  campaign.versions.flatMap(({ plan, from: start }, i) => {
    const next = campaign.versions[i + 1]?.from;
    if (next === start) return [];
    const last = next === undefined ? '2999-12-31' : addDays(next, -1);
    const [first, end] = [later(from, start), earlier(to, addDays(last === '2999-12-31' ? to : last, reach))];
    return first > end ? [] : dutiesOf(plan, first, end).filter((duty) => duty.planned >= start && duty.planned <= last);
  });
