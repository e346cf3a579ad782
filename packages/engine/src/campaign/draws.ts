import { addDays, type Day, dayOf } from '../calendar/day.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import { sha256 } from '../problem/canonical.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import type { CompiledSchedule } from '../schedule/compile.ts';
import type { Draw } from '../schedule/drawn.ts';
import { drawsOf } from '../schedule/draws.ts';
import { type Occurrence, occurrencesOf } from '../schedule/occurrences.ts';
import { type DrawRecord, type DrawRegister, drawRecords, drawRegister } from '../schedule/record.ts';
import { plainSeeding, type Seeding, seedingOf } from '../schedule/seeding.ts';
import type { RepeatDraw } from './command.ts';
import type { Context } from './context.ts';
import type { DrawRepeated, DrawSeeded, Event, Fact } from './event.ts';
import type { Campaign, Version } from './state.ts';

/** A rule for a whole year looks to the end of that year; a window can open a year before its planned day. */
const reach = 800;

/** The seed of a campaign as a fact: made by the server when a plan is adopted and none is there yet. */
export const seededBy = (campaign: Campaign, { random }: Pick<Context, 'random'>): readonly DrawSeeded[] =>
  campaign.seeded ? [] : [{ type: 'DrawSeeded', seed: random, commitment: sha256(random) }];

/** The schedule of a version by its name. */
const scheduleOf = ({ plan }: Version, name: string): CompiledSchedule | undefined =>
  plan.schedules.find((schedule) => schedule.name === name);

/** The first day that is no longer a version's own; undefined for the newest while the campaign runs. */
const endOf = ({ versions, closed }: Campaign, version: Version): Day | undefined =>
  versions[versions.indexOf(version) + 1]?.from ?? (closed ? addDays(closed.day, 1) : undefined);

const ownOf = (campaign: Campaign, version: Version): ((occurrence: { readonly planned: Day }) => boolean) => {
  const end = endOf(campaign, version);
  return ({ planned }) => planned >= version.from && (end === undefined || planned < end);
};

/** What a schedule drew while earlier versions were in force. */
const drawnBefore = (campaign: Campaign, version: Version, name: string): readonly Draw[] =>
  campaign.versions.slice(0, campaign.versions.indexOf(version)).flatMap((earlier): readonly Draw[] => {
    const schedule = scheduleOf(earlier, name);
    const end = endOf(campaign, earlier);
    if (!schedule || end === undefined || end === earlier.from) return [];
    const wanted = ownOf(campaign, earlier);
    const occurrences = occurrencesOf(schedule, earlier.plan.calendar, addDays(end, reach));
    return drawsOf(schedule, occurrences, { seeding: seedingFor(campaign, earlier), wanted }).filter(wanted);
  });

const memoised = <T>(compute: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
};

const plain = new WeakMap<CompiledPlan, Seeding>();
const seeded = new WeakMap<Version, { readonly repeated: number; readonly seeding: Seeding }>();

const plainOf = (plan: CompiledPlan): Seeding => {
  const known = plain.get(plan) ?? plainSeeding(plan.hash);
  plain.set(plan, known);
  return known;
};

/**
 * What the draws of a version rest on: the campaign's seed, from the version on with which it came, together with what
 * was drawn before and drawn again; before that, the hash of the plan.
 */
export const seedingFor = (campaign: Campaign, version: Version): Seeding => {
  const { seeded: made, repeats } = campaign;
  if (!made || version.version < made.since) return plainOf(version.plan);
  const repeated = [...repeats.values()].reduce((sum, { length }) => sum + length, 0);
  const known = seeded.get(version);
  if (known?.repeated === repeated) return known.seeding;
  const seeding: Seeding = {
    ...seedingOf(made.seed),
    from: version.from,
    repeats: new Map([...repeats].map(([draw, again]) => [draw, again.map(({ reason }) => reason)])),
    before: memoised((schedule) => drawnBefore(campaign, version, schedule)),
  };
  seeded.set(version, { repeated, seeding });
  return seeding;
};

/** The draws of a schedule that have begun by a day: what they drew may be looked at from then on. */
const begunDraws = (campaign: Campaign, version: Version, asked: { readonly name: string; readonly today: Day }): readonly Draw[] => {
  const schedule = scheduleOf(version, asked.name);
  if (!schedule) return [];
  const own = ownOf(campaign, version);
  const begun = (occurrence: Pick<Occurrence, 'planned' | 'from'>): boolean => own(occurrence) && occurrence.from <= asked.today;
  const occurrences = occurrencesOf(schedule, version.plan.calendar, addDays(asked.today, reach));
  return drawsOf(schedule, occurrences, { seeding: seedingFor(campaign, version), wanted: begun }).filter(begun);
};

const doneSite = (campaign: Campaign, draw: Draw): string | undefined =>
  draw.pools
    .flatMap(({ drawn }) => drawn)
    .find((site) => (campaign.byDuty.get(`${draw.schedule}·${draw.planned}·${site}`)?.length ?? 0) > 0);

/**
 * Makes a draw again, with a reason, beside the one there is. Only the newest draw of its schedule that has begun, while
 * it is not over and none of the sites drawn has been visited: nothing that came later may rest on it.
 */
export const decideRepeat = (campaign: Campaign, command: RepeatDraw, context: Context): Outcome<readonly Fact[]> => {
  const { schedule, period, reason } = command;
  const today = dayOf(context.at);
  const words = { schedule, period };
  if (reason.trim() === '') return refuse('repeat.reason-missing', '/reason');
  const draws = campaign.versions.flatMap((version) =>
    begunDraws(campaign, version, { name: schedule, today }).map((draw) => ({ draw, version })),
  );
  const found = draws.findLast(({ draw }) => draw.period === period);
  if (!found) return refuse('repeat.unknown', '/period', words);
  const { draw, version } = found;
  if (!seedingFor(campaign, version).derived) return refuse('repeat.not-seeded', '', words);
  const newest = draws.at(-1)?.draw;
  if (newest && newest.planned > draw.planned) return refuse('repeat.not-newest', '/period', { ...words, newest: newest.period });
  if (draw.due < today) return refuse('repeat.over', '/period', { ...words, due: draw.due });
  const site = doneSite(campaign, draw);
  if (site !== undefined) return refuse('repeat.begun', '/period', { ...words, site });
  return { ok: true, value: [{ type: 'DrawRepeated', schedule, period, issue: draw.issue + 1, reason }], problems: [] };
};

/** Takes in what happened to the draws. */
export const keepDraw = (campaign: Campaign, event: Event, fact: DrawSeeded | DrawRepeated): void => {
  if (fact.type === 'DrawSeeded') {
    campaign.seeded = { seed: fact.seed, commitment: fact.commitment, since: campaign.versions.length };
    return;
  }
  const draw = `${fact.schedule}·${fact.period}`;
  const { issue, reason } = fact;
  campaign.repeats.set(draw, [...(campaign.repeats.get(draw) ?? []), { issue, reason, at: event.at, by: event.by.name }]);
};

/**
 * The draws of a schedule as they are published: the register snapshots they were made from, oldest first, and a record
 * of each. `seed` is the campaign's, null until every phase is over or the campaign is closed: from then on anybody can check that it is the one
 * committed to and that all draws follow from it.
 */
export interface DrawBook {
  readonly schedule: string;
  readonly commitment: string | null;
  readonly seed: string | null;
  readonly registers: readonly DrawRegister[];
  readonly records: readonly DrawRecord[];
}

const isOver = (campaign: Campaign, today: Day): boolean => {
  if (campaign.closed) return true;
  const phases = campaign.versions.at(-1)?.plan.phases ?? [];
  return phases.every(({ to }) => to !== null && to < today);
};

const bookOf = (campaign: Campaign, name: string, today: Day): DrawBook => {
  const registers = new Map<string, DrawRegister>();
  const records: DrawRecord[] = [];
  for (const version of campaign.versions) {
    const schedule = scheduleOf(version, name);
    if (!schedule) continue;
    const own = ownOf(campaign, version);
    const wanted = (occurrence: Occurrence): boolean => own(occurrence) && occurrence.from <= today;
    const asked = { seeding: seedingFor(campaign, version), until: addDays(today, 400), wanted, after: records.at(-1) };
    const made = drawRecords(schedule, version.plan.calendar, asked);
    records.push(...made);
    if (made[0]) registers.set(made[0].register, drawRegister(schedule, asked.seeding));
  }
  const seed = isOver(campaign, today) ? (campaign.seeded?.seed ?? null) : null;
  return { schedule: name, commitment: campaign.seeded?.commitment ?? null, seed, registers: [...registers.values()], records };
};

/** The draws of every schedule that draws, as far as they have begun by today. A draw that has not begun is not in it. */
export const drawBooks = (campaign: Campaign, today: Day): readonly DrawBook[] => {
  const names = campaign.versions.flatMap(({ plan }) => plan.schedules.filter(({ pick }) => pick.kind === 'draw').map(({ name }) => name));
  return [...new Set(names)].map((name) => bookOf(campaign, name, today));
};
