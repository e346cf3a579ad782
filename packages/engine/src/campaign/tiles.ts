import { nearest } from '../problem/nearest.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import type { ArrangeTiles } from './command.ts';
import { planInForce } from './duties.ts';
import type { Fact } from './event.ts';
import type { Campaign } from './state.ts';
import type { TilesArranged } from './tile-event.ts';

/** Lays the tiles of the units out: every unit once, no two in one place. The layout there is already changes nothing. */
export const decideTiles = (campaign: Campaign, { tiles }: ArrangeTiles): Outcome<readonly Fact[]> => {
  const units = planInForce(campaign)?.organization.units ?? new Map<string, string>();
  const [seen, taken] = [new Map<string, number>(), new Map<string, string>()];
  const problems = tiles.flatMap(({ unit, column, row }, i): readonly Problem[] => {
    const at = `/tiles/${i}`;
    const [place, before, there] = [`${column}·${row}`, seen.get(unit), taken.get(`${column}·${row}`)];
    seen.set(unit, i);
    taken.set(place, unit);
    if (!units.has(unit)) return [problem('tile.unknown-unit', `${at}/unit`, { unit, near: nearest(unit, units.keys()) })];
    if (before !== undefined) return [problem('tile.twice', `${at}/unit`, { unit })];
    return there === undefined ? [] : [problem('tile.place-taken', at, { unit, other: there, column, row })];
  });
  if (problems.length > 0) return { ok: false, problems };
  const same = campaign.tiles.length === tiles.length && JSON.stringify(campaign.tiles) === JSON.stringify(tiles);
  return { ok: true, value: same ? [] : [{ type: 'TilesArranged', tiles }], problems: [] };
};

/** Takes the newest layout in. */
export const keepTiles = (campaign: Campaign, { tiles }: TilesArranged): void => {
  campaign.tiles = tiles;
};
