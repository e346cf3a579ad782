import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Day, DeviceView, RecordsView, Role } from '@xiuhua/engine';
import { get, post, remove } from '../../shared/api.ts';
import { useHere } from '../campaign/here.ts';
import { campaignKey, campaignPath } from '../campaign/queries.ts';

/** Somebody of the campaign. */
export interface Member {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

const useOwn = <T>(rest: string) => {
  const { campaign } = useHere();
  return useQuery<T, Error>({ queryKey: [...campaignKey(campaign), rest], queryFn: () => get<T>(campaignPath(campaign, rest)) });
};

/** The duties whose records need a person, or needed one. */
export const useRecords = () => useOwn<{ readonly today: Day; readonly duties: readonly RecordsView[] }>('/records');

/** Phones let in, newest first. */
export const usePhones = () => useOwn<readonly DeviceView[]>('/devices');

/** The members of the campaign. */
export const useMembers = () => useOwn<readonly Member[]>('/members');

/** Asks for a code that lets one phone in as this account. */
export const useCode = () => {
  const { campaign } = useHere();
  return useMutation<{ readonly code: string; readonly until: string }, Error, string>({
    mutationFn: (account) => post(campaignPath(campaign, '/devices'), { account }),
  });
};

/** Shuts a phone out. */
export const useShutOut = () => {
  const { campaign } = useHere();
  const client = useQueryClient();
  return useMutation<unknown, Error, string>({
    mutationFn: (id) => remove(campaignPath(campaign, `/devices/${encodeURIComponent(id)}`)),
    onSettled: () => client.invalidateQueries({ queryKey: [...campaignKey(campaign), '/devices'] }),
  });
};
