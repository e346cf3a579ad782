import type { Day } from '../calendar/day.ts';
import { type Period, periodOf } from '../calendar/period.ts';
import type { CompiledSchedule } from './compile.ts';
import { drawFrom, drawNumber } from './draw.ts';
import type { Occurrence } from './occurrences.ts';
import type { Pool } from './pools.ts';
import type { DrawRule } from './sites.ts';

/** What was drawn from one pool. */
export interface PoolDraw {
  readonly pool: string;
  readonly checklist: string;
  readonly take: number;
  /** Sites left out because one of the last draws took them. */
  readonly leftOut: readonly string[];
  /** How many of those not yet visited in the period had to be drawn first, so that each is visited at least once. */
  readonly mustTake: number;
  /** In the order of the draw. */
  readonly drawn: readonly string[];
}

/** One draw of a schedule: from every pool in turn. */
export interface Draw {
  /** `<schedule>·<planned day>`. */
  readonly id: string;
  readonly planned: Day;
  /** Period in which every site must be visited, and how many draws it has left after this one; null without the rule. */
  readonly period: Period | null;
  readonly drawsLeft: number;
  readonly pools: readonly PoolDraw[];
}

/** What earlier draws mean for this one. */
interface Turn {
  readonly id: string;
  readonly seed: string;
  readonly rule: DrawRule;
  readonly drawsLeft: number;
  /** Earlier draws of the schedule, oldest first. */
  readonly before: readonly Draw[];
  readonly period: Period | null;
}

const numberOf =
  (turn: Turn, pool: string, from: number) =>
  (n: number): number =>
    drawNumber(turn.seed, turn.id, pool, from + n);

const takenFrom = (draws: readonly Draw[], pool: string): ReadonlySet<string> =>
  new Set(draws.flatMap((draw) => draw.pools.filter((drawn) => drawn.pool === pool).flatMap(({ drawn }) => drawn)));

/** The part of a pool that is still in the hat; the pool itself when nothing is out of it. */
const hatOf = (pool: Pool, out: readonly ReadonlySet<string>[]): Pick<Pool, 'sites' | 'tickets'> => {
  if (out.every((set) => set.size === 0)) return pool;
  const open = (site: string): boolean => !out.some((set) => set.has(site));
  return { sites: pool.sites.filter(open), tickets: pool.tickets?.filter((_, i) => open(pool.sites[i] ?? '')) ?? null };
};

/** Draws from a pool. `taken` are sites that another pool of this draw already gave. */
const drawPool = (pool: Pool, turn: Turn, taken: ReadonlySet<string>): PoolDraw => {
  const { rule, before, period, drawsLeft } = turn;
  const recent = takenFrom(rule.apart > 0 ? before.slice(-rule.apart) : [], pool.name);
  const visited = takenFrom(period === null ? [] : before.filter((draw) => draw.period === period), pool.name);
  const unvisited = period === null ? 0 : pool.sites.filter((site) => !visited.has(site)).length;
  const mustTake = Math.min(pool.take, Math.max(0, unvisited - pool.take * drawsLeft));
  const draw = (take: number, out: readonly ReadonlySet<string>[], from: number): readonly string[] => {
    const { sites, tickets } = hatOf(pool, out);
    return drawFrom(sites, take, { number: numberOf(turn, pool.name, from), tickets: tickets ?? undefined });
  };
  const must = mustTake > 0 ? draw(mustTake, [recent, taken, visited], 0) : [];
  const rest = draw(pool.take - must.length, [recent, taken, new Set(must)], must.length);
  const leftOut = recent.size === 0 ? [] : pool.sites.filter((site) => recent.has(site));
  return { pool: pool.name, checklist: pool.checklist, take: pool.take, leftOut, mustTake, drawn: [...must, ...rest] };
};

const drawAll = (schedule: CompiledSchedule, turn: Turn, planned: Day): Draw => {
  const taken = new Set<string>();
  const pools = schedule.pools.map((pool) => {
    const drawn = drawPool(pool, turn, taken);
    for (const site of drawn.drawn) taken.add(site);
    return drawn;
  });
  return { id: turn.id, planned, period: turn.period, drawsLeft: turn.drawsLeft, pools };
};

/**
 * The draws of a schedule for its occurrences, in order of time; none when it visits all sites. The occurrences are
 * all from the first one on, because a draw may rest on those before it; `wanted` says of which the draw is asked
 * for, so that those nothing rests on can be left undrawn.
 */
export const drawsOf = (
  schedule: CompiledSchedule,
  occurrences: readonly Occurrence[],
  asked: { readonly seed: string; readonly wanted: (occurrence: Occurrence) => boolean },
): readonly Draw[] => {
  const { pick } = schedule;
  if (pick.kind === 'all') return [];
  const alone = pick.apart === 0 && pick.cover === null;
  const periods = occurrences.map(({ planned }) => (pick.cover === null ? null : periodOf(pick.cover, planned)));
  const last = occurrences.findLastIndex(asked.wanted);
  const draws: Draw[] = [];
  occurrences.slice(0, last + 1).forEach((occurrence, i) => {
    if (alone && !asked.wanted(occurrence)) return;
    const drawsLeft = periods[i] === null ? 0 : periods.slice(i + 1).filter((period) => period === periods[i]).length;
    const turn = {
      id: `${schedule.name}·${occurrence.planned}`,
      seed: asked.seed,
      rule: pick,
      drawsLeft,
      before: draws,
      period: periods[i] ?? null,
    };
    draws.push(drawAll(schedule, turn, occurrence.planned));
  });
  return draws;
};
