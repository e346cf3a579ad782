import type { CompiledChannel, CompiledPlan } from '@xiuhua/engine';
import { App, AutoComplete, DatePicker, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere } from '../campaign/here.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { newId } from '../evidence/id.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import styles from './complaints.module.css';
import { complaintWords } from './words.ts';

const Field = ({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};

interface Draft {
  readonly channel: string;
  readonly topic: string;
  readonly place: string;
  readonly day: string;
  readonly text: string;
}

interface ComplaintFormProps {
  readonly plan: CompiledPlan;
  /** The channels the reader’s unit keeps. */
  readonly channels: readonly CompiledChannel[];
  readonly onClose: () => void;
}

/** Takes in what somebody reported: through which channel, about what, where, when, in his words, with his photos. */
export const ComplaintForm = ({ plan, channels, onClose }: ComplaintFormProps) => {
  const t = useWords(complaintWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const { today } = useHere();
  const complaint = useRef(newId());
  const first = channels[0]?.channel.name ?? '';
  const [draft, setDraft] = useState<Draft>({ channel: first, topic: '', place: '', day: today, text: '' });
  const [missing, setMissing] = useState<string>();
  const attached = useAttached();
  const command = useCommand();
  const topics = [...(channels.find(({ channel }) => channel.name === draft.channel)?.topics.keys() ?? [])];
  const sites = [...plan.places.sites.keys()];
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    setMissing(undefined);
  };
  const take = () => {
    const { channel, topic, day } = draft;
    const [place, text] = [draft.place.trim(), draft.text.trim()];
    const lacking = [
      topic === '' && t('topicMissing'),
      place === '' && t('placeMissing'),
      text === '' && t('textMissing'),
      isUnsettled(attached.photos) && t('photosWaiting'),
    ].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    const where = plan.places.sites.has(place) ? { site: place } : { place };
    const said = { text, photos: keptHashes(attached.photos), ...(day !== today && { reported: day }) };
    command.mutate(
      { type: 'TakeComplaint', complaint: complaint.current, channel, topic, ...where, ...said },
      {
        onSuccess: () => {
          void message.success(t('takenDone'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('take')}
      okText={t('send')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={take}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('takeLead')}</p>
        <Field label={t('channel')}>
          {(id) => (
            <Select
              id={id}
              value={draft.channel}
              options={channels.map(({ channel }) => ({ value: channel.name, label: channel.name }))}
              onChange={(channel) => change({ channel, topic: '' })}
            />
          )}
        </Field>
        <Field label={t('topic')}>
          {(id) => (
            <Select
              id={id}
              value={draft.topic || null}
              placeholder={t('topicHint')}
              showSearch
              options={topics.map((topic) => ({ value: topic, label: topic }))}
              onChange={(topic) => change({ topic: topic ?? '' })}
            />
          )}
        </Field>
        <Field label={t('place')}>
          {(id) => (
            <AutoComplete
              id={id}
              value={draft.place}
              maxLength={200}
              placeholder={t('placeHint')}
              options={sites
                .filter((site) => draft.place !== '' && site.includes(draft.place))
                .slice(0, 20)
                .map((site) => ({ value: site }))}
              onChange={(place) => change({ place })}
            />
          )}
        </Field>
        <Field label={t('day')}>
          {(id) => (
            <DatePicker
              id={id}
              value={dayjs(draft.day)}
              allowClear={false}
              inputReadOnly
              disabledDate={(day) => day.format('YYYY-MM-DD') > today}
              onChange={(day) => day && change({ day: day.format('YYYY-MM-DD') })}
            />
          )}
        </Field>
        <TextField label={t('text')} hint={t('textHint')} value={draft.text} onChange={(text) => change({ text })} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};
