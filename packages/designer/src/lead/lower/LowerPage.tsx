import { type IndicatorView, type LowerRanking, type LowerView, say, sayPeriod } from '@xiuhua/engine';
import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { Fold } from '../parts/Fold.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { useInSight } from '../parts/useInSight.ts';
import { indicatorSigns, lowerSign } from '../say/sign.ts';
import { LowerFindings } from './LowerFindings.tsx';
import styles from './lower.module.css';
import { useLowers } from './useLowers.ts';
import { lowerWords } from './words.ts';

const Indicators = ({ id, views }: { readonly id: string; readonly views: readonly IndicatorView[] }) => {
  const t = useWords(lowerWords);
  const to = addresses(id);
  if (views.length === 0) return <p className={styles.note}>{t('noIndicators')}</p>;
  return (
    <div className={styles.indicators}>
      {views.flatMap((view) =>
        view.targets.slice(0, 1).map((target) => (
          <Fragment key={view.name}>
            <Link to={to.indicators({ indicator: view.name })}>{view.name}</Link>
            <span className={styles.value}>{target.value ? `${target.value.shown} ${view.unit}` : t('noValue')}</span>
            <SignTag sign={indicatorSigns[target.state]} />
          </Fragment>
        )),
      )}
    </div>
  );
};

/** Who is first and last there, and the way to the whole ranking. */
const Rankings = ({ id, rankings }: { readonly id: string; readonly rankings: readonly LowerRanking[] }) => {
  const t = useWords(lowerWords);
  const language = useLanguage();
  return rankings.map(({ ranking, period, first, last }) => (
    <p key={ranking} className={styles.ranking}>
      <Link to={addresses(id).rankings({ ranking, period })}>{t('ranking', { ranking, period: sayPeriod(period, language) })}</Link>
      {first.length === 0 && <span className={styles.note}>{t('nobody')}</span>}
      {first.length > 0 && <span>{t('first', { units: first.join('、') })}</span>}
      {last.length > 0 && <span>{t('last', { units: last.join('、') })}</span>}
    </p>
  ));
};

const Lower = ({ id, view, open }: { readonly id: string; readonly view: LowerView; readonly open: boolean }) => {
  const t = useWords(lowerWords);
  const language = useLanguage();
  const { today } = useHere();
  const more = <Link to={addresses(id).board()}>{t('open')}</Link>;
  return (
    <Panel id={id} title={view.title} note={view.as ? t('as', { unit: view.as }) : view.issuer} more={more}>
      <p className={styles.marks}>
        <SignTag sign={lowerSign(view)} />
        {view.breaches.length > 0 && <span>{t('breaches', { n: view.breaches.length })}</span>}
        <span>{t('minutes', view.minutes)}</span>
        <span>
          <LowerFindings id={id} view={view} />
        </span>
        {!view.current && (
          <span>
            {t('stale')}
            {view.until && ` · ${t(view.overdue ? 'overdue' : 'until', { day: showDay(view.until, today, language) })}`}
          </span>
        )}
      </p>
      {view.additions > 0 && (
        <Fold
          summary={[t('additions', { n: view.additions }), view.withoutReason > 0 && t('noReason', { n: view.withoutReason })]
            .filter(Boolean)
            .join('，')}
          open={open}
        >
          <ol className={styles.added}>
            {view.added.map(({ name, source, reason }, i) => (
              <li key={`${name} ${source} ${i.toString()}`}>
                {name} <Source clause={source} />{' '}
                <span className={styles.note}>{reason ? t('reason', { reason }) : `▲ ${t('without')}`}</span>
              </li>
            ))}
          </ol>
        </Fold>
      )}
      {view.approved.map(({ clause, approval }) => (
        <p key={clause} className={styles.note}>
          ▲ {t('approved', { clause, approval })}
        </p>
      ))}
      {view.breaches.length > 0 && (
        <ul>
          {view.breaches.map((breach) => (
            <li key={breach.at + breach.code}>{say(breach, language)}</li>
          ))}
        </ul>
      )}
      <Rankings id={id} rankings={view.rankings} />
      <Indicators id={id} views={view.indicators} />
    </Panel>
  );
};

/** The plans that rest on this one: looser or not, what they add, how the shared indicators stand. */
export const LowerPage = () => {
  const t = useWords(lowerWords);
  const language = useLanguage();
  const lowers = useLowers();
  const [search] = useSearchParams();
  const of = search.get('of') ?? undefined;
  useInSight(lowers.data && of);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={lowers}>
        {({ ids, lowers: views, missing, split }) =>
          views.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <div className={styles.lowers}>
              {(split.length > 0 || missing.length > 0) && (
                <Panel title={t('split')}>
                  {missing.length > 0 && (
                    <p className={styles.late}>
                      <Shape kind="square" size={10} /> {t('missing', { units: missing.join('、') })}
                    </p>
                  )}
                  <ul>
                    {split.map((found) => (
                      <li key={found.at}>{say(found, language)}</li>
                    ))}
                  </ul>
                </Panel>
              )}
              {views.map((view, i) => (
                <Lower key={ids[i]} id={ids[i] ?? ''} view={view} open={ids[i] === of} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};
