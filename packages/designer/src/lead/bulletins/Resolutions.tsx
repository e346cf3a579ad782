import type { ResolutionView } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { usePlan, useResolutions } from '../campaign/queries.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Photos } from '../parts/Photos.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { TextField } from '../parts/TextField.tsx';
import { resolutionSigns } from '../say/sign.ts';
import { doorWords } from '../words.ts';
import styles from './bulletins.module.css';
import { PassForm } from './PassForm.tsx';
import { bulletinWords } from './words.ts';

/** Says that something a meeting decided has been carried out. */
const FulfilForm = ({ resolution, onClose }: { readonly resolution: ResolutionView; readonly onClose: () => void }) => {
  const t = useWords(bulletinWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const attached = useAttached();
  const command = useCommand();
  const fulfil = () => {
    const lacking = [text.trim() === '' && t('textMissing'), isUnsettled(attached.photos) && t('photosWaiting')].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    command.mutate(
      { type: 'FulfilResolution', resolution: resolution.id, text: text.trim(), photos: keptHashes(attached.photos) },
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
      <Attach attached={attached} />
      <Missing what={missing} />
      {command.error && <Trouble error={command.error} />}
    </Modal>
  );
};

/** Who was there and how they voted, where somebody wrote it down; what was done about it, with photos. */
const Told = ({ resolution }: { readonly resolution: ResolutionView }) => {
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const { present, votes, done } = resolution;
  const said = [
    present && t('presentOf', { n: present.length, names: present.join(now === 'zh' ? '、' : ', ') }),
    votes && t('votesOf', { ...votes }),
    done && t('doneText', { text: done.text }),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <span className={styles.told}>
      {said.join(now === 'zh' ? '；' : '; ')}
      {done && <Photos hashes={done.photos} about={resolution.text} size={48} />}
    </span>
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
      <Told resolution={resolution} />
      {asking && <FulfilForm resolution={resolution} onClose={() => setAsking(false)} />}
    </li>
  );
};

const gravity = ['overdue', 'open', 'done-late', 'done'] as const;

/** Resolutions as rows, those not carried out first. */
export const ResolutionRows = ({ of }: { readonly of: readonly ResolutionView[] }) => (
  <ul className={styles.plain}>
    {of
      .toSorted((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state) || (a.due < b.due ? -1 : 1))
      .map((resolution) => (
        <Row key={resolution.id} resolution={resolution} />
      ))}
  </ul>
);

/** What meetings decided, those not carried out first, and the form for what one decides now; nothing for a plan without meetings. */
export const Resolutions = () => {
  const t = useWords(bulletinWords);
  const all = useResolutions().data ?? [];
  const meetings = [...(usePlan().data?.publicity.meetings.keys() ?? [])];
  const may = useMay('PassResolution');
  const [passing, setPassing] = useState(false);
  if (all.length === 0 && meetings.length === 0) return null;
  return (
    <div className={styles.below}>
      <Panel
        title={t('resolutions')}
        note={t('resolutionsNote', { n: all.filter(({ done }) => !done).length })}
        more={may && meetings.length > 0 && <Button onClick={() => setPassing(true)}>{t('pass')}</Button>}
      >
        {all.length === 0 && <p className={styles.note}>{t('noResolutions')}</p>}
        <ResolutionRows of={all} />
      </Panel>
      {passing && <PassForm onClose={() => setPassing(false)} />}
    </div>
  );
};
