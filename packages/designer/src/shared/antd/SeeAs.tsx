import { useMutation, useQuery } from '@tanstack/react-query';
import type { SessionView } from '@xiuhua/engine';
import { App, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { get, post, remove } from '../api.ts';
import { doorAddress, doorsOf } from '../doors.ts';
import { useWords } from '../language.ts';
import { sharedWords } from '../words.ts';
import { messageWords } from './message-words.ts';

interface Member {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly (keyof (typeof sharedWords)['zh'])[];
}

/** True for one who may look from a member's place in the campaign on the screen. */
export const maySeeAs = ({ seenBy, campaigns }: SessionView, campaign: string | undefined): boolean =>
  seenBy === undefined &&
  campaigns.some(({ id, actor }) => id === campaign && actor.roles.some((role) => role === 'admin' || role === 'office'));

/** Goes to the door that shows the campaign to whoever one is from now on. */
const enter = async (campaign: string | undefined): Promise<void> => {
  const session = await get<SessionView>('/session');
  const doors = doorsOf(session, campaign);
  const door = doors.find(({ name }) => name === 'lead') ?? doors[0];
  location.assign(door?.href ?? doorAddress('lead', campaign));
};

interface SeeAsProps {
  readonly campaign: string;
  readonly session: SessionView;
  readonly onClose: () => void;
}

/** Chooses the member from whose place one looks. */
export const SeeAs = ({ campaign, session, onClose }: SeeAsProps) => {
  const t = useWords(messageWords);
  const role = useWords(sharedWords);
  const { message } = App.useApp();
  const [account, setAccount] = useState<string>();
  const members = useQuery({
    queryKey: ['members', campaign],
    queryFn: () => get<readonly Member[]>(`/campaigns/${encodeURIComponent(campaign)}/members`),
  });
  const begin = useMutation({
    mutationFn: (seen: string) => post('/session/as', { campaign, account: seen }),
    onSuccess: () => enter(campaign),
    onError: (error: Error) => void message.error(error.message, 6),
  });
  const label = ({ name, unit, roles }: Member): string =>
    [name, unit, roles.map((one) => role(one)).join('、')].filter(Boolean).join(' · ');
  return (
    <Modal
      open
      title={t('seeAs')}
      okText={t('see')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: account === undefined, loading: begin.isPending }}
      onOk={() => account !== undefined && begin.mutate(account)}
      onCancel={onClose}
    >
      <p>{t('seeAsLead')}</p>
      <Select
        style={{ width: '100%' }}
        aria-label={t('person')}
        placeholder={t('person')}
        showSearch={{ optionFilterProp: 'label' }}
        value={account}
        onChange={setAccount}
        options={(members.data ?? [])
          .filter((member) => member.account !== session.account.id)
          .map((member) => ({ value: member.account, label: label(member) }))}
      />
    </Modal>
  );
};

/** Says on every screen that somebody looks from another's place, and lets him stop. Nothing otherwise. */
export const SeenAs = ({ session, campaign }: { readonly session: SessionView; readonly campaign: string | undefined }) => {
  const t = useWords(messageWords);
  const { message } = App.useApp();
  const stop = useMutation({
    mutationFn: () => remove('/session/as'),
    onSuccess: () => enter(campaign),
    onError: (error: Error) => void message.error(error.message, 6),
  });
  if (session.seenBy === undefined) return null;
  return (
    <p className="seen-as" role="status">
      <span>{t('seen', { who: session.seenBy, name: session.account.name })}</span>
      <Button size="small" loading={stop.isPending} onClick={() => stop.mutate()}>
        {t('stop')}
      </Button>
    </p>
  );
};
