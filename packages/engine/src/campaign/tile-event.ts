/** Where a unit's tile lies on the schematic map of units: column and row, counted from 1. */
export interface Tile {
  readonly unit: string;
  readonly column: number;
  readonly row: number;
}

/** The office laid the tiles of the units out. */
export interface TilesArranged {
  readonly type: 'TilesArranged';
  readonly tiles: readonly Tile[];
}
