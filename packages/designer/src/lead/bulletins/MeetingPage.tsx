import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useMeetings, usePaper, useResolutions } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import styles from './bulletins.module.css';
import { Paper, TakeAway } from './Paper.tsx';
import { PassForm } from './PassForm.tsx';
import { ResolutionRows } from './Resolutions.tsx';
import { bulletinWords } from './words.ts';

/** What was decided at this sitting, followed up where it stands. */
const Decided = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords(bulletinWords);
  const own = (useResolutions().data ?? []).filter(({ id }) => ids.includes(id));
  if (own.length === 0) return null;
  return (
    <div className={styles.decided}>
      <Panel title={t('resolutions')} note={t('resolutionsNote', { n: own.filter(({ done }) => !done).length })}>
        <ResolutionRows of={own} />
      </Panel>
    </div>
  );
};

/** One meeting: its agenda on screen and on paper, and what it decided, which is written down here. */
export const MeetingPage = () => {
  const { meeting = '', day = '' } = useParams();
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const view = useMeetings().data?.find((one) => one.meeting === meeting && one.day === day);
  const may = useMay('PassResolution');
  const [passing, setPassing] = useState(false);
  const paper = { meeting, sits: day };
  return (
    <Loaded query={usePaper(paper, now)} rows={12}>
      {(agenda) => (
        <Page
          title={`${meeting} · ${showDay(day, today, now)}${view?.clock ? ` ${view.clock}` : ''}`}
          lead={t(day < today ? 'agendaThen' : 'agendaNow')}
          back={{ to: to.bulletins(), text: t('back') }}
          actions={
            <>
              {may && view?.takes && (
                <Button type="primary" onClick={() => setPassing(true)}>
                  {t('pass')}
                </Button>
              )}
              <TakeAway paper={paper} />
            </>
          }
        >
          <Decided ids={view?.resolutions ?? []} />
          <Paper bulletin={agenda} />
          {passing && <PassForm meeting={meeting} onClose={() => setPassing(false)} />}
        </Page>
      )}
    </Loaded>
  );
};
