import { sayPeriod } from '@xiuhua/engine';
import { useParams } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { usePaper } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { IssueButton } from './IssueButton.tsx';
import { Paper, TakeAway } from './Paper.tsx';
import { bulletinWords } from './words.ts';

/** One bulletin on screen and on paper; one that is due can be issued here. */
export const BulletinPage = () => {
  const { report = '', period = '' } = useParams();
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const to = useAddresses();
  return (
    <Loaded query={usePaper({ report, period }, now)} rows={12}>
      {(bulletin) => (
        <Page
          title={`${report} · ${sayPeriod(period, now)}`}
          lead={bulletin.number === null ? t('draft') : undefined}
          back={{ to: to.bulletins(), text: t('back') }}
          actions={
            <>
              <IssueButton bulletin={bulletin} />
              <TakeAway paper={{ report, period }} />
            </>
          }
        >
          <Paper bulletin={bulletin} />
        </Page>
      )}
    </Loaded>
  );
};
