import { type ResultChanged, type StandingsView, sayPeriod } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useMay } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import { Changes } from './Changes.tsx';
import { rankingWords } from './words.ts';

/** Issues published standings anew, after showing every difference and asking why. Nothing for those who may not. */
export const CorrectButton = ({ view, changes }: { readonly view: StandingsView; readonly changes: readonly ResultChanged[] }) => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const may = useMay('CorrectStandings');
  const command = useCommand();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const write = (next: string) => {
    setReason(next);
    setMissing(undefined);
  };
  const { ranking, period } = view.standings;
  if (!may) return null;
  const correct = () => {
    setMissing(reason.trim() === '' ? t('reasonMissing') : undefined);
    if (reason.trim() === '') return;
    command.mutate(
      { type: 'CorrectStandings', ranking, period, reason: reason.trim() },
      {
        onSuccess: () => {
          setAsking(false);
          void message.success(t('corrected'));
        },
      },
    );
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('correct')}</Button>
      <Modal
        open={asking}
        title={t('correctTitle', { period: sayPeriod(period, now) })}
        okText={t('correct')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={correct}
        onCancel={() => setAsking(false)}
      >
        <p>{t('correctLead', { n: view.issue + 1 })}</p>
        <Changes changes={changes} />
        <TextField label={t('correctReason')} hint={t('correctHint')} value={reason} onChange={write} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </Modal>
    </>
  );
};
