import type { MilestoneView } from '@xiuhua/engine';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { doorWords } from '../words.ts';
import styles from './milestones.module.css';
import { milestoneWords } from './words.ts';

/** Reports a milestone as reached, with words and photos, after saying what that means. */
export const ReachForm = ({ milestone, onClose }: { readonly milestone: MilestoneView; readonly onClose: () => void }) => {
  const t = useWords(milestoneWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const attached = useAttached();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  const command = useCommand();
  const reach = () => {
    const lacking = [text.trim() === '' && t('textMissing'), isUnsettled(attached.photos) && t('photosWaiting')].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    command.mutate(
      { type: 'ReachMilestone', milestone: milestone.name, text: text.trim(), photos: keptHashes(attached.photos) },
      {
        onSuccess: () => {
          void message.success(t('done'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('reachTitle', { name: milestone.name })}
      okText={t('reach')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={reach}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('reachText')}</p>
        <TextField label={t('text')} hint={t('hint')} value={text} onChange={write} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};
