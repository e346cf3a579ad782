import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Instant } from '@xiuhua/engine';
import { get, post, remove, request } from '../../shared/api.ts';
import { useHere } from '../campaign/here.ts';
import { campaignKey, campaignPath } from '../campaign/queries.ts';

/** A robot of a group chat, without the secret parts of its address. */
export interface Robot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'wecom' | 'dingtalk' | 'feishu';
  readonly host: string;
  readonly tail: string;
  readonly signed: boolean;
  /** True when the key to its address is lost: `host` and `tail` are '' and nothing is sent until it is entered again. */
  readonly lost: boolean;
  readonly unit: string;
  readonly kinds: readonly string[];
  readonly rhythm: 'daily' | 'weekly';
  readonly paused: boolean;
}

/** A robot as it is entered. */
export interface NewRobot extends Pick<Robot, 'name' | 'kind' | 'unit' | 'kinds' | 'rhythm'> {
  readonly url: string;
  readonly secret: string;
}

/** A message on its way to a robot. */
export interface OutboxRow {
  readonly robot: string;
  readonly robotName: string;
  readonly message: string;
  readonly text: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'unsure';
  readonly at: Instant;
  readonly nextAt: Instant;
  readonly attempts: number;
  readonly reason: string;
}

/** Robots of the campaign, and the hosts the operator allows. */
export const useRobots = () => {
  const { campaign } = useHere();
  return useQuery<{ readonly hosts: readonly string[]; readonly robots: readonly Robot[] }, Error>({
    queryKey: [...campaignKey(campaign), '/robots'],
    queryFn: () => get(campaignPath(campaign, '/robots')),
  });
};

/** What is on its way outside, asked for again every quarter of a minute. */
export const useOutbox = () => {
  const { campaign } = useHere();
  return useQuery<{ readonly quietUntil: Instant | null; readonly rows: readonly OutboxRow[] }, Error>({
    queryKey: [...campaignKey(campaign), '/outbox'],
    queryFn: () => get(campaignPath(campaign, '/outbox')),
    refetchInterval: 15_000,
  });
};

const useChange = <T>(change: (campaign: string, what: T) => Promise<unknown>) => {
  const { campaign } = useHere();
  const client = useQueryClient();
  return useMutation<unknown, Error, T>({
    mutationFn: (what) => change(campaign, what),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignKey(campaign) }),
  });
};

export const useAddRobot = () => useChange<NewRobot>((campaign, robot) => post(campaignPath(campaign, '/robots'), robot));

export const usePauseRobot = () =>
  useChange<Pick<Robot, 'id' | 'paused'>>((campaign, { id, paused }) =>
    request('PATCH', campaignPath(campaign, `/robots/${encodeURIComponent(id)}`), { paused }),
  );

/** Where a robot is now, and what it signs with. */
export interface NewAddress extends Pick<NewRobot, 'url' | 'secret'> {
  readonly id: string;
}

export const useMoveRobot = () =>
  useChange<NewAddress>((campaign, { id, ...address }) =>
    request('PATCH', campaignPath(campaign, `/robots/${encodeURIComponent(id)}`), { address }),
  );

export const useRemoveRobot = () =>
  useChange<string>((campaign, id) => remove(campaignPath(campaign, `/robots/${encodeURIComponent(id)}`)));

export const useSendAgain = () =>
  useChange<readonly Pick<OutboxRow, 'robot' | 'message'>[]>((campaign, rows) =>
    post(campaignPath(campaign, '/outbox/again'), { rows: rows.map(({ robot, message }) => ({ robot, message })) }),
  );
