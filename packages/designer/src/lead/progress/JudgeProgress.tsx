import type { Progress } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import styles from './progress.module.css';
import { progressWords } from './words.ts';

/** Confirm a report or return it with a reason; nothing for those who may not, or who wrote it. */
export const JudgeProgress = ({ progress }: { readonly progress: Progress }) => {
  const t = useWords(progressWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const { actor } = useHere();
  const may = useMay('VerifyProgress');
  const command = useCommand();
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  if (!may || progress.state !== 'reported' || progress.by.account === actor.account) return null;
  const judge = (passed: boolean) =>
    command.mutate(
      { type: 'VerifyProgress', progress: progress.id, passed, text: text.trim() },
      {
        onSuccess: () => {
          setAsking(false);
          void message.success(t(passed ? 'confirmed' : 'returned'));
        },
      },
    );
  const giveBack = () => {
    setMissing(text.trim() === '' ? t('reasonMissing') : undefined);
    if (text.trim() !== '') judge(false);
  };
  return (
    <span className={styles.buttons}>
      <Button size="small" loading={command.isPending && !asking} onClick={() => judge(true)}>
        {t('confirm')}
      </Button>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('giveBack')}
      </Button>
      <Modal
        open={asking}
        title={t('giveBackTitle', { name: progress.about })}
        okText={t('giveBack')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={giveBack}
        onCancel={() => setAsking(false)}
      >
        <div className={styles.form}>
          <p>{t('giveBackLead')}</p>
          <TextField label={t('reason')} hint={t('reasonHint')} value={text} onChange={write} />
          <Missing what={missing} />
        </div>
      </Modal>
      {command.error && <Trouble error={command.error} />}
    </span>
  );
};
