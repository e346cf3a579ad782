import type { ProgressView } from '@xiuhua/engine';
import { App, Modal, Slider } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import styles from './progress.module.css';
import { progressWords } from './words.ts';

/** A unit says how far a task or a milestone has come, with words and photos. */
export const ProgressForm = ({
  view,
  from,
  onClose,
}: {
  readonly view: ProgressView;
  readonly from: number;
  readonly onClose: () => void;
}) => {
  const t = useWords(progressWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const id = useId();
  const [percent, setPercent] = useState(from);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  const attached = useAttached();
  const command = useCommand();
  const send = () => {
    const lacking = [text.trim() === '' && t('textMissing'), isUnsettled(attached.photos) && t('photosWaiting')].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    const { kind, name: about } = view;
    command.mutate(
      { type: 'ReportProgress', kind, about, percent, text: text.trim(), photos: keptHashes(attached.photos) },
      {
        onSuccess: () => {
          void message.success(t('sent'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('reportTitle', { name: view.name })}
      okText={t('send')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('reportLead')}</p>
        <div>
          <span id={id}>
            {t('percent')} <b>{t('percentValue', { n: percent })}</b>
          </span>
          <Slider ariaLabelledByForHandle={id} min={0} max={100} step={5} value={percent} onChange={setPercent} tooltip={{ open: false }} />
        </div>
        <TextField label={t('text')} hint={t('textHint')} value={text} onChange={write} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};
