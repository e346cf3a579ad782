import { type Chance, chance } from '../expression/chance.ts';
import type { Points } from '../expression/points.ts';
import { sha256 } from '../problem/canonical.ts';
import type { Cause, Reason } from '../scoring/reason.ts';
import type { Standing, Standings } from './standings.ts';

/** How a unit's place holds when the inspections are drawn again. Counts are redraws. */
export interface UnitLuck {
  readonly unit: string;
  readonly group: string;
  readonly rank: number;
  /** Redraws in which it came out with the same place. */
  readonly same: number;
  /** Redraws in which nobody of its group came out behind it. */
  readonly last: number;
  /** Redraws in which the unit ranked next behind it came out before it; null for the last one. */
  readonly overtaken: number | null;
}

/** How the two ends of a group's order hold. Units tied there hold the place together: one of them being there is enough. */
export interface EndsLuck {
  readonly group: string;
  /** Redraws in which nobody of the group came out before one of the units that are first. */
  readonly first: number;
  /** Redraws in which nobody of the group came out behind one of the units that are last. */
  readonly last: number;
}

/** How much of an order may be luck of the draw: so many redraws, the groups, and each ranked unit in the order of the standings. */
export interface Luck {
  readonly draws: number;
  readonly groups: readonly EndsLuck[];
  readonly units: readonly UnitLuck[];
}

/** Redraws made. A thousand tell seven cases in ten from eight; nothing is said more finely than that. */
const redraws = 1000;

const visitOf = (cause: Cause | undefined): string | undefined => {
  if (cause?.kind === 'answer') return cause.submission;
  return cause?.kind === 'rectification' ? cause.finding.slice(0, cause.finding.lastIndexOf('/')) : undefined;
};

/** Points that hang on visits, by visit. A share of another sheet brings that sheet's points in its own proportion. */
const byVisit = (reason: Reason, over: number, under: number, sums: Map<string, number>): Map<string, number> => {
  const visit = visitOf(reason.cause);
  if (visit !== undefined) sums.set(visit, (sums.get(visit) ?? 0) + Math.trunc((reason.points * over) / under));
  for (const part of reason.parts) byVisit(part, over, under, sums);
  const whole = reason.whole?.reason;
  if (whole && whole.points !== 0) byVisit(whole, reason.points, whole.points, sums);
  return sums;
};

/** A unit as the draw sees it: what stays whatever is drawn, and what each of its visits moved, the clean ones too. */
interface Drawn {
  readonly row: Standing & { readonly rank: number };
  readonly rest: Points;
  readonly visits: readonly Points[];
}

const drawnOf = (row: Standing & { readonly rank: number }): Drawn => {
  const moved = row.reason ? [...byVisit(row.reason, 1, 1, new Map()).values()] : [];
  const clean = Math.max(0, row.inspections - moved.length);
  const visits = [...moved, ...new Array<number>(clean).fill(0)];
  return { row, rest: row.points - moved.reduce((sum, points) => sum + points, 0), visits };
};

/**
 * A unit's points after one redraw: as many visits as it had, each one of its own or, once in so many, one of the group's.
 * Without the group's a unit that was seen twice and clean twice would look as sure as one seen clean fifty times.
 */
const redrawn = ({ rest, visits }: Drawn, group: readonly Points[], random: Chance): Points => {
  let points = rest;
  for (let i = 0; i < visits.length; i++) {
    const pick = Math.floor(random() * (visits.length + 1));
    points += visits[pick] ?? group[Math.floor(random() * group.length)] ?? 0;
  }
  return points;
};

type GroupLuck = EndsLuck & { readonly units: readonly UnitLuck[] };

const luckOfGroup = (group: string, drawn: readonly Drawn[], random: Chance): GroupLuck => {
  const all = drawn.flatMap(({ visits }) => visits);
  const rising = (drawn[0]?.row.points ?? 0) < (drawn.at(-1)?.row.points ?? 0) ? -1 : 1;
  const counts = drawn.map(() => ({ same: 0, last: 0, overtaken: 0 }));
  const tied = (end: Drawn | undefined) => drawn.map(({ row }) => row.rank === end?.row.rank);
  const [firsts, lasts] = [tied(drawn[0]), tied(drawn.at(-1))];
  let [first, last] = [0, 0];
  for (let i = 0; i < redraws; i++) {
    const points = drawn.map((unit) => redrawn(unit, all, random) * rising);
    const [most, least] = [Math.max(...points), Math.min(...points)];
    if (points.some((own, at) => own === most && firsts[at])) first += 1;
    if (points.some((own, at) => own === least && lasts[at])) last += 1;
    drawn.forEach(({ row }, at) => {
      const own = points[at] ?? 0;
      const count = counts[at];
      if (!count) return;
      if (points.filter((other) => other > own).length + 1 === row.rank) count.same += 1;
      if (own === least) count.last += 1;
      if ((points[at + 1] ?? own) > own) count.overtaken += 1;
    });
  }
  const units = drawn.map(({ row }, at) => ({
    unit: row.unit,
    group: row.group,
    rank: row.rank,
    same: counts[at]?.same ?? 0,
    last: counts[at]?.last ?? 0,
    overtaken: at + 1 < drawn.length ? (counts[at]?.overtaken ?? 0) : null,
  }));
  return { group, first, last, units };
};

/**
 * How likely it is that an order is luck of the draw: the visits behind the points are drawn again a thousand times, with
 * replacement, and the units put in order each time. Points that hang on no visit stay, and so do limits. The same
 * standings always give the same answer: the draw is seeded by their ranking and period. `undefined` when no group has
 * two ranked units and any visits, for then nothing was sampled.
 */
export const luckOf = ({ ranking, period, rows }: Standings): Luck | undefined => {
  const ranked = rows.flatMap((row) => (row.rank === null ? [] : [{ ...row, rank: row.rank }]));
  const random = chance(Number.parseInt(sha256(`${ranking}|${period}`).slice(0, 8), 16));
  const found = [...new Set(ranked.map((row) => row.group))].flatMap((group) => {
    const drawn = ranked.filter((row) => row.group === group).map(drawnOf);
    return drawn.length > 1 && drawn.some(({ visits }) => visits.length > 0) ? [luckOfGroup(group, drawn, random)] : [];
  });
  if (found.length === 0) return undefined;
  const groups = found.map(({ group, first, last }) => ({ group, first, last }));
  return { draws: redraws, groups, units: found.flatMap(({ units }) => units) };
};
