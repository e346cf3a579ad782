import type { AppealView } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { Changes } from '../rankings/Changes.tsx';
import { doorWords } from '../words.ts';
import styles from './appeals.module.css';
import { appealWords } from './words.ts';

/** Uphold or reject, each with a reason and after saying what it does. Nothing for those who may not. */
export const DecideAppeal = ({ appeal }: { readonly appeal: AppealView }) => {
  const t = useWords(appealWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const { actor } = useHere();
  const may = useMay('DecideAppeal');
  const command = useCommand();
  const [asking, setAsking] = useState<'uphold' | 'reject'>();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  if (appeal.state !== 'open' || !may) return null;
  if (actor.unit === appeal.unit) return <p className={styles.note}>{t('own')}</p>;
  const decide = () => {
    setMissing(text.trim() === '' ? t('textMissing') : undefined);
    if (text.trim() === '') return;
    command.mutate(
      { type: 'DecideAppeal', appeal: appeal.id, upheld: asking === 'uphold', text: text.trim() },
      {
        onSuccess: () => {
          setAsking(undefined);
          void message.success(t('decided'));
        },
      },
    );
  };
  return (
    <div className={styles.buttons}>
      <Button type="primary" ghost onClick={() => setAsking('uphold')}>
        {t('uphold')}
      </Button>
      <Button onClick={() => setAsking('reject')}>{t('reject')}</Button>
      <Modal
        open={asking !== undefined}
        title={t(asking === 'reject' ? 'rejectTitle' : 'upholdTitle', { unit: appeal.unit })}
        okText={t(asking ?? 'uphold')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={decide}
        onCancel={() => setAsking(undefined)}
      >
        <p>{t(asking === 'reject' ? 'rejectLead' : 'upholdLead')}</p>
        {asking === 'uphold' && appeal.effect.length > 0 && <Changes changes={appeal.effect} later={t('ifUpheld')} />}
        <TextField label={t('text')} hint={t('hint')} value={text} onChange={write} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </Modal>
    </div>
  );
};
