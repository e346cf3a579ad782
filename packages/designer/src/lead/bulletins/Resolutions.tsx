import type { ResolutionView } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { useResolutions } from '../campaign/queries.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { TextField } from '../parts/TextField.tsx';
import { resolutionSigns } from '../say/sign.ts';
import { doorWords } from '../words.ts';
import styles from './bulletins.module.css';
import { bulletinWords } from './words.ts';

/** Says that something a meeting decided has been carried out. */
const FulfilForm = ({ resolution, onClose }: { readonly resolution: ResolutionView; readonly onClose: () => void }) => {
  const t = useWords(bulletinWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const command = useCommand();
  const fulfil = () => {
    if (text.trim() === '') return setMissing(t('textMissing'));
    command.mutate(
      { type: 'FulfilResolution', resolution: resolution.id, text: text.trim(), photos: [] },
      {
        onSuccess: () => {
          void message.success(t('fulfilledDone'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={resolution.text}
      okText={t('fulfil')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={fulfil}
      onCancel={onClose}
    >
      <TextField label={t('text')} hint={t('textHint')} value={text} onChange={setText} />
      <Missing what={missing} />
      {command.error && <Trouble error={command.error} />}
    </Modal>
  );
};

const Row = ({ resolution }: { readonly resolution: ResolutionView }) => {
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const { today, actor } = useHere();
  const may = useMay('FulfilResolution');
  const [asking, setAsking] = useState(false);
  const { text, unit, due, meeting, day, done, state } = resolution;
  const own = actor.unit === unit || actor.roles.includes('office');
  return (
    <li className={styles.row}>
      <span className={styles.name}>{text}</span>
      <span className={styles.when}>{t('dueBy', { unit, day: showDay(due, today, now) })}</span>
      <SignTag sign={resolutionSigns[state]} />
      <span className={may && own && !done ? styles.act : styles.signer}>
        {may && own && !done ? (
          <Button onClick={() => setAsking(true)}>{t('fulfil')}</Button>
        ) : (
          t('decidedAt', { meeting, day: showDay(day, today, now) })
        )}
      </span>
      {asking && <FulfilForm resolution={resolution} onClose={() => setAsking(false)} />}
    </li>
  );
};

const gravity = ['overdue', 'open', 'done-late', 'done'] as const;

/** What meetings decided, those not carried out first; nothing while no meeting decided anything. */
export const Resolutions = () => {
  const t = useWords(bulletinWords);
  const all = useResolutions().data ?? [];
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state) || (a.due < b.due ? -1 : 1));
  return (
    <div className={styles.below}>
      <Panel title={t('resolutions')} note={t('resolutionsNote', { n: all.filter(({ done }) => !done).length })}>
        <ul className={styles.plain}>
          {sorted.map((resolution) => (
            <Row key={resolution.id} resolution={resolution} />
          ))}
        </ul>
      </Panel>
    </div>
  );
};
