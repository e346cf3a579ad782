import { unitsOf } from '@xiuhua/engine';
import { App, Checkbox, DatePicker, InputNumber, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import styles from './bulletins.module.css';
import { bulletinWords } from './words.ts';

const sides = ['for', 'against', 'abstained'] as const;

type Votes = Readonly<Record<(typeof sides)[number], number>>;

interface Draft {
  readonly meeting: string;
  readonly text: string;
  readonly unit: string;
  readonly due: string;
  readonly present: readonly string[];
  readonly votes: Votes | null;
}

/** How a meeting voted, where it did. */
const VoteFields = ({ votes, change }: { readonly votes: Votes | null; readonly change: (votes: Votes | null) => void }) => {
  const t = useWords(bulletinWords);
  const id = useId();
  return (
    <div className={styles.field}>
      <Checkbox checked={votes !== null} onChange={(event) => change(event.target.checked ? { for: 0, against: 0, abstained: 0 } : null)}>
        {t('voted')}
      </Checkbox>
      {votes && (
        <div className={styles.votes}>
          {sides.map((side) => (
            <span key={side}>
              <label htmlFor={`${id}${side}`}>{t(side)}</label>
              <InputNumber
                id={`${id}${side}`}
                min={0}
                max={9999}
                precision={0}
                value={votes[side]}
                onChange={(n) => change({ ...votes, [side]: n ?? 0 })}
              />
            </span>
          ))}
        </div>
      )}
    </div>
  );
};

/** Writes down what a meeting decided: what, which unit, by which day; who was there and how they voted, where that was noted. */
export const PassForm = ({ meeting, onClose }: { readonly meeting?: string; readonly onClose: () => void }) => {
  const t = useWords(bulletinWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const { today } = useHere();
  const id = useId();
  const plan = usePlan().data;
  const meetings = plan?.publicity.meetings ?? new Map();
  const [first = ''] = meeting === undefined ? meetings.keys() : [meeting];
  const [draft, setDraft] = useState<Draft>({ meeting: first, text: '', unit: '', due: '', present: [], votes: null });
  const [missing, setMissing] = useState<string>();
  const command = useCommand();
  const units = [...new Set(plan?.organization.units.values() ?? [])].map((unit) => ({ value: unit, label: unit }));
  const asked = plan ? unitsOf(plan.organization, [...(plan.publicity.meetings.get(draft.meeting)?.clause.attend ?? [])]) : [];
  const absent = draft.present.length === 0 ? [] : asked.filter((unit) => !draft.present.includes(unit));
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    setMissing(undefined);
  };
  const pass = () => {
    const { meeting, unit, due, present, votes } = draft;
    const text = draft.text.trim();
    const lacking = [text === '' && t('decidedMissing'), unit === '' && t('unitMissing'), due === '' && t('dueMissing')].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    const assembly = { ...(present.length > 0 && { present: [...present] }), ...(votes && { votes }) };
    command.mutate(
      { type: 'PassResolution', meeting, text, unit, due, ...assembly },
      {
        onSuccess: () => {
          void message.success(t('passed'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('pass')}
      okText={t('passSend')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={pass}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('passLead')}</p>
        <div className={styles.field}>
          <label htmlFor={`${id}meeting`}>{t('meeting')}</label>
          <Select
            id={`${id}meeting`}
            value={draft.meeting}
            options={[...meetings.keys()].map((name) => ({ value: name, label: name }))}
            onChange={(meeting) => change({ meeting })}
          />
        </div>
        <TextField label={t('decided')} hint={t('decidedHint')} value={draft.text} onChange={(text) => change({ text })} />
        <div className={styles.field}>
          <label htmlFor={`${id}unit`}>{t('unit')}</label>
          <Select
            id={`${id}unit`}
            showSearch
            value={draft.unit || null}
            placeholder={t('unitHint')}
            options={units}
            onChange={(unit) => change({ unit: unit ?? '' })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}due`}>{t('dueDay')}</label>
          <DatePicker
            id={`${id}due`}
            inputReadOnly
            disabledDate={(day) => day.format('YYYY-MM-DD') < today}
            onChange={(day) => change({ due: day?.format('YYYY-MM-DD') ?? '' })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}present`}>{t('present')}</label>
          <Select
            id={`${id}present`}
            mode="multiple"
            value={[...draft.present]}
            placeholder={t('presentHint')}
            options={units}
            onChange={(present: string[]) => change({ present })}
          />
          {absent.length > 0 && <small>{t('absent', { names: absent.join(now === 'zh' ? '、' : ', ') })}</small>}
        </div>
        <VoteFields votes={draft.votes} change={(votes) => change({ votes })} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};
