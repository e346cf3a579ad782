import { addDays, type Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import { hashOf } from '../problem/canonical.ts';
import type { CompiledSchedule } from './compile.ts';
import { crewFor } from './crew.ts';
import { type Draw, drawsOf } from './draws.ts';
import { occurrencesOf } from './occurrences.ts';

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
 * The record of one draw. `register` is the hash of the snapshot, `previous` the hash of the record before it (null
 * for the first) and `hash` that of this record without its hash: a draw made again, left out or put in afterwards
 * breaks the chain.
 */
export interface DrawRecord {
  readonly draw: string;
  readonly planned: Day;
  readonly seed: string;
  readonly register: string;
  /** Period in which every site must be visited, null without that rule, and the draws it has left after this one. */
  readonly period: string | null;
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
export const drawRegister = (schedule: CompiledSchedule): DrawRegister => ({
  schedule: schedule.name,
  sites: schedule.schedule.sites,
  apart: schedule.pick.kind === 'draw' ? schedule.pick.apart : 0,
  pools: schedule.pools.map(({ name, take }) => ({ pool: name, take })),
  lines: schedule.pools.flatMap(({ name, sites, tickets }) =>
    sites.map((site, i) => ({ pool: name, site, tickets: tickets?.[i] ?? 1, keepers: schedule.keepers.get(site) ?? [] })),
  ),
  by: schedule.by,
  along: schedule.along,
});

const recordOf = (
  schedule: CompiledSchedule,
  draw: Draw,
  chain: { readonly seed: string; readonly register: string; readonly previous: string | null },
): DrawRecord => {
  const pools = draw.pools.map(({ pool, leftOut, mustTake, drawn }) => ({ pool, leftOut, mustTake, drawn }));
  const crews = pools.flatMap(({ drawn }) =>
    drawn.map((site) => ({ site, ...crewFor(schedule, site, { seed: chain.seed, id: draw.id }) })),
  );
  const { id, planned, period, drawsLeft } = draw;
  const record = {
    draw: id,
    planned,
    seed: chain.seed,
    register: chain.register,
    period,
    drawsLeft,
    pools,
    crews,
    previous: chain.previous,
  };
  return { ...record, hash: hashOf(record) };
};

/**
 * The records of all draws of a schedule planned up to `until`, oldest first, each chained to the one before. Empty
 * for a schedule that visits all its sites. They say the same as the duties laid out with the same seed.
 */
export const drawRecords = (
  schedule: CompiledSchedule,
  calendar: WorkCalendar,
  asked: { readonly seed: string; readonly until: Day },
): readonly DrawRecord[] => {
  const register = hashOf(drawRegister(schedule));
  const occurrences = occurrencesOf(schedule, calendar, addDays(asked.until, 400));
  const draws = drawsOf(schedule, occurrences, { seed: asked.seed, wanted: ({ planned }) => planned <= asked.until });
  const records: DrawRecord[] = [];
  for (const draw of draws) records.push(recordOf(schedule, draw, { seed: asked.seed, register, previous: records.at(-1)?.hash ?? null }));
  return records;
};
