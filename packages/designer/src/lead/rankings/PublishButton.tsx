import { type StandingsView, sayPeriod } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useMay } from '../campaign/here.ts';
import { useFindings } from '../campaign/queries.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { doorWords } from '../words.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

/** Publishes the standings of a period that is over, after saying what that means. Nothing for those who may not. */
export const PublishButton = ({ view }: { readonly view: StandingsView }) => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const command = useCommand();
  const may = useMay('PublishStandings');
  const { ranking, period, rows, from, to } = view.standings;
  const open = useFindings({ state: 'open', opened: `${from}..${to}`, limit: 1 }, asking).data?.found ?? 0;
  if (!may || view.published || !view.over) return null;
  const publish = () =>
    command.mutate(
      { type: 'PublishStandings', ranking, period },
      {
        onSuccess: () => {
          setAsking(false);
          void message.success(t('published', { period: sayPeriod(period, now) }));
        },
      },
    );
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('publish')}
      </Button>
      <Modal
        open={asking}
        title={t('publishTitle', { period: sayPeriod(period, now) })}
        okText={t('publish')}
        cancelText={door('cancel')}
        confirmLoading={command.isPending}
        onOk={publish}
        onCancel={() => setAsking(false)}
      >
        <ul className={styles.will}>
          <li>{t('publishFact', { n: rows.length })}</li>
          <li>{t('publishConsequences')}</li>
          <li>{t('publishSeen')}</li>
          {open > 0 && <li data-tone="risk">{t('publishOpen', { n: open })}</li>}
        </ul>
        {command.error && <Trouble error={command.error} />}
      </Modal>
    </>
  );
};
