import type { Standing } from '@xiuhua/engine';

/** The units compared with one another, in their order. */
export interface RankedGroup {
  /** Empty when all units are ranked together. */
  readonly group: string;
  readonly rows: readonly Standing[];
}

/** The rows of standings by group, groups and rows in the order of the standings. */
export const groupsOf = (rows: readonly Standing[]): readonly RankedGroup[] =>
  [...new Set(rows.map((row) => row.group))].map((group) => ({ group, rows: rows.filter((row) => row.group === group) }));

/** The unit ranked last; with several groups that of the largest, where being last says most. */
export const lastRanked = (rows: readonly Standing[]): Standing | undefined => {
  const ranked = groupsOf(rows.filter((row) => row.rank !== null));
  const largest = ranked.reduce<RankedGroup | undefined>(
    (most, group) => (group.rows.length > (most?.rows.length ?? 0) ? group : most),
    undefined,
  );
  return largest?.rows.reduce((last, row) => ((row.rank ?? 0) >= (last.rank ?? 0) ? row : last));
};
