import { type DrawRecord, sayPeriod } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useMay } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import { drawWords } from './words.ts';

/** Makes a draw again, after saying what that means and asking why. Nothing for those who may not. */
export const AgainButton = ({ record }: { readonly record: DrawRecord }) => {
  const t = useWords(drawWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const may = useMay('RepeatDraw');
  const command = useCommand();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const { schedule, period } = record;
  if (!may || record.commitment === null) return null;
  const again = () => {
    setMissing(reason.trim() === '' ? t('reasonMissing') : undefined);
    if (reason.trim() === '') return;
    command.mutate(
      { type: 'RepeatDraw', schedule, period, reason: reason.trim() },
      {
        onSuccess: () => {
          setAsking(false);
          setReason('');
          void message.success(t('done'));
        },
      },
    );
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {t('again')}
      </Button>
      <Modal
        open={asking}
        title={t('againTitle', { schedule, period: sayPeriod(period, now) })}
        okText={t('again')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={again}
        onCancel={() => setAsking(false)}
      >
        <p>{t('againText')}</p>
        <TextField label={t('reasonLabel')} hint={t('reasonHint')} value={reason} onChange={setReason} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </Modal>
    </>
  );
};
