import { type Period, periodOf } from '../calendar/period.ts';
import type { CompiledSchedule } from './compile.ts';
import { drawFrom, drawNumber } from './draw.ts';
import type { Draw, PoolDraw } from './drawn.ts';
import type { Occurrence } from './occurrences.ts';
import { inOwnOrder, type Pool } from './pools.ts';
import { type Lot, lotOf, type Seeding } from './seeding.ts';
import type { DrawRule } from './sites.ts';

/** What earlier draws mean for this one. */
interface Turn {
  readonly rule: DrawRule;
  readonly drawsLeft: number;
  /** Earlier draws of the schedule, oldest first. */
  readonly before: readonly Draw[];
  readonly cover: Period | null;
}

const numberOf =
  ({ seed, id }: Lot, pool: string, from: number) =>
  (n: number): number =>
    drawNumber(seed, id, pool, from + n);

const takenFrom = (draws: readonly Draw[], pool: string): ReadonlySet<string> =>
  new Set(draws.flatMap((draw) => draw.pools.filter((drawn) => drawn.pool === pool).flatMap(({ drawn }) => drawn)));

/** The part of a pool that is still in the hat; the pool itself when nothing is out of it. */
const hatOf = (pool: Pool, out: readonly ReadonlySet<string>[]): Pick<Pool, 'sites' | 'tickets'> => {
  if (out.every((set) => set.size === 0)) return pool;
  const open = (site: string): boolean => !out.some((set) => set.has(site));
  return { sites: pool.sites.filter(open), tickets: pool.tickets?.filter((_, i) => open(pool.sites[i] ?? '')) ?? null };
};

/** Draws from a pool. `taken` are sites that another pool of this draw already gave. */
const drawPool = (pool: Pool, turn: Turn & { readonly lot: Lot }, taken: ReadonlySet<string>): PoolDraw => {
  const { rule, before, cover, drawsLeft } = turn;
  const recent = takenFrom(rule.apart > 0 ? before.slice(-rule.apart) : [], pool.name);
  const visited = takenFrom(cover === null ? [] : before.filter((draw) => draw.cover === cover), pool.name);
  const unvisited = cover === null ? 0 : pool.sites.filter((site) => !visited.has(site)).length;
  const mustTake = Math.min(pool.take, Math.max(0, unvisited - pool.take * drawsLeft));
  const draw = (take: number, out: readonly ReadonlySet<string>[], from: number): readonly string[] => {
    const { sites, tickets } = hatOf(pool, out);
    return drawFrom(sites, take, { number: numberOf(turn.lot, pool.name, from), tickets: tickets ?? undefined });
  };
  const must = mustTake > 0 ? draw(mustTake, [recent, taken, visited], 0) : [];
  const rest = draw(pool.take - must.length, [recent, taken, new Set(must)], must.length);
  const leftOut = recent.size === 0 ? [] : pool.sites.filter((site) => recent.has(site));
  return { pool: pool.name, checklist: pool.checklist, take: pool.take, leftOut, mustTake, drawn: [...must, ...rest] };
};

const poolDraws = (pools: readonly Pool[], turn: Turn & { readonly lot: Lot }): readonly PoolDraw[] => {
  const taken = new Set<string>();
  return pools.map((pool) => {
    const drawn = drawPool(pool, turn, taken);
    for (const site of drawn.drawn) taken.add(site);
    return drawn;
  });
};

const ordered = new WeakMap<CompiledSchedule, readonly Pool[]>();

/**
 * The pools of a schedule in the order in which they are drawn and their sites counted: their own order, except in logs
 * older than published seeds, which went by the rows of the register.
 */
export const countedPools = (schedule: CompiledSchedule, seeding: Seeding): readonly Pool[] => {
  const { pick, pools } = schedule;
  if (!seeding.derived || pick.kind === 'all') return pools;
  const known = ordered.get(schedule) ?? inOwnOrder(pools, pick);
  ordered.set(schedule, known);
  return known;
};

/** The draw for an occurrence as it stands, with those it took the place of. */
const drawAll = (schedule: CompiledSchedule, occurrence: Occurrence, asked: { readonly turn: Turn; readonly seeding: Seeding }): Draw => {
  const { turn, seeding } = asked;
  const { planned, from, due } = occurrence;
  const named = { schedule: schedule.name, every: schedule.every, planned };
  const issue = (lot: Lot, reason: string, earlier: readonly Draw[]): Draw => {
    const pools = poolDraws(countedPools(schedule, seeding), { ...turn, lot });
    return { ...lot, planned, from, due, cover: turn.cover, drawsLeft: turn.drawsLeft, pools, reason, earlier };
  };
  const lot = lotOf(seeding, named, turn.before);
  const reasons = seeding.repeats.get(`${lot.schedule}·${lot.period}`) ?? [];
  const earlier: Draw[] = [];
  for (let n = 1; n < lot.issue; n++)
    earlier.push(issue(lotOf(seeding, { ...named, issue: n }, turn.before), reasons[n - 2] ?? '', [...earlier]));
  return issue(lot, reasons.at(-1) ?? '', earlier);
};

/**
 * The draws of a schedule for its occurrences, in order of time; none when it visits all sites. The occurrences are
 * all from the first one on, because a draw may rest on those before it; `wanted` says of which the draw is asked
 * for, so that those nothing rests on can be left undrawn. Draws under earlier versions of the plan count as drawn.
 */
export const drawsOf = (
  schedule: CompiledSchedule,
  occurrences: readonly Occurrence[],
  asked: { readonly seeding: Seeding; readonly wanted: (occurrence: Occurrence) => boolean },
): readonly Draw[] => {
  const { pick } = schedule;
  if (pick.kind === 'all') return [];
  const { seeding } = asked;
  const alone = pick.apart === 0 && pick.cover === null;
  const covers = occurrences.map(({ planned }) => (pick.cover === null ? null : periodOf(pick.cover, planned)));
  const last = occurrences.findLastIndex(asked.wanted);
  const inherited = seeding.before(schedule.name);
  const draws: Draw[] = [];
  occurrences.slice(0, last + 1).forEach((occurrence, i) => {
    if ((seeding.from !== null && occurrence.planned < seeding.from) || (alone && !asked.wanted(occurrence))) return;
    const cover = covers[i] ?? null;
    const drawsLeft = cover === null ? 0 : covers.slice(i + 1).filter((period) => period === cover).length;
    const before = inherited.length === 0 ? draws : [...inherited, ...draws];
    draws.push(drawAll(schedule, occurrence, { seeding, turn: { rule: pick, drawsLeft, before, cover } }));
  });
  return draws;
};
