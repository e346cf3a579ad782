import type { CompiledSchedule } from './compile.ts';
import { drawFrom, drawNumber } from './draw.ts';

/** Who goes to a site: the unit whose inspectors fill the checklist, and the units drawn to go along. */
export interface Crew {
  readonly by: string;
  readonly along: readonly string[];
}

/** True when who goes is the same for every site, because nothing is drawn. */
export const isFixedCrew = (schedule: CompiledSchedule): boolean => schedule.by.length <= 1 && !schedule.along;

/**
 * Draws who goes to a site. Whoever keeps the site stands back, and nobody goes twice. Of a single inspecting unit
 * nothing is drawn. Where everybody would have to stand back, which a check of the plan refuses, the first one goes.
 */
export const crewFor = (schedule: CompiledSchedule, site: string, draw: { readonly seed: string; readonly id: string }): Crew => {
  const [only = ''] = schedule.by;
  if (isFixedCrew(schedule)) return { by: only, along: [] };
  const keepers = schedule.keepers.get(site) ?? [];
  const hat = (pool: string) => ({ number: (turn: number) => drawNumber(draw.seed, draw.id, `${pool}·${site}`, turn) });
  const free = schedule.by.filter((unit) => !keepers.includes(unit));
  const [by = only] = schedule.by.length === 1 ? schedule.by : drawFrom(free, 1, hat('by'));
  const others = schedule.along?.from.filter((unit) => unit !== by && !keepers.includes(unit)) ?? [];
  return { by, along: drawFrom(others, schedule.along?.draw ?? 0, hat('along')) };
};
