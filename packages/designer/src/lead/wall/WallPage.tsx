import { useQueryClient } from '@tanstack/react-query';
import { type Board, openFindings } from '@xiuhua/engine';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Answers } from '../board/Answers.tsx';
import { IndicatorsPanel } from '../board/IndicatorsPanel.tsx';
import { SeamLine } from '../board/SeamLine.tsx';
import { useAddresses, useHere } from '../campaign/here.ts';
import { campaignKey, useBoard, useEnd } from '../campaign/queries.ts';
import { useReach } from '../campaign/reach.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { MaybeLink } from '../parts/MaybeLink.tsx';
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
  const { title } = useHere();
  const to = useAddresses();
  const phase = board.phases.find(({ state }) => state === 'current');
  const end = useEnd();
  const running = phase && (phase.left === null ? t('longTerm') : phase.left === 0 ? t('last') : t('left', { n: phase.left }));
  const left = end ? t('ended', { day: showDay(end.day, board.day, now) }) : running;
  return (
    <header className={styles.head}>
      <div>
        <p>{title}</p>
        <h1>
          {phase?.name ?? t('noPhase')} {phase && <Link to={to.milestones({ phase: phase.name })}>{left}</Link>}
        </h1>
      </div>
      <p>
        {t('asOf', { day: showDay(board.day, '', now) })} · <Link to={to.board()}>{t('leave')}</Link>
      </p>
    </header>
  );
};

/** Findings and inspections in three large numbers each. */
const Totals = ({ board }: { readonly board: Board }) => {
  const t = useWords(wallWords);
  const { findings, duties } = useReach();
  const counted = board.findings;
  const range = { from: board.phases[0]?.from ?? board.day, to: board.day };
  const figures = {
    findings: [
      ['open', openFindings(counted), findings({ state: 'open' })],
      ['overdue', counted.overdue, findings({ state: 'open', overdue: 'yes' })],
      ['closed', counted.closed, findings({ state: 'closed' })],
    ],
    inspections: [
      ['due', board.duties.due, duties(range)],
      ['done', board.duties.done, duties({ ...range, state: 'done' })],
      ['missed', board.duties.missed, duties({ ...range, state: 'missed' })],
    ],
  } as const;
  return (['findings', 'inspections'] as const).map((title) => (
    <section key={title} className={styles.totals}>
      <h2>{t(title)}</h2>
      <dl className={styles.figures}>
        {figures[title].map(([name, value, to]) => {
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
              <dd>
                <MaybeLink to={to}>{value}</MaybeLink>
              </dd>
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
