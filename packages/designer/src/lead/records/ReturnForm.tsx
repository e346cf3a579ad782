import type { SubmissionView } from '@xiuhua/engine';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { TextField } from '../parts/TextField.tsx';
import { showMoment } from '../say/moment.ts';
import styles from './records.module.css';
import { recordWords } from './words.ts';

const Remarks = ({ visit }: { readonly visit: SubmissionView }) => {
  const t = useWords(recordWords);
  const { message } = App.useApp();
  const command = useCommand();
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>({});
  const [text, setText] = useState('');
  const items = Object.keys(visit.answers);
  const named = Object.keys(remarks);
  const drop = (item: string) => setRemarks(Object.fromEntries(Object.entries(remarks).filter(([one]) => one !== item)));
  const ready = named.length > 0 && Object.values(remarks).every((remark) => remark.trim() !== '');
  const send = () =>
    command.mutate(
      { type: 'ReturnRecord', submission: visit.submission, remarks, text: text.trim() },
      { onSuccess: () => void message.success(t('sent')) },
    );
  return (
    <div className={styles.form}>
      <p>{t('giveBackLead')}</p>
      {named.map((item) => (
        <div key={item} className={styles.remarkRow}>
          <TextField
            label={t('remarkFor', { item })}
            hint={t('remarkHint')}
            value={remarks[item] ?? ''}
            onChange={(remark) => setRemarks({ ...remarks, [item]: remark })}
          />
          <Button type="text" onClick={() => drop(item)}>
            {t('dropped')}
          </Button>
        </div>
      ))}
      <Select
        aria-label={t('pickItem')}
        placeholder={t('pickItem')}
        value={null}
        showSearch
        options={items.filter((item) => !named.includes(item)).map((item) => ({ value: item, label: item }))}
        onChange={(item: string | null) => item !== null && setRemarks({ ...remarks, [item]: '' })}
      />
      {named.length > 0 && <TextField label={t('general')} hint="" value={text} onChange={setText} />}
      {command.error && <Trouble error={command.error} />}
      <div>
        <Button type="primary" disabled={!ready} loading={command.isPending} onClick={send}>
          {t('send')}
        </Button>
      </div>
    </div>
  );
};

/** The office sends the record that counts back with remarks on single questions; or sees that one is awaited. */
export const ReturnForm = ({ visit }: { readonly visit: SubmissionView }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today } = useHere();
  const may = useMay('ReturnRecord');
  const last = visit.returns?.at(-1);
  if (last?.answered === null)
    return (
      <Panel title={t('giveBack')}>
        <p className={styles.late}>{t('awaiting', { when: showMoment(last.at, today, now), n: (visit.round ?? 1) + 1 })}</p>
        <ul className={styles.history}>
          {Object.entries(last.remarks).map(([item, remark]) => (
            <li key={item}>
              {item}：{remark}
            </li>
          ))}
        </ul>
      </Panel>
    );
  if (!may || !visit.counts) return null;
  return (
    <Panel title={t('giveBack')}>
      <Remarks visit={visit} />
    </Panel>
  );
};
