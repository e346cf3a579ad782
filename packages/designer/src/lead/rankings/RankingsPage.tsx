import { type PeriodView, type StandingsView, sayPeriod } from '@xiuhua/engine';
import { Button, Select } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useOutline, usePeriods, usePlan, useStandings } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { showMoment } from '../say/moment.ts';
import { publishedBefore } from '../say/period.ts';
import { periodSign, signWords } from '../say/sign.ts';
import { Closing } from './Closing.tsx';
import { Issues } from './Issues.tsx';
import { LuckPanel } from './LuckPanel.tsx';
import { PublishButton } from './PublishButton.tsx';
import styles from './rankings.module.css';
import { StandingsTable } from './StandingsTable.tsx';
import { WhyPanel } from './WhyPanel.tsx';
import { rankingWords } from './words.ts';

/** Whether these standings are a fact, and if so by whom and when; said plainly. */
const Standing = ({ view, earlier }: { readonly view: StandingsView; readonly earlier: string | undefined }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const { today } = useHere();
  const { from, to } = view.standings;
  const said = view.published
    ? t('publishedBy', { when: showMoment(view.publishedAt, today, now), who: view.publishedBy })
    : t(view.over ? 'provisional' : 'running');
  return (
    <p className={styles.state} data-published={view.published}>
      <SignTag sign={periodSign(view)} />
      <span>{said}</span>
      <small>{t('counted', { from: showDay(from, today, now), to: showDay(to, today, now) })}</small>
      {earlier !== undefined && <small>{`${t('movementLong')} ${t('against', { period: sayPeriod(earlier, now) })}`}</small>}
    </p>
  );
};

/** The periods that are over and not published, when there are several: each a press away. */
const ToPublish = ({ periods }: { readonly periods: readonly PeriodView[] }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const to = useAddresses();
  const waiting = periods.filter(({ over, published }) => over && !published);
  if (waiting.length < 2) return null;
  return (
    <p className={styles.toPublish}>
      {t('toPublish', { n: waiting.length })}
      {waiting.map(({ ranking, period }) => (
        <Link key={`${ranking} ${period}`} to={to.rankings({ ranking, period })}>
          {ranking} · {sayPeriod(period, now)}
        </Link>
      ))}
    </p>
  );
};

interface ChosenProps {
  readonly periods: readonly PeriodView[];
  readonly chosen: PeriodView;
  readonly choose: (params: { readonly ranking: string; readonly period?: string; readonly unit?: string }) => void;
  readonly unit: string | undefined;
}

/** The standings of the chosen period, with what can be done about them. */
const Chosen = ({ periods, chosen, choose, unit }: ChosenProps) => {
  const t = useWords(rankingWords);
  const words = useWords(signWords);
  const now = useLanguage();
  const { ranking, period } = chosen;
  const query = useStandings(ranking, period);
  const earlier = publishedBefore(periods, ranking, period);
  const before = useOutline(ranking, earlier);
  const rankings = [...new Set(periods.map((view) => view.ranking))];
  const options = periods
    .filter((view) => view.ranking === ranking)
    .map((view) => ({ value: view.period, label: `${sayPeriod(view.period, now)} · ${words(periodSign(view).word)}` }));
  return (
    <>
      <div className={styles.choice}>
        {rankings.length > 1 && (
          <Select
            aria-label={t('ranking')}
            value={ranking}
            options={rankings.map((name) => ({ value: name, label: name }))}
            onChange={(next) => choose({ ranking: next })}
          />
        )}
        <Select
          aria-label={t('period')}
          value={period}
          options={options}
          onChange={(next) => choose({ ranking, period: next })}
          popupMatchSelectWidth={false}
        />
        <span className={styles.deeds}>
          <TableLinks table="standings" of={{ ranking, period }} />
          {query.data && <PublishButton key={`${ranking}${period}`} view={query.data} />}
        </span>
      </div>
      <ToPublish periods={periods} />
      <Loaded query={query} rows={10}>
        {(view) => (
          <>
            <Standing view={view} earlier={earlier} />
            <Issues view={view} />
            {!view.published && <Closing view={view} />}
            <StandingsTable standings={view.standings} before={earlier === undefined ? undefined : (before.data?.standings ?? 'loading')} />
            {view.published && <Closing view={view} />}
            <LuckPanel standings={view.standings} />
            <WhyPanel view={view} unit={unit} onClose={() => choose({ ranking, period })} />
          </>
        )}
      </Loaded>
    </>
  );
};

/** Rankings by period: published or provisional, with the reasons behind every point. `?ranking=&period=&unit=`. */
export const RankingsPage = () => {
  const t = useWords(rankingWords);
  const to = useAddresses();
  const go = useNavigate();
  const [search] = useSearchParams();
  const query = usePeriods();
  const plan = usePlan().data;
  const choose: ChosenProps['choose'] = (params) => void go(to.rankings(params));
  const pick = (periods: readonly PeriodView[]): PeriodView | undefined => {
    const ranking = search.get('ranking') ?? periods[0]?.ranking;
    const mine = periods.filter((view) => view.ranking === ranking);
    return mine.find((view) => view.period === search.get('period')) ?? mine.find((view) => view.over) ?? mine[0] ?? periods[0];
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={query} rows={10}>
        {(periods) => {
          const chosen = pick(periods);
          if (!chosen) {
            if (plan?.rankings.size === 0) return <Nothing>{t('noRanking')}</Nothing>;
            return (
              <Nothing
                action={
                  <Link to={to.duties()}>
                    <Button>{t('toDuties')}</Button>
                  </Link>
                }
              >
                {t('none')}
              </Nothing>
            );
          }
          return <Chosen periods={periods} chosen={chosen} choose={choose} unit={search.get('unit') ?? undefined} />;
        }}
      </Loaded>
    </Page>
  );
};
