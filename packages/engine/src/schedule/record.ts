import { addDays, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import { hashOf } from '../problem/canonical.ts';
import type { CompiledSchedule } from './compile.ts';
import { crewFor } from './crew.ts';
import type { Draw } from './drawn.ts';
import { countedPools, drawsOf } from './draws.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import type { Seeding } from './seeding.ts';

/** One site as it stood in the register when draws were made from it. */
export interface RegisterLine {
  readonly pool: string;
  readonly site: string;
  readonly tickets: number;
  /** Units that keep it and stand back. */
  readonly keepers: readonly string[];
}

/**
 * The snapshot of the register a schedule draws from, to be published before the seed is known: sites in the order
 * in which they are counted, how many of each pool, how long a site rests, who may go.
 */
export interface DrawRegister {
  readonly schedule: string;
  readonly sites: string;
  readonly apart: number;
  readonly pools: readonly { readonly pool: string; readonly take: number }[];
  readonly lines: readonly RegisterLine[];
  readonly by: readonly string[];
  readonly along: { readonly from: readonly string[]; readonly draw: number } | null;
}

/**
 * The record of one draw. `seed` is its own: the numbers are made from it and from `draw` alone. `commitment` is the
 * hash of the campaign's seed, from which it follows (null in a log older than that). `register` is the hash of the
 * snapshot, `previous` that of the record before it (null for the first) and `hash` that of this record without its
 * hash: a draw made again, left out or put in afterwards breaks the chain. A draw made again for a good reason is
 * another `issue` beside the first.
 */
export interface DrawRecord {
  readonly draw: string;
  readonly schedule: string;
  readonly period: string;
  readonly issue: number;
  /** Why it was made again; empty for the first issue. */
  readonly reason: string;
  readonly planned: Day;
  readonly seed: string;
  readonly commitment: string | null;
  readonly register: string;
  /** Period in which every site must be visited, null without that rule, and the draws it has left after this one. */
  readonly cover: string | null;
  readonly drawsLeft: number;
  readonly pools: readonly {
    readonly pool: string;
    readonly leftOut: readonly string[];
    readonly mustTake: number;
    readonly drawn: readonly string[];
  }[];
  readonly crews: readonly { readonly site: string; readonly by: string; readonly along: readonly string[] }[];
  readonly previous: string | null;
  readonly hash: string;
}

/** The register of a schedule as it is published. */
export const drawRegister = (schedule: CompiledSchedule, seeding: Seeding): DrawRegister => ({
  schedule: schedule.name,
  sites: schedule.schedule.sites,
  apart: schedule.pick.kind === 'draw' ? schedule.pick.apart : 0,
  pools: countedPools(schedule, seeding).map(({ name, take }) => ({ pool: name, take })),
  lines: countedPools(schedule, seeding).flatMap(({ name, sites, tickets }) =>
    sites.map((site, i) => ({ pool: name, site, tickets: tickets?.[i] ?? 1, keepers: schedule.keepers.get(site) ?? [] })),
  ),
  by: schedule.by,
  along: schedule.along,
});

const recordOf = (
  schedule: CompiledSchedule,
  draw: Draw,
  chain: { readonly commitment: string | null; readonly register: string; readonly previous: string | null },
): DrawRecord => {
  const pools = draw.pools.map(({ pool, leftOut, mustTake, drawn }) => ({ pool, leftOut, mustTake, drawn }));
  const crews = pools.flatMap(({ drawn }) => drawn.map((site) => ({ site, ...crewFor(schedule, site, draw) })));
  const { id, schedule: name, period, issue, reason, planned, seed, cover, drawsLeft } = draw;
  const named = { draw: id, schedule: name, period, issue, reason, planned, seed, commitment: chain.commitment };
  const record = { ...named, register: chain.register, cover, drawsLeft, pools, crews, previous: chain.previous };
  return { ...record, hash: hashOf(record) };
};

/**
 * The records of the draws of a schedule that `wanted` asks for, oldest first, each chained to the one before; a draw
 * made again has a record for each issue. Empty for a schedule that visits all its sites. `after` is the record they
 * follow, when the schedule was drawn for under an earlier version of the plan. They say the same as the duties laid
 * out with the same seeding.
 */
export const drawRecords = (
  schedule: CompiledSchedule,
  calendar: WorkCalendar,
  asked: {
    readonly seeding: Seeding;
    readonly until: Day;
    readonly wanted?: (occurrence: Occurrence) => boolean;
    readonly after?: DrawRecord | undefined;
  },
): readonly DrawRecord[] => {
  const { seeding, until } = asked;
  const wanted = asked.wanted ?? (({ planned }: Occurrence): boolean => planned <= until);
  const register = hashOf(drawRegister(schedule, seeding));
  const occurrences = occurrencesOf(schedule, calendar, addDays(until, 400));
  const asks = new Set(occurrences.filter(wanted).map(({ planned }) => planned));
  const draws = drawsOf(schedule, occurrences, { seeding, wanted }).filter(({ planned }) => asks.has(planned));
  const records: DrawRecord[] = [];
  for (const draw of draws.flatMap((last) => [...last.earlier, last])) {
    const previous = (records.at(-1) ?? asked.after)?.hash ?? null;
    records.push(recordOf(schedule, draw, { commitment: seeding.commitment, register, previous }));
  }
  return records;
};
