import { type BulletinView, sayPeriod } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useBulletins } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { bulletinSigns } from '../say/sign.ts';
import styles from './bulletins.module.css';
import { Meetings } from './Meetings.tsx';
import { Resolutions } from './Resolutions.tsx';
import { bulletinWords } from './words.ts';

const Row = ({ view }: { readonly view: BulletinView }) => {
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const { report, period, issued, clock } = view;
  const day = showDay(issued?.day ?? view.due, today, now);
  const when = issued ? t('issuedOn', { day, n: issued.number }) : clock ? t('dueClock', { day, clock }) : t('due', { day });
  return (
    <li className={styles.row}>
      <Link className={styles.name} to={to.bulletin(report, period)}>
        {report} · {sayPeriod(period, now)}
      </Link>
      <span className={styles.when}>{when}</span>
      <SignTag sign={bulletinSigns[view.state]} />
      <span className={styles.signer}>{t('signer', { post: view.signedBy })}</span>
    </li>
  );
};

/** The bulletins of the plan: due, overdue and issued, newest first; its meetings and what they decided. */
export const BulletinsPage = () => {
  const t = useWords(bulletinWords);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useBulletins()} rows={6}>
        {(views) =>
          views.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <ul className={styles.rows}>
              {views.map((view) => (
                <Row key={`${view.report} ${view.period}`} view={view} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Meetings />
      <Resolutions />
    </Page>
  );
};
