import { type Points, showPoints } from '@xiuhua/engine';

/** The decimals needed to write all of these points alike; at least one, so that whole points line up too. */
export const decimalsOf = (all: readonly Points[]): number =>
  Math.max(1, ...all.map((points) => showPoints(points).split('.')[1]?.length ?? 0));

/** Points with so many decimals, for a column that lines up: 94500 with 2 → `94.50`. */
export const alignedPoints = (points: Points, decimals: number): string => {
  const [whole, rest = ''] = showPoints(points).split('.');
  return `${whole}.${rest.padEnd(decimals, '0')}`.replace('-', '−');
};

/** Points that move a score, with their sign: `+2`, `−1.5`, `0`. The minus is a true minus sign. */
export const signedPoints = (points: Points): string => {
  const size = showPoints(Math.abs(points));
  if (points === 0) return size;
  return `${points > 0 ? '+' : '−'}${size}`;
};

/** A share as whole percent, or `null` when there is nothing to share out: 0 of 0 is not 0 %. */
export const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 100) / whole));
