import type { Standings } from '@xiuhua/engine';

/** How a unit moved against the published period before: places gained are positive. */
export type Movement = { readonly kind: 'up' | 'down'; readonly places: number } | { readonly kind: 'same' | 'new' | 'unranked' };

/**
 * The movement of a unit between two periods. `new` when it was not ranked before (or there is no period before),
 * `unranked` when it is not ranked now.
 */
export const movement = (unit: string, now: Standings, before: Standings | undefined): Movement => {
  const rankIn = (standings: Standings | undefined) => standings?.rows.find((row) => row.unit === unit)?.rank ?? null;
  const [rank, earlier] = [rankIn(now), rankIn(before)];
  if (rank === null) return { kind: 'unranked' };
  if (earlier === null) return { kind: 'new' };
  if (rank === earlier) return { kind: 'same' };
  return rank < earlier ? { kind: 'up', places: earlier - rank } : { kind: 'down', places: rank - earlier };
};
