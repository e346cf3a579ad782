import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Command, Event } from '@xiuhua/engine';
import { useRef } from 'react';
import { post, Refused } from '../../shared/api.ts';
import { useWords } from '../../shared/language.ts';
import { newId } from '../evidence/id.ts';
import { doorWords } from '../words.ts';
import { useHere } from './here.ts';
import { campaignKey, campaignPath } from './queries.ts';

/** What happens once a command was taken or refused. */
interface Afterwards {
  readonly onSuccess?: (events: readonly Event[]) => void;
  readonly onError?: (error: Error) => void;
}

/**
 * Sends commands. The same command sent again (a retry after a lost answer) carries the same id, so the server takes
 * it once. On a past day nothing is sent. What is refused is left in `error`, in words; after success all of the campaign is asked anew.
 */
export const useCommand = () => {
  const { campaign, asOf } = useHere();
  const t = useWords(doorWords);
  const client = useQueryClient();
  const last = useRef({ content: '', id: '' });
  const mutation = useMutation<readonly Event[], Error, Command>({
    mutationFn: async (command) => {
      if (asOf !== undefined) throw new Refused(409, [{ code: 'day.past', severity: 'error', at: '', message: t('onlyToday') }], undefined);
      const content = JSON.stringify(command);
      if (last.current.content !== content) last.current = { content, id: newId() };
      const answer = await post<{ readonly events: readonly Event[] }>(campaignPath(campaign, '/commands'), {
        id: last.current.id,
        command,
      });
      return answer.events;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: campaignKey(campaign) }),
  });
  // What was done is said also when asking anew has taken the form off the page meanwhile: callbacks of `mutation.mutate` would then be dropped.
  const mutate = (command: Command, { onSuccess, onError }: Afterwards = {}): void =>
    void mutation.mutateAsync(command).then(onSuccess, onError ?? (() => undefined));
  return { ...mutation, mutate };
};
