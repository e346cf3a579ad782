import type { Points } from '../expression/points.ts';
import type { Reason } from '../scoring/reason.ts';
import type { Standing } from './standings.ts';

/** What it would have taken for a unit not to be among the last of its group. */
export interface Lift {
  readonly unit: string;
  /** How many points it lacks. */
  readonly lacks: Points;
  /** The unit whose place it would then have, or share. */
  readonly past: string;
  /** Fewest records without which it would not be there, dearest first; empty when all of them together are not enough. */
  readonly without: readonly { readonly reason: Reason; readonly gives: Points }[];
}

/** Records weighed one by one; a unit with more is told only what it lacks. */
const most = 400;

/**
 * Points of a reason when some of its leaves had not happened. A limit that cut the sum cuts it still: what is given back
 * beyond it gives nothing. A share of another sheet follows that sheet in proportion.
 */
const valueWithout = (reason: Reason, gone: ReadonlySet<Reason>): Points => {
  if (gone.has(reason)) return 0;
  const whole = reason.whole?.reason;
  if (whole && whole.points !== 0) return Math.round((valueWithout(whole, gone) * reason.points) / whole.points);
  if (reason.parts.length === 0) return reason.points;
  const limit = reason.parts.filter((part) => part.kind === 'limit').reduce((sum, part) => sum + part.points, 0);
  const sum = reason.parts.filter((part) => part.kind !== 'limit').reduce((total, part) => total + valueWithout(part, gone), 0);
  if (limit > 0) return Math.max(sum, reason.points);
  return limit < 0 ? Math.min(sum, reason.points) : sum;
};

const leavesOf = (reason: Reason): readonly Reason[] => {
  if (reason.whole?.reason) return leavesOf(reason.whole.reason);
  return reason.parts.length > 0 ? reason.parts.flatMap(leavesOf) : reason.cause ? [reason] : [];
};

/** Takes away the dearest record again and again until the points are there; nothing when they never are. */
const fewest = (reason: Reason, lacks: Points, better: 1 | -1): Lift['without'] => {
  const left = new Set(leavesOf(reason).filter((leaf) => leaf.points * better < 0));
  if (left.size > most) return [];
  const gone = new Set<Reason>();
  const taken: { reason: Reason; gives: Points }[] = [];
  let now = reason.points;
  while (left.size > 0 && (now - reason.points) * better < lacks) {
    const weighed = [...left].map((leaf) => ({ leaf, then: valueWithout(reason, new Set([...gone, leaf])) }));
    const best = weighed.reduce((a, b) =>
      (b.then - a.then) * better > 0 || (b.then === a.then && (b.leaf.points - a.leaf.points) * better < 0) ? b : a,
    );
    taken.push({ reason: best.leaf, gives: (best.then - now) * better });
    gone.add(best.leaf);
    left.delete(best.leaf);
    now = best.then;
  }
  return (now - reason.points) * better >= lacks ? taken : [];
};

/**
 * What would lift a unit out of the last `n` of its group, all others staying as they are: how many points it lacks and
 * the fewest records that cost it so much. Last are those with fewer than `n` ranked units behind them, never the first
 * place. `undefined` when it is not among them or the group has no more than `n` units.
 */
export const liftOf = (rows: readonly Standing[], unit: string, n = 3): Lift | undefined => {
  const own = rows.find((row) => row.unit === unit);
  if (!own?.reason || own.rank === null || own.rank === 1) return undefined;
  const group = rows.filter((row) => row.group === own.group && row.rank !== null);
  const rank = own.rank;
  if (group.length <= n || group.filter((row) => (row.rank ?? 0) > rank).length >= n) return undefined;
  const better = (group[0]?.points ?? 0) >= (group.at(-1)?.points ?? 0) ? 1 : -1;
  const others = group.filter((row) => row !== own);
  // With n others strictly behind it is out: it has to pass the n-th from the end.
  const past = others.at(-n);
  if (!past) return undefined;
  const lacks = (past.points - own.points) * better + 1;
  return { unit, lacks, past: past.unit, without: fewest(own.reason, lacks, better) };
};
