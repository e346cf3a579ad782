import { useQuery } from '@tanstack/react-query';
import type { LowersView } from '@xiuhua/engine';
import { get } from '../../shared/api.ts';
import { oversees, useHere } from '../campaign/here.ts';
import { campaignKey, campaignPath } from '../campaign/queries.ts';

/** The lower plans that rest on this campaign's plan, with the campaign of each; only for those who oversee. */
export const useLowers = () => {
  const { campaign, actor } = useHere();
  return useQuery<LowersView & { readonly ids: readonly string[] }, Error>({
    queryKey: [...campaignKey(campaign), '/lower-plans'],
    queryFn: () => get(campaignPath(campaign, '/lower-plans')),
    enabled: oversees(actor),
  });
};
