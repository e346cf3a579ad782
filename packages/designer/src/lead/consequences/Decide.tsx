import type { Proposal } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import styles from './consequences.module.css';
import { consequenceWords } from './words.ts';

/** The two buttons of a leader: sign, or decline with a reason; each says first what it will do. */
export const Decide = ({ proposal }: { readonly proposal: Proposal }) => {
  const t = useWords(consequenceWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const command = useCommand();
  const [asking, setAsking] = useState<'sign' | 'decline'>();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { id: consequence, unit, then } = proposal;
  const write = (next: string) => {
    setReason(next);
    setMissing(false);
  };
  const ask = (what: 'sign' | 'decline') => {
    command.reset();
    setMissing(false);
    setAsking(what);
  };
  const done = (text: string) => ({
    onSuccess: () => {
      setAsking(undefined);
      void message.success(text);
    },
  });
  const decline = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    command.mutate({ type: 'DeclineConsequence', consequence, reason: reason.trim() }, done(t('declinedDone')));
  };
  return (
    <div className={styles.decide}>
      <Button type="primary" ghost onClick={() => ask('sign')}>
        {t('sign')}
      </Button>
      <Button onClick={() => ask('decline')}>{t('decline')}</Button>
      <Modal
        open={asking === 'sign'}
        title={t('signTitle', { then })}
        okText={t('sign')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={() => command.mutate({ type: 'SignConsequence', consequence }, done(t('signedDone')))}
        onCancel={() => setAsking(undefined)}
      >
        <p>{t('signText', { unit, then })}</p>
        {command.error && <Trouble error={command.error} />}
      </Modal>
      <Modal
        open={asking === 'decline'}
        title={t('declineTitle', { then })}
        okText={t('decline')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={decline}
        onCancel={() => setAsking(undefined)}
      >
        <p>{t('declineText')}</p>
        <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={write} />
        <Missing what={missing ? t('reasonMissing') : undefined} />
        {command.error && <Trouble error={command.error} />}
      </Modal>
    </div>
  );
};
