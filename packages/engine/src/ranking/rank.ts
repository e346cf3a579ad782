import type { Reason } from '../scoring/reason.ts';
import type { CompiledRanking } from './compile.ts';
import type { Standing } from './standings.ts';

/** A unit's score before it is put in order. */
export interface Scored {
  readonly unit: string;
  readonly inspections: number;
  readonly reason: Reason;
}

const places = (points: readonly number[], dense: boolean): ReadonlyMap<number, number> => {
  const place = new Map<number, number>();
  points.forEach((value, i) => {
    if (!place.has(value)) place.set(value, (dense ? place.size : i) + 1);
  });
  return place;
};

/**
 * Puts scored units in order, best first. Equal points share a place by the plan's rule and keep the order of the
 * plan among themselves. Units no inspection touched, and all units of a group smaller than the plan allows, are
 * listed last without a rank.
 */
export const rank = (compiled: CompiledRanking, scored: readonly Scored[]): readonly Standing[] => {
  const { ranking, sheet } = compiled;
  const counts = (unit: Scored): boolean => unit.inspections > 0 || sheet.sheet.unchecked === 'ranked';
  const enough = scored.filter(counts).length >= (ranking.smallest ?? 1);
  const direction = ranking.order === 'highest-first' ? -1 : 1;
  const ordered = enough ? scored.filter(counts).sort((a, b) => direction * (a.reason.points - b.reason.points)) : [];
  const place = places(
    ordered.map((unit) => unit.reason.points),
    ranking.ties === 'dense',
  );
  const line = ({ unit, inspections, reason }: Scored, place: number | null, why?: Standing['why']): Standing => ({
    unit,
    points: reason.points,
    rank: place,
    ...(why ? { why } : {}),
    inspections,
    reason,
  });
  const ranked = ordered.map((unit) => line(unit, place.get(unit.reason.points) ?? null));
  const rest = scored.filter((unit) => !enough || !counts(unit)).map((unit) => line(unit, null, counts(unit) ? 'group-too-small' : 'not-inspected'));
  return [...ranked, ...rest];
};
