import { addDays, type Day, earlier, isDay, later } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import { layOut } from '../schedule/duties.ts';
import type { Duty } from '../schedule/duty.ts';
import { plainSeeding, type Seeding } from '../schedule/seeding.ts';
import { seedingFor } from './draws.ts';
import type { Campaign, Version } from './state.ts';

/** How far a holiday can move a duty from its planned day, with room to spare. */
const reach = 45;

/** The duties of some schedules of a plan, or of all, with what is drawn for them. */
const laid = (plan: CompiledPlan, { from, to }: { from: Day; to: Day }, seeding: Seeding, schedules = plan.schedules): readonly Duty[] =>
  layOut(schedules, plan.calendar, from, to, seeding).map((duty) => ({
    ...duty,
    by: plan.organization.units.get(duty.by) ?? duty.by,
  }));

/**
 * The duties of a plan whose span from first to last day touches the days given, inclusive; by due day, then id. A plan
 * alone has no seed: what is drawn then is an example, drawn by the hash of the plan.
 */
export const dutiesOf = (plan: CompiledPlan, from: Day, to: Day, seeding: Seeding = plainSeeding(plan.hash)): readonly Duty[] =>
  laid(plan, { from, to }, seeding);

/** Duties found before, by seeding, schedule and planned day. Neither plan nor seeding changes, so what was laid out stays right. */
const laidOut = new WeakMap<Seeding, Map<string, ReadonlyMap<string, Duty>>>();

type Ground = readonly [plan: CompiledPlan, schedule: CompiledSchedule, seeding: Seeding];

/** Duties kept at most; those laid out longest ago make room. */
const most = 200_000;

/** Days laid out together: visits come day after day, and to lay out one day takes those around it anyway. */
const together = 31;

const makeRoom = (known: Map<string, ReadonlyMap<string, Duty>>): void => {
  let kept = 0;
  for (const { size } of known.values()) kept += size;
  for (const [key, { size }] of known) {
    if (kept <= most) return;
    kept -= size;
    known.delete(key);
  }
};

/**
 * The duties of a schedule planned on a day. The days after it are kept along with it: what is laid out holds everything
 * a holiday could move away from or towards any of them.
 */
const dutiesPlannedOn = ([plan, schedule, seeding]: Ground, day: Day): ReadonlyMap<string, Duty> => {
  const known = laidOut.get(seeding) ?? new Map<string, ReadonlyMap<string, Duty>>();
  laidOut.set(seeding, known);
  const keyOf = (planned: Day): string => `${plan.hash}·${schedule.name}·${planned}`;
  const before = known.get(keyOf(day));
  if (before) return before;
  const last = addDays(day, together - 1);
  const found = new Map<Day, Map<string, Duty>>();
  for (const duty of laid(plan, { from: addDays(day, -reach), to: addDays(last, reach) }, seeding, [schedule])) {
    if (duty.planned < day || duty.planned > last) continue;
    const own = found.get(duty.planned);
    if (own) own.set(duty.id, duty);
    else found.set(duty.planned, new Map([[duty.id, duty]]));
  }
  for (const [planned, duties] of found) known.set(keyOf(planned), duties);
  makeRoom(known);
  return found.get(day) ?? new Map();
};

/** The schedules an id may belong to, with the planned day it names. */
const namedBy = (plan: CompiledPlan, id: string): readonly { readonly schedule: CompiledSchedule; readonly day: Day }[] =>
  plan.schedules.flatMap((schedule) => {
    const day = id.slice(schedule.name.length + 1, schedule.name.length + 11);
    return id.startsWith(`${schedule.name}·`) && isDay(day) ? [{ schedule, day }] : [];
  });

/** The duty with this id in a plan, or `undefined` when its schedule does not call for it. */
export const dutyById = (plan: CompiledPlan, id: string, seeding: Seeding = plainSeeding(plan.hash)): Duty | undefined => {
  for (const { schedule, day } of namedBy(plan, id)) {
    const found = dutiesPlannedOn([plan, schedule, seeding], day).get(id);
    if (found) return found;
  }
  return undefined;
};

/** The same seeding as it was before a draw was made again for the `n`-th time. */
const asBefore = (seeding: Seeding, draw: string, n: number): Seeding => ({
  ...seeding,
  repeats: new Map([...seeding.repeats].map(([key, reasons]) => [key, key === draw ? reasons.slice(0, n) : reasons])),
});

/** A duty under an adopted plan, and whether a draw made again took its place. */
export interface AdoptedDuty {
  readonly version: Version;
  readonly duty: Duty;
  readonly superseded: boolean;
}

/**
 * The duty with this id under a version. `superseded` when it was drawn, and then drawn again: whoever had gone
 * before he heard of it keeps his record, but it counts for nothing.
 */
const dutyUnder = (campaign: Campaign, version: Version, id: string): AdoptedDuty | undefined => {
  const seeding = seedingFor(campaign, version);
  const duty = dutyById(version.plan, id, seeding);
  if (duty) return { version, duty, superseded: false };
  for (const [draw, reasons] of seeding.repeats)
    for (let n = reasons.length - 1; n >= 0 && id.startsWith(`${draw.slice(0, draw.lastIndexOf('·'))}·`); n--) {
      const earlier = dutyById(version.plan, id, asBefore(seeding, draw, n));
      if (earlier) return { version, duty: earlier, superseded: true };
    }
  return undefined;
};

/** The duty with this id under an adopted plan, by the newest of its versions that knows it. */
export const adoptedDuty = (campaign: Campaign, plan: string, id: string): AdoptedDuty | undefined => {
  for (const version of campaign.versions.filter((one) => one.plan.hash === plan).reverse()) {
    const found = dutyUnder(campaign, version, id);
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

const every = (): boolean => true;

/** A version that has days of its own, with the last of them; open-ended for the newest. */
interface Reign {
  readonly version: Version;
  readonly last: Day;
}

const endless = '2999-12-31';

const reigns = ({ versions }: Campaign): readonly Reign[] =>
  versions.flatMap((version, i): readonly Reign[] => {
    const next = versions[i + 1]?.from;
    return next === version.from ? [] : [{ version, last: next === undefined ? endless : addDays(next, -1) }];
  });

/** The last day on which a duty of a reign may begin and still be found. */
const closing = ({ last }: Reign): Day => (last === endless ? endless : addDays(last, reach));

const isOwn = ({ version, last }: Reign, planned: Day): boolean => planned >= version.from && planned <= last;

/** The duties of a schedule planned on the day an id names, if that day is one of the reign. */
const plannedFor = (campaign: Campaign, reign: Reign, id: string, schedule: CompiledSchedule): ReadonlyMap<string, Duty> => {
  const day = id.slice(schedule.name.length + 1, schedule.name.length + 11);
  const { plan } = reign.version;
  return isDay(day) && isOwn(reign, day) ? dutiesPlannedOn([plan, schedule, seedingFor(campaign, reign.version)], day) : new Map();
};

/**
 * Finds duties of the campaign by their ids: under the version in force on the day they were planned for. For many ids at
 * a time: what it looked up before it knows.
 */
export const dutyFinder = (campaign: Campaign): ((id: string) => Duty | undefined) => {
  const grounds = reigns(campaign).flatMap((reign) =>
    reign.version.plan.schedules.map((schedule) => ({ reign, schedule, known: new Map<string, ReadonlyMap<string, Duty>>() })),
  );
  return (id) => {
    for (const { reign, schedule, known } of grounds) {
      if (!id.startsWith(schedule.name)) continue;
      const prefix = id.slice(0, schedule.name.length + 12);
      const planned = known.get(prefix) ?? plannedFor(campaign, reign, id, schedule);
      known.set(prefix, planned);
      const duty = planned.get(id);
      if (duty && duty.from <= closing(reign)) return duty;
    }
    return undefined;
  };
};

/** False for a duty that was not done when the campaign was closed and had time left: nobody does it any more. */
const outlives = ({ closed, byDuty }: Campaign, duty: Duty): boolean => !closed || duty.due <= closed.day || byDuty.has(duty.id);

/** The duties of a campaign begun by a day, `today`, that are due from one day to another, both inclusive; none that had time left when it was closed. */
export const dutiesDue = (campaign: Campaign, due: { readonly from: Day; readonly to: Day }, today: Day): readonly Duty[] =>
  reigns(campaign).flatMap((reign) => {
    const { plan, from: start } = reign.version;
    const last = campaign.closed ? earlier(campaign.closed.day, due.to) : due.to;
    const [first, end] = [later(due.from, start), earlier(last, today)];
    if (first > end) return [];
    const begun = earlier(today, closing(reign));
    return laid(plan, { from: first, to: end }, seedingFor(campaign, reign.version)).filter(
      (duty) => isOwn(reign, duty.planned) && duty.due >= first && duty.due <= last && duty.from <= begun,
    );
  });
/**
 * The duties of a campaign between two days, or those of the schedules `wanted` asks for. A duty belongs to the version in force on its planned day; nothing is
 * due that was planned for a day before the first adoption, and nothing that still had time when the campaign was closed.
 */
export const campaignDuties = (
  campaign: Campaign,
  from: Day,
  to: Day,
  wanted: (schedule: CompiledSchedule, plan: CompiledPlan) => boolean = every,
): readonly Duty[] =>
  reigns(campaign).flatMap((reign) => {
    const { plan, from: start } = reign.version;
    const [first, end] = [later(from, start), earlier(to, closing(reign))];
    if (first > end) return [];
    const schedules = plan.schedules.filter((schedule) => wanted(schedule, plan));
    const duties = laid(plan, { from: first, to: end }, seedingFor(campaign, reign.version), schedules);
    return duties.filter((duty) => isOwn(reign, duty.planned) && outlives(campaign, duty));
  });
