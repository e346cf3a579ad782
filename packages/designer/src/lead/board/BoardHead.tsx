import type { Board, Day } from '@xiuhua/engine';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useEnd } from '../campaign/queries.ts';
import styles from './board.module.css';
import { boardWords } from './words.ts';

/** The current phase and what is left of it, or when the campaign was closed in it; outside of every phase it says so. */
const CurrentPhase = ({ board }: { readonly board: Board }) => {
  const t = useWords(boardWords);
  const now = useLanguage();
  const phase = board.phases.find((p) => p.state === 'current');
  const to = useAddresses();
  const end = useEnd();
  if (!phase) return <h1 className={styles.phaseName}>{t('noPhase')}</h1>;
  const running = phase.left === null ? t('longTerm') : phase.left === 0 ? t('lastDay') : t('leftDays', { n: phase.left });
  const left = end ? t('ended', { day: showDay(end.day, board.day, now) }) : running;
  const from = showDay(phase.from, board.day, now);
  const span = phase.to === null ? t('since', { day: from }) : t('until', { from, to: showDay(phase.to, board.day, now) });
  return (
    <div className={styles.phaseName}>
      <h1>{phase.name}</h1>
      <Link to={to.milestones({ phase: phase.name })} className={styles.phaseLeft}>
        {left}
      </Link>
      <small>{span}</small>
    </div>
  );
};

/** The head line of the board: campaign, phase, days left, the day it is seen as of, and what waits for a signature. */
export const BoardHead = ({ board, onDay }: { readonly board: Board; readonly onDay: (day: Day) => void }) => {
  const t = useWords(boardWords);
  const { campaign, today, now = today } = useHere();
  const to = useAddresses();
  const first = board.phases[0]?.from ?? today;
  const id = useId();
  const waiting = board.proposals.filter((proposal) => proposal.state === 'proposed').length;
  return (
    <header className={styles.head} data-guide="head">
      <div>
        <p className={styles.version}>
          {t(useEnd() ? 'atEnd' : 'now')} ·{' '}
          <a href={`/design/${encodeURIComponent(campaign)}/versions`}>{t('version', { n: board.version })}</a>
        </p>
        <CurrentPhase board={board} />
      </div>
      <div className={styles.headRight}>
        <div className={styles.asOf}>
          <label htmlFor={id}>{t('asOf')}</label>
          <DatePicker
            id={id}
            value={dayjs(board.day)}
            allowClear={false}
            inputReadOnly
            disabledDate={(day) => day.format('YYYY-MM-DD') > now || day.format('YYYY-MM-DD') < first}
            onChange={(day) => day && onDay(day.format('YYYY-MM-DD'))}
          />
        </div>
        <Link to={to.wall()} className={styles.waiting}>
          {t('wall')}
        </Link>
        <Link to={to.consequences('proposed')} className={styles.waiting}>
          {t('waiting')} <b>{waiting}</b>
        </Link>
      </div>
    </header>
  );
};
