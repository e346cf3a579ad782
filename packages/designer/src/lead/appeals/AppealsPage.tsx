import { type AppealView, sayPeriod } from '@xiuhua/engine';
import { Button, Segmented } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useAppeals } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Photos } from '../parts/Photos.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Changes } from '../rankings/Changes.tsx';
import { showMoment } from '../say/moment.ts';
import { appealSigns } from '../say/sign.ts';
import styles from './appeals.module.css';
import { DecideAppeal } from './DecideAppeal.tsx';
import { appealWords } from './words.ts';

/** What the appeal is against: the records it names, each with its photos one click away. */
const Contested = ({ appeal }: { readonly appeal: AppealView }) => {
  const t = useWords(appealWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  return (
    <section>
      <h3>{t('contested')}</h3>
      {appeal.contested.length === 0 && <p className={styles.note}>{t('contestedNone')}</p>}
      <ul className={styles.records}>
        {appeal.contested.map((record) => (
          <li key={record.finding}>
            <Link to={to.finding(record.finding)}>
              {showDay(record.day, today, now)} · {record.site} · {record.item}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What upholding it would do; for a decided one how it was decided. */
const Outcome = ({ appeal }: { readonly appeal: AppealView }) => {
  const t = useWords(appealWords);
  const now = useLanguage();
  const { today } = useHere();
  const mayCorrect = useMay('CorrectStandings');
  const to = useAddresses();
  const { decision, ranking, period } = appeal;
  if (decision)
    return (
      <section>
        <p>{t('decidedBy', { who: decision.by, when: showMoment(decision.at, today, now), text: decision.text })}</p>
        {appeal.state === 'upheld' && mayCorrect && <Link to={to.rankings({ ranking, period })}>{t('toCorrect')}</Link>}
      </section>
    );
  return (
    <section>
      <h3>{t('effect')}</h3>
      {appeal.effect.length === 0 ? (
        <p className={styles.note}>{t('effectNone')}</p>
      ) : (
        <Changes changes={appeal.effect} later={t('ifUpheld')} />
      )}
      {appeal.unrelated.length > 0 && <p className={styles.note}>{t('unrelated', { units: appeal.unrelated.join('、') })}</p>}
      {appeal.pauses.length > 0 && <p className={styles.note}>{t('pauses', { list: appeal.pauses.join('、') })}</p>}
      <DecideAppeal appeal={appeal} />
    </section>
  );
};

const Card = ({ appeal }: { readonly appeal: AppealView }) => {
  const t = useWords(appealWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const { unit, ranking, period } = appeal;
  return (
    <li className={styles.card}>
      <div>
        <SignTag sign={appealSigns[appeal.state]} />
        <h2>
          <Link to={to.rankings({ ranking, period, unit })}>
            {unit} · {ranking} · {sayPeriod(period, now)}
          </Link>
        </h2>
        <p className={styles.note}>{t('by', { who: appeal.by, when: showMoment(appeal.at, today, now) })}</p>
        <p>{appeal.text}</p>
        <Photos hashes={appeal.photos} about={unit} />
        <Contested appeal={appeal} />
      </div>
      <Outcome appeal={appeal} />
    </li>
  );
};

/** The appeals still to be decided, or all of them. */
const List = ({ appeals }: { readonly appeals: readonly AppealView[] }) => {
  const t = useWords(appealWords);
  const to = useAddresses();
  const go = useNavigate();
  const [search] = useSearchParams();
  const open = appeals.filter(({ state }) => state === 'open');
  const state = search.get('state') === 'open' ? 'open' : 'all';
  const shown = state === 'open' ? open : appeals;
  return (
    <>
      <Segmented
        aria-label={t('state')}
        className={styles.states}
        value={state}
        options={[
          { value: 'all', label: t('all', { n: appeals.length }) },
          { value: 'open', label: t('open', { n: open.length }) },
        ]}
        onChange={(next) => void go(to.appeals(next === 'open' ? next : undefined), { replace: true })}
      />
      {shown.length === 0 ? (
        <Nothing>{t('noneOpen')}</Nothing>
      ) : (
        <ul className={styles.cards}>
          {shown.map((appeal) => (
            <Card key={appeal.id} appeal={appeal} />
          ))}
        </ul>
      )}
    </>
  );
};

/** Appeals against published results, newest first, with what upholding each would change for everybody. `?state=open` leaves those to decide. */
export const AppealsPage = () => {
  const t = useWords(appealWords);
  const to = useAddresses();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useAppeals()} rows={8}>
        {(appeals) =>
          appeals.length === 0 ? (
            <Nothing
              action={
                <Link to={to.rankings()}>
                  <Button>{t('toRankings')}</Button>
                </Link>
              }
            >
              {t('none')}
            </Nothing>
          ) : (
            <List appeals={appeals} />
          )
        }
      </Loaded>
    </Page>
  );
};
