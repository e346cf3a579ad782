import type { FindingView } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Panel } from '../parts/Panel.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

/** Somebody other than the unit that fixed it closes the finding, or returns it with a reason. */
export const VerifyForm = ({ finding }: { readonly finding: FindingView }) => {
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
  const verify = (passed: boolean) => {
    const lacking = [isUnsettled(attached.photos) && t('photosWaiting'), !passed && text.trim() === '' && t('reasonMissing')].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    command.mutate(
      { type: 'VerifyRectification', finding: finding.id, passed, text: text.trim(), photos: keptHashes(attached.photos) },
      { onSuccess: () => void message.success(t(passed ? 'passed' : 'failed')) },
    );
  };
  const pending = (passed: boolean) =>
    command.isPending && command.variables.type === 'VerifyRectification' && command.variables.passed === passed;
  return (
    <Panel title={t('verify')} note={t('verifyLead')}>
      <div className={styles.form}>
        <TextField label={t('verifyText')} hint={t('verifyHint')} value={text} onChange={write} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
        <div className={styles.buttons}>
          <Button type="primary" size="large" loading={pending(true)} disabled={command.isPending} onClick={() => verify(true)}>
            {t('pass')}
          </Button>
          <Button size="large" loading={pending(false)} disabled={command.isPending} onClick={() => verify(false)}>
            {t('fail')}
          </Button>
        </div>
      </div>
    </Panel>
  );
};
