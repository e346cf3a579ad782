import { type ClosingView, type LateRecord, type StandingsView, sayPeriod, showPoints } from '@xiuhua/engine';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { oversees, useAddresses, useHere } from '../campaign/here.ts';
import { useClosing } from '../campaign/queries.ts';
import { Fold } from '../parts/Fold.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Changes } from './Changes.tsx';
import { CorrectButton } from './CorrectButton.tsx';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

const most = 20;

const useLate = () => {
  const t = useWords(rankingWords);
  return ({ unit, rank, cost, falls }: LateRecord): string => {
    if (rank === null) return t('lateEnters', { unit });
    if (cost === null || falls === null) return t('lateUnknown', { unit, rank });
    return t(falls === rank ? 'lateSame' : 'lateFalls', { unit, rank, cost: showPoints(cost), falls });
  };
};

const LateList = ({ late }: { readonly late: readonly LateRecord[] }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const { today } = useHere();
  const say = useLate();
  const telling = late.toSorted((a, b) => Number(b.falls !== b.rank) - Number(a.falls !== a.rank));
  return (
    <ul className={styles.late}>
      {telling.slice(0, most).map((record) => (
        <li key={`${record.duty.id} ${record.unit}`}>
          <span>
            {showDay(record.duty.due, today, now)} · {record.duty.site}
          </span>
          <span>{say(record)}</span>
        </li>
      ))}
      {late.length > most && <li>{t('closingMore', { n: late.length - most })}</li>}
    </ul>
  );
};

/** What is missing before the period is closed, each kind with its list. */
const Lacking = ({ closing }: { readonly closing: ClosingView }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const to = useAddresses();
  const { late, unranked, awaited, unconfirmed, open } = closing;
  const parts: readonly (ReactNode | false)[] = [
    late.length > 0 && (
      <Fold key="late" summary={t('closingLate', { n: late.length })}>
        <LateList late={late} />
      </Fold>
    ),
    unranked.length > 0 && (
      <Fold key="unranked" summary={t('closingUnranked', { n: unranked.length })}>
        <ul className={styles.late}>
          {unranked.map(({ unit, why }) => (
            <li key={unit}>
              <Link to={to.unit(unit)}>{unit}</Link>
              <span>{t(why)}</span>
            </li>
          ))}
        </ul>
      </Fold>
    ),
    awaited.length > 0 && (
      <Fold key="awaited" summary={t('closingAwaited', { n: awaited.length })}>
        <ul className={styles.late}>
          {awaited.slice(0, most).map((one) => (
            <li key={`${one.indicator} ${one.period} ${one.scope.name}`}>
              <Link to={to.indicators({ indicator: one.indicator })}>
                {one.indicator} · {sayPeriod(one.period, now)}
              </Link>
              <span>{one.scope.name || one.by.join('、')}</span>
            </li>
          ))}
          {awaited.length > most && <li>{t('closingMore', { n: awaited.length - most })}</li>}
        </ul>
      </Fold>
    ),
    unconfirmed > 0 && (
      <p key="unconfirmed">
        <Link to={to.indicators({ state: 'waiting' })}>{t('closingUnconfirmed', { n: unconfirmed })}</Link>
      </p>
    ),
    open > 0 && (
      <p key="open">
        <Link to={to.findings({ state: 'open' })}>{t('closingOpen', { n: open })}</Link>
      </p>
    ),
  ];
  const shown = parts.filter(Boolean);
  return <div className={styles.lacking}>{shown.length === 0 ? <p>{t('closingNone')}</p> : shown}</div>;
};

/**
 * For those who oversee: before publication who is missing and what a late record would change; after it, whether the
 * records known now say something else, and the way to issue it anew.
 */
export const Closing = ({ view }: { readonly view: StandingsView }) => {
  const t = useWords(rankingWords);
  const { actor, asOf } = useHere();
  const { ranking, period } = view.standings;
  const may = oversees(actor) && asOf === undefined && view.over;
  const { data } = useClosing(ranking, period, may);
  if (!may || !data) return null;
  if (!view.published)
    return (
      <div className={styles.beforeTable}>
        <Panel title={t('closing')} note={t('closingLead')}>
          <Lacking closing={data} />
        </Panel>
      </div>
    );
  if (data.changes.length === 0) return null;
  return (
    <div className={styles.after}>
      <Panel title={t('correctNeeded', { n: data.changes.length })} more={<CorrectButton view={view} changes={data.changes} />}>
        <Changes changes={data.changes} />
      </Panel>
    </div>
  );
};
