import type { Cause, Points, Reason } from '@xiuhua/engine';

/** The points of all leaves of a reason, added up. */
export const leafSum = (reason: Reason): Points =>
  reason.parts.length === 0 ? reason.points : reason.parts.reduce((sum, part) => sum + leafSum(part), 0);

/** True when every node of the tree is exactly the sum of its parts. */
export const addsUp = (reason: Reason): boolean =>
  reason.parts.length === 0 || (reason.parts.every(addsUp) && reason.parts.reduce((sum, part) => sum + part.points, 0) === reason.points);

/** The rule that cost most points, or `undefined` when nothing was deducted or there is no score. The first in the plan wins a tie. */
export const heaviest = (reason: Reason | null): Reason | undefined =>
  reason?.parts
    .filter((part) => part.kind === 'rule' && part.points < 0)
    .reduce<Reason | undefined>((worst, part) => (worst === undefined || part.points < worst.points ? part : worst), undefined);

/** How many records a reason rests on, those of another sheet it takes over among them. */
export const recordsOf = ({ cause, parts, whole }: Reason): number =>
  cause ? 1 : (whole?.reason?.parts ?? parts).reduce((sum, part) => sum + recordsOf(part), 0);

/** The causes below a reason, in order. */
export const causesOf = (reason: Reason): readonly Cause[] => (reason.cause ? [reason.cause] : reason.parts.flatMap(causesOf));
