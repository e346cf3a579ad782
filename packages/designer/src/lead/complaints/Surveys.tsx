import { type AwaitedReading, type IndicatorView, sayPeriod } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useIndicators, usePlan } from '../campaign/queries.ts';
import { sayFigure } from '../indicators/figure.ts';
import { ReportForm } from '../indicators/ReportForm.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { readingSigns } from '../say/sign.ts';
import styles from './complaints.module.css';
import { complaintWords } from './words.ts';

/** The results of one survey, newest first, and the periods whose result is still to be entered. */
const Results = ({ view, most }: { readonly view: IndicatorView; readonly most: number }) => {
  const t = useWords(complaintWords);
  const now = useLanguage();
  const { actor } = useHere();
  const may = useMay('ReportReading');
  const [entering, setEntering] = useState<AwaitedReading>();
  const mine = (awaited: AwaitedReading) => may && (awaited.by.includes(actor.unit) || actor.roles.includes('office'));
  const results = view.readings.toReversed().slice(0, most);
  return (
    <>
      <ul className={styles.results}>
        {view.awaited
          .toReversed()
          .slice(0, most)
          .map((awaited) => (
            <li key={`${awaited.period} ${awaited.scope.name}`}>
              <span>{[sayPeriod(awaited.period, now), awaited.scope.name].filter(Boolean).join(' · ')}</span>
              {mine(awaited) ? (
                <Button size="small" onClick={() => setEntering(awaited)}>
                  {t('enter')}
                </Button>
              ) : (
                <small>{t('awaited')}</small>
              )}
            </li>
          ))}
        {results.map((reading) => (
          <li key={reading.id}>
            <span>{sayPeriod(reading.period, now)}</span>
            <span className={styles.result}>
              {sayFigure(reading.figure, view.unit)} <SignTag sign={readingSigns[reading.state]} />
            </span>
          </li>
        ))}
      </ul>
      {entering && <ReportForm view={view} awaited={entering} onClose={() => setEntering(undefined)} />}
    </>
  );
};

/** The surveys of the plan: who is asked, how many at least, and their results; a result is a reading of an indicator. */
export const Surveys = () => {
  const t = useWords(complaintWords);
  const to = useAddresses();
  const surveys = usePlan().data?.publicity.surveys ?? [];
  const indicators = useIndicators().data ?? [];
  if (surveys.length === 0) return null;
  return (
    <Panel title={t('surveys')}>
      <ul className={styles.channels}>
        {surveys.map(({ survey, source }) => {
          const view = indicators.find(({ name }) => name === survey.indicator);
          return (
            <li key={survey.name}>
              <b>{survey.name}</b>
              <small>
                {t('asked', { among: survey.among, sample: survey.sample, by: survey.by })} <Source clause={source} />
              </small>
              <Link to={to.indicators({ indicator: survey.indicator })}>{survey.indicator}</Link>
              {view && <Results view={view} most={4} />}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
