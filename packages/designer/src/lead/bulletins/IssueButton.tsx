import type { Bulletin } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useMay } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { doorWords } from '../words.ts';
import { bulletinWords } from './words.ts';

/** Issues a bulletin, after saying what that means. Nothing for those who may not, or once it went out. */
export const IssueButton = ({ bulletin }: { readonly bulletin: Bulletin }) => {
  const t = useWords(bulletinWords);
  const door = useWords(doorWords);
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const command = useCommand();
  const may = useMay('IssueBulletin');
  if (!may || bulletin.number !== null) return null;
  const issue = () =>
    command.mutate(
      { type: 'IssueBulletin', report: bulletin.report, period: bulletin.period },
      {
        onSuccess: () => {
          setAsking(false);
          void message.success(t('issuedDone'));
        },
      },
    );
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('issue')}
      </Button>
      <Modal
        open={asking}
        title={t('issueTitle', { title: bulletin.title })}
        okText={t('issue')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={issue}
        onCancel={() => setAsking(false)}
      >
        <p>{t('issueText')}</p>
        {command.error && <Trouble error={command.error} />}
      </Modal>
    </>
  );
};
