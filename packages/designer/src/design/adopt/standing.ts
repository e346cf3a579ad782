import { useQuery } from '@tanstack/react-query';
import type { Actor, ClosedCampaign, Review, VersionsView } from '@xiuhua/engine';
import { useMemo } from 'react';
import { get } from '../../shared/api.ts';

/** The version in force: its hash and number. */
export interface Adopted {
  readonly hash: string;
  readonly version: number;
}

/** How a campaign's plan stands: what is in force, the newest review since, and its end. */
export interface Standing {
  readonly adopted: Adopted | null;
  readonly review: Review | null;
  readonly closed: ClosedCampaign | null;
}

/** Where a draft is on its way: the states of a plan, of which `changed` is a draft that goes beyond the version in force. */
export type Stage = 'draft' | 'changed' | 'waiting' | 'returned' | 'passed' | 'in-force' | 'closed';

/** The stage of what is on the screen. `hash` is its hash once it is saved, undefined while it is not. */
export const stageOf = ({ adopted, review, closed }: Standing, hash: string | undefined): Stage => {
  if (closed) return 'closed';
  if (adopted && adopted.hash === hash) return 'in-force';
  if (review && review.plan === hash) {
    if (!review.verdict) return 'waiting';
    return review.verdict.passed ? 'passed' : 'returned';
  }
  return adopted ? 'changed' : 'draft';
};

/** True for somebody who may judge a draft: of the office or a leader, and neither its writer nor who asked. */
export const mayReview = (actor: Actor | undefined, review: Review): boolean =>
  actor?.roles.some((role) => role === 'office' || role === 'leader') === true &&
  ![review.writer.account, review.asked.by.account].includes(actor.account);

/** The versions and reviews of a campaign, asked for again now and then: somebody else may review meanwhile. */
export const useVersions = (campaign: string) =>
  useQuery({
    queryKey: ['versions', campaign],
    queryFn: () => get<VersionsView>(`/campaigns/${encodeURIComponent(campaign)}/versions`),
    refetchInterval: 20_000,
  });

/** How the plan stands now; as it stood when the desk was opened until the server was asked. */
export const useStanding = (
  campaign: string,
  first: Standing,
): { readonly standing: Standing; readonly refresh: () => Promise<unknown> } => {
  const { data, refetch } = useVersions(campaign);
  const standing = useMemo<Standing>(() => {
    if (!data) return first;
    const [newest] = data.versions;
    return {
      adopted: newest ? { hash: newest.plan, version: newest.version } : null,
      review: data.reviews[0] ?? null,
      closed: data.closed,
    };
  }, [data, first]);
  return { standing, refresh: refetch };
};
