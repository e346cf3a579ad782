import type { Board } from '@xiuhua/engine';
import type { Sign } from '../say/sign.ts';

/** One unit on the wall: its newest rank, its overdue findings, and where that puts it. */
export interface Tile {
  readonly unit: string;
  readonly rank: number | null;
  readonly overdue: number;
  readonly place: 'firstThree' | 'middle' | 'lastThree' | 'noRank';
  readonly shape: Sign['shape'];
  readonly tone: Sign['tone'];
}

const looks: Readonly<Record<Tile['place'], Pick<Tile, 'shape' | 'tone'>>> = {
  firstThree: { shape: 'disc', tone: 'done' },
  middle: { shape: 'half', tone: 'way' },
  lastThree: { shape: 'triangle', tone: 'risk' },
  noRank: { shape: 'diamond', tone: 'idle' },
};

/** Ranked units counted as first or last: three, or fewer where there are not twice as many. */
const endsOf = (ranked: number): number => Math.min(3, Math.floor(ranked / 3));

/** The tiles of the units scored by the first ranking, in the order of the standings. */
export const tilesOf = (board: Board): readonly Tile[] => {
  const rows = board.standings[0]?.standings.rows ?? [];
  return rows.map(({ unit, rank, group }): Tile => {
    const ranked = rows.filter((row) => row.group === group && row.rank !== null);
    const ends = endsOf(ranked.length);
    const behind = ranked.filter((row) => rank !== null && (row.rank ?? 0) > rank).length;
    const place = rank === null ? 'noRank' : rank <= ends ? 'firstThree' : behind < ends ? 'lastThree' : 'middle';
    const overdue = board.units.find((one) => one.unit === unit)?.overdue ?? 0;
    return { unit, rank, overdue, place, ...looks[place] };
  });
};

/** Tiles in the order kept on this device; units it does not know come last. */
export const arranged = (tiles: readonly Tile[], order: readonly string[]): readonly Tile[] => {
  const known = order.flatMap((unit) => tiles.filter((tile) => tile.unit === unit));
  return [...known, ...tiles.filter(({ unit }) => !order.includes(unit))];
};

/** An order with two units changed round. */
export const swapped = (order: readonly string[], one: string, other: string): readonly string[] =>
  order.map((unit) => (unit === one ? other : unit === other ? one : unit));
