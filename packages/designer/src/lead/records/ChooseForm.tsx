import type { RecordsView } from '@xiuhua/engine';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './records.module.css';
import { recordWords } from './words.ts';

/** The office chooses the record that counts, with a reason. */
export const ChooseForm = ({ duty }: { readonly duty: RecordsView }) => {
  const t = useWords(recordWords);
  const { message } = App.useApp();
  const command = useCommand();
  const [record, setRecord] = useState<string>();
  const [reason, setReason] = useState('');
  const choose = () => {
    if (record === undefined) return;
    command.mutate(
      { type: 'ChooseRecord', duty: duty.duty, record, reason: reason.trim() },
      { onSuccess: () => void message.success(t('chosen')) },
    );
  };
  return (
    <div className={styles.form}>
      <p>{t('chooseLead')}</p>
      <Radio.Group value={record} onChange={(event) => setRecord(event.target.value as string)}>
        {duty.records.map((one, i) => (
          <Radio key={one.record} value={one.record}>
            {t('record', { n: i + 1 })} · {one.by.name}
          </Radio>
        ))}
      </Radio.Group>
      <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={setReason} />
      {command.error && <Trouble error={command.error} />}
      <div>
        <Button type="primary" disabled={record === undefined || reason.trim() === ''} loading={command.isPending} onClick={choose}>
          {t('choose')}
        </Button>
      </div>
    </div>
  );
};
