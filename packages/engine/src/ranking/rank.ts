import type { Reason } from '../scoring/reason.ts';
import { gradeAt } from '../scoring/score.ts';
import type { CompiledRanking } from './compile.ts';
import type { Standing, Unranked } from './standings.ts';

/** A unit's score before it is put in order; null when it is void. */
export interface Scored {
  readonly unit: string;
  readonly inspections: number;
  readonly reason: Reason | null;
}

const places = (points: readonly number[], dense: boolean): ReadonlyMap<number, number> => {
  const place = new Map<number, number>();
  points.forEach((value, i) => {
    if (!place.has(value)) place.set(value, (dense ? place.size : i) + 1);
  });
  return place;
};

/** Why a unit takes no part in the ranking, taken alone. */
const barred = ({ ranking, sheet }: CompiledRanking, unit: Scored): Unranked | undefined => {
  if (!unit.reason) return 'no-score';
  if (ranking.order === 'none') return 'not-ranked';
  if (unit.inspections === 0 && sheet.sheet.unchecked !== 'ranked') return 'not-inspected';
  return unit.inspections < (ranking.inspections ?? 0) ? 'too-few-inspections' : undefined;
};

const rankGroup = (compiled: CompiledRanking, group: string, scored: readonly Scored[]): readonly Standing[] => {
  const { ranking, sheet } = compiled;
  const line = ({ unit, inspections, reason }: Scored, rank: number | null, why?: Unranked): Standing => {
    const grade = reason ? gradeAt(sheet, reason.points) : undefined;
    const graded = grade ? { grade: { name: grade.name, passes: grade.passes } } : {};
    return { unit, group, points: reason?.points ?? 0, rank, ...(why ? { why } : {}), ...graded, inspections, reason };
  };
  const points = (unit: Scored): number => unit.reason?.points ?? 0;
  const taking = scored.filter((unit) => barred(compiled, unit) === undefined);
  const enough = taking.length >= (ranking.smallest ?? 1);
  const direction = ranking.order === 'highest-first' ? -1 : 1;
  const ordered = enough ? [...taking].sort((a, b) => direction * (points(a) - points(b))) : [];
  const place = places(ordered.map(points), ranking.ties === 'dense');
  const ranked = ordered.map((unit) => line(unit, place.get(points(unit)) ?? null));
  const rest = scored
    .filter((unit) => !ordered.includes(unit))
    .map((unit) => line(unit, null, barred(compiled, unit) ?? 'group-too-small'));
  return [...ranked, ...rest];
};

/**
 * Puts scored units in order, best first, each group by itself. Equal points share a place by the plan's rule and keep
 * the order of the plan among themselves. Units that take no part are listed last in their group without a rank.
 */
export const rank = (compiled: CompiledRanking, scored: readonly Scored[]): readonly Standing[] => {
  if (compiled.groups.length === 0) return rankGroup(compiled, '', scored);
  return compiled.groups.flatMap(({ name, units }) =>
    rankGroup(
      compiled,
      name,
      scored.filter((unit) => units.includes(unit.unit)),
    ),
  );
};
