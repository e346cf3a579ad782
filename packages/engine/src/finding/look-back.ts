import { sha256 } from '../problem/canonical.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import { drawFrom, drawNumber } from '../schedule/draw.ts';
import type { Findings, LookBack } from './schema.ts';

/** A finding that may be drawn for a look-back: which, and of which unit. */
export interface Closed {
  readonly finding: string;
  readonly unit: string;
}

/** A look-back has one size: so many of each unit, or a share of them. */
export const checkLookBack = ({ lookBack }: Findings, at: string): readonly Problem[] =>
  lookBack && (lookBack.draw === undefined) === (lookBack.share === undefined) ? [problem('look-back.size', pointer(at, 'lookBack'))] : [];

/** How many of so many closed findings of a unit are looked at again: a share is rounded up, never more than there are. */
export const takeOf = ({ draw, share }: LookBack, closed: number): number =>
  Math.min(closed, draw ?? Math.ceil((closed * (share ?? 100)) / 100));

/** The seed of a look-back: nobody knows it before the draw, and everybody can compute it afterwards. */
export const lookBackSeed = (parts: readonly string[]): string => sha256(parts.join('|'));

/**
 * Draws the look-back, each unit for itself, units and findings in code unit order: the same numbers as the
 * inspection draws use, so anybody can draw again from the published seed and list.
 */
export const drawLookBack = (
  rule: LookBack,
  closed: readonly Closed[],
  at: { readonly seed: string; readonly draw: string },
): readonly string[] => {
  const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
  return sorted(closed.map(({ unit }) => unit)).flatMap((unit) => {
    const own = sorted(closed.filter((one) => one.unit === unit).map(({ finding }) => finding));
    return drawFrom(own, takeOf(rule, own.length), { number: (turn) => drawNumber(at.seed, at.draw, unit, turn) });
  });
};
