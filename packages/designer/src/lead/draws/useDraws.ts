import { useQuery } from '@tanstack/react-query';
import type { DrawBook } from '@xiuhua/engine';
import { get } from '../../shared/api.ts';
import { useHere } from '../campaign/here.ts';
import { campaignKey, campaignPath } from '../campaign/queries.ts';

/** The draws that have begun, by schedule. */
export const useDraws = () => {
  const { campaign, asOf } = useHere();
  const path = `/draws${asOf === undefined ? '' : `?day=${asOf}`}`;
  return useQuery<readonly DrawBook[], Error>({
    queryKey: [...campaignKey(campaign), path],
    queryFn: () => get<readonly DrawBook[]>(campaignPath(campaign, path)),
  });
};
