import type { Knot } from './stitches.ts';

/** A milestone's label under the line: where it begins and on which of the rows it stands. */
export interface Label {
  readonly knot: Knot;
  readonly x: number;
  readonly row: number;
  readonly width: number;
}

const gap = 12;

/** Estimated width of a text at 12 px: a Chinese character is square, a Latin one about half as wide. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 12.5 : 6.8), 0);

/**
 * Places the labels in as few rows as they need without touching one another; `undefined` when they need more rows than
 * `most`, in which case a list under the line serves better.
 */
export const placeLabels = (
  knots: readonly Knot[],
  line: { readonly width: number; readonly most: number },
  text: (knot: Knot) => number,
): readonly Label[] | undefined => {
  const ends: number[] = [];
  const labels: Label[] = [];
  for (const knot of knots) {
    const width = Math.min(text(knot), line.width);
    const x = Math.max(0, Math.min(knot.x - 6, line.width - width));
    const free = ends.findIndex((end) => end + gap <= x);
    const row = free >= 0 ? free : ends.length;
    if (row >= line.most) return undefined;
    ends[row] = x + width;
    labels.push({ knot, x, row, width });
  }
  return labels;
};

/** Room a milestone's shape takes to either side of its middle. */
const knotReach = 10;

/**
 * Where the word of today's mark begins: beside the mark, or just beyond the milestones stacked there, on whichever side is
 * nearer and inside the line. Milestones on the line itself lie below the word and are not in its way.
 */
export const placeToday = (at: number, width: number, line: { readonly knots: readonly Knot[]; readonly width: number }): number => {
  const stacked = line.knots.filter(({ row }) => row > 0).map(({ x }) => [x - knotReach, x + knotReach] as const);
  const blocking = (x: number) => stacked.find(([from, to]) => x < to && x + width > from);
  let [right, left] = [at + 4, at - 4 - width];
  for (let block = blocking(right); block; block = blocking(right)) right = block[1];
  for (let block = blocking(left); block; block = blocking(left)) left = block[0] - width;
  if (right + width > line.width) return Math.max(0, left);
  return left >= 0 && at - left - width < right - at ? left : right;
};
