import { type Points, pointsOf } from '../expression/points.ts';
import type { CompiledChecklist, CompiledItem } from './compile.ts';
import { readFails } from './fails.ts';

/** Where and when a checklist is filled, as far as items differ by it. */
export interface Where {
  /** Grades of the site and of its area. */
  readonly grades: ReadonlySet<string>;
  /** The phase of the day; empty between phases. */
  readonly phase: string;
}

const fits = (item: CompiledItem, where: Where): boolean => {
  const { grades, phases } = item.item;
  return (!grades?.length || grades.some((grade) => where.grades.has(grade))) && (!phases?.length || phases.includes(where.phase));
};

const resolved = (item: CompiledItem, where: Where): CompiledItem => {
  const found = item.item.standards?.find(
    ({ grade, phase }) => (grade === undefined || where.grades.has(grade)) && (phase === undefined || phase === where.phase),
  );
  if (!found) return item;
  const points: Points = found.points === undefined ? item.points : (pointsOf(found.points) ?? 0);
  const fails = found.fails === undefined ? item.fails : (readFails(found.fails) ?? null);
  return {
    ...item,
    points,
    fails,
    item: { ...item.item, standard: found.standard ?? item.item.standard },
    source: found.source ?? item.source,
  };
};

/** The items put to a site at a time, with the standard, the mark of failure and the points that hold there. */
export const itemsAt = (checklist: CompiledChecklist, where: Where): ReadonlyMap<string, CompiledItem> =>
  new Map([...checklist.items].filter(([, item]) => fits(item, where)).map(([name, item]) => [name, resolved(item, where)]));
