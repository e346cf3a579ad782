import type { FindingView } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { usePlan } from '../campaign/queries.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Panel } from '../parts/Panel.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

/** The unit says how the finding was put right, with photos. */
export const ReplyForm = ({ finding }: { readonly finding: FindingView }) => {
  const t = useWords(findingWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const attached = useAttached();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  const command = useCommand();
  const photoAsked = usePlan().data?.notice.replyPhoto ?? false;
  const send = () => {
    const photos = keptHashes(attached.photos);
    const lacking = [
      text.trim() === '' && t('textMissing'),
      isUnsettled(attached.photos) && t('photosWaiting'),
      photoAsked && attached.photos.length === 0 && t('photoMissing'),
    ].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    command.mutate(
      { type: 'ReplyRectification', finding: finding.id, text: text.trim(), photos },
      { onSuccess: () => void message.success(t('sent')) },
    );
  };
  return (
    <Panel title={t('reply')} note={t('replyLead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField label={t('replyText')} hint={t('replyHint')} value={text} onChange={write} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
        <Button type="primary" htmlType="submit" size="large" loading={command.isPending}>
          {t('send')}
        </Button>
      </form>
    </Panel>
  );
};
