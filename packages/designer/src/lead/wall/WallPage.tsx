import { useQueryClient } from '@tanstack/react-query';
import { type Board, openFindings } from '@xiuhua/engine';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Answers } from '../board/Answers.tsx';
import { IndicatorsPanel } from '../board/IndicatorsPanel.tsx';
import { SeamLine } from '../board/SeamLine.tsx';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { campaignKey, useBoard } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Shape } from '../parts/Shape.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Tiles } from './Tiles.tsx';
import styles from './wall.module.css';
import { wallWords } from './words.ts';

/** How often a wall asks again by itself. */
const every = 60_000;

/** Asks for everything anew every minute, as long as the wall is looked at and shows today. */
const useFresh = () => {
  const { campaign, asOf } = useHere();
  const client = useQueryClient();
  useEffect(() => {
    if (asOf !== undefined) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: campaignKey(campaign) }), every);
    return () => clearInterval(timer);
  }, [campaign, asOf, client]);
};

const Head = ({ board }: { readonly board: Board }) => {
  const t = useWords(wallWords);
  const now = useLanguage();
  const { campaign, title } = useHere();
  const phase = board.phases.find(({ state }) => state === 'current');
  const left = phase && (phase.left === null ? t('longTerm') : phase.left === 0 ? t('last') : t('left', { n: phase.left }));
  return (
    <header className={styles.head}>
      <div>
        <p>{title}</p>
        <h1>
          {phase?.name ?? t('noPhase')} <small>{left}</small>
        </h1>
      </div>
      <p>
        {t('asOf', { day: showDay(board.day, '', now) })} · <Link to={addresses(campaign).board()}>{t('leave')}</Link>
      </p>
    </header>
  );
};

/** Findings and inspections in three large numbers each. */
const Totals = ({ board }: { readonly board: Board }) => {
  const t = useWords(wallWords);
  const { findings, duties } = board;
  const figures = {
    findings: [
      ['open', openFindings(findings)],
      ['overdue', findings.overdue],
      ['closed', findings.closed],
    ],
    inspections: [
      ['due', duties.due],
      ['done', duties.done],
      ['missed', duties.missed],
    ],
  } as const;
  return (['findings', 'inspections'] as const).map((title) => (
    <section key={title} className={styles.totals}>
      <h2>{t(title)}</h2>
      <dl className={styles.figures}>
        {figures[title].map(([name, value]) => {
          const late = value > 0 && (name === 'overdue' || name === 'missed');
          return (
            <div key={name} data-tone={late ? 'late' : 'plain'}>
              <dt>
                {late && (
                  <span data-tone="late">
                    <Shape kind="square" size={10} />{' '}
                  </span>
                )}
                {t(name)}
              </dt>
              <dd>{value}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  ));
};

/** The board for a screen on the wall: larger, without menus, fresh every minute; units as tiles of a schematic map. */
export const WallPage = () => {
  const t = useWords(wallWords);
  useTitle(t('title'));
  useFresh();
  return (
    <div className={styles.wall}>
      <Loaded query={useBoard()} rows={12}>
        {(board) => (
          <>
            <Head board={board} />
            <Answers board={board} />
            <section className={styles.line}>
              <SeamLine phases={board.phases} day={board.day} />
            </section>
            <div className={styles.columns}>
              <div>
                <Tiles board={board} />
                <div className={styles.pair}>
                  <Totals board={board} />
                </div>
              </div>
              <IndicatorsPanel />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
};
