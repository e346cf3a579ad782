import type { Board, Tile } from '@xiuhua/engine';
import type { Sign } from '../say/sign.ts';

/** One unit on the map: its newest rank, its overdue findings, and where that puts it. */
export interface UnitTile {
  readonly unit: string;
  readonly rank: number | null;
  readonly overdue: number;
  readonly place: 'firstThree' | 'middle' | 'lastThree' | 'noRank';
  readonly shape: Sign['shape'];
  readonly tone: Sign['tone'];
}

const looks: Readonly<Record<UnitTile['place'], Pick<UnitTile, 'shape' | 'tone'>>> = {
  firstThree: { shape: 'disc', tone: 'done' },
  middle: { shape: 'half', tone: 'way' },
  lastThree: { shape: 'triangle', tone: 'risk' },
  noRank: { shape: 'diamond', tone: 'idle' },
};

/** Ranked units counted as first or last: three, or fewer where there are not twice as many. */
const endsOf = (ranked: number): number => Math.min(3, Math.floor(ranked / 3));

/** The tiles of the units scored by the first ranking, in the order of the standings. */
export const tilesOf = (board: Board): readonly UnitTile[] => {
  const rows = board.standings[0]?.standings.rows ?? [];
  return rows.map(({ unit, rank, group }): UnitTile => {
    const ranked = rows.filter((row) => row.group === group && row.rank !== null);
    const ends = endsOf(ranked.length);
    const behind = ranked.filter((row) => rank !== null && (row.rank ?? 0) > rank).length;
    const place = rank === null ? 'noRank' : rank <= ends ? 'firstThree' : behind < ends ? 'lastThree' : 'middle';
    const overdue = board.units.find((one) => one.unit === unit)?.overdue ?? 0;
    return { unit, rank, overdue, place, ...looks[place] };
  });
};

/** A place on the map, counted from 1. */
export type Place = Pick<Tile, 'column' | 'row'>;

/** A unit's tile where it lies. */
export type PlacedTile = UnitTile & Place;

const same = (a: Place, b: Place): boolean => a.column === b.column && a.row === b.row;

/** Columns of the map: as many as are used; where nothing is laid out yet, a map wider than it is high. */
export const columnsOf = (units: number, layout: readonly Tile[]): number =>
  Math.max(4, ...(layout.length > 0 ? layout.map(({ column }) => column) : [Math.ceil(Math.sqrt(units * 1.8))]));

/** Every tile in its place: where the office laid it, the others in the free places from the top left. */
export const placed = (tiles: readonly UnitTile[], layout: readonly Tile[], columns: number): readonly PlacedTile[] => {
  const taken: Place[] = layout.filter(({ unit }) => tiles.some((tile) => tile.unit === unit)).map(({ column, row }) => ({ column, row }));
  let next = 0;
  const free = (): Place => {
    for (;;) {
      const place = { column: (next % columns) + 1, row: Math.floor(next / columns) + 1 };
      next += 1;
      if (!taken.some((one) => same(one, place))) return place;
    }
  };
  return tiles
    .map((tile): PlacedTile => {
      const own = layout.find(({ unit }) => unit === tile.unit);
      return { ...tile, ...(own ? { column: own.column, row: own.row } : free()) };
    })
    .toSorted((a, b) => a.row - b.row || a.column - b.column);
};

/** The tiles with one of them in another place; whoever lay there takes the place it came from. */
export const moved = (tiles: readonly PlacedTile[], unit: string, to: Place): readonly PlacedTile[] => {
  const from = tiles.find((tile) => tile.unit === unit);
  if (!from) return tiles;
  return tiles.map((tile) => {
    if (tile.unit === unit) return { ...tile, column: to.column, row: to.row };
    return same(tile, to) ? { ...tile, column: from.column, row: from.row } : tile;
  });
};
