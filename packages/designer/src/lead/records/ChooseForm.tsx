import type { RecordsView } from '@xiuhua/engine';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './records.module.css';
import { recordWords } from './words.ts';

/** True while no record of the duty counts, so that a person may also leave them all out. */
export const noneCounts = ({ records }: RecordsView): boolean => records.every(({ counts }) => !counts);

/** The office chooses the record that counts, with a reason. */
export const ChooseForm = ({ duty }: { readonly duty: RecordsView }) => {
  const t = useWords(recordWords);
  const { message } = App.useApp();
  const command = useCommand();
  const [record, setRecord] = useState<string>();
  const [reason, setReason] = useState('');
  const isNone = record === '';
  const choose = () => {
    if (record === undefined) return;
    const said = { duty: duty.duty, reason: reason.trim() };
    command.mutate(isNone ? { type: 'DismissRecords', ...said } : { type: 'ChooseRecord', record, ...said }, {
      onSuccess: () => void message.success(t(isNone ? 'noneChosen' : 'chosen')),
    });
  };
  return (
    <div className={styles.form}>
      <p>{t(noneCounts(duty) ? 'noneLead' : 'chooseLead')}</p>
      <Radio.Group value={record} onChange={(event) => setRecord(event.target.value as string)}>
        {duty.records.map((one, i) => (
          <Radio key={one.record} value={one.record}>
            {t('record', { n: i + 1 })} · {one.by.name}
          </Radio>
        ))}
        {noneCounts(duty) && <Radio value="">{t('noneOfThem')}</Radio>}
      </Radio.Group>
      <TextField label={t('reason')} hint={t('reasonHint')} value={reason} onChange={setReason} />
      {command.error && <Trouble error={command.error} />}
      <div>
        <Button type="primary" disabled={record === undefined || reason.trim() === ''} loading={command.isPending} onClick={choose}>
          {t(isNone ? 'noneChoose' : 'choose')}
        </Button>
      </div>
    </div>
  );
};
