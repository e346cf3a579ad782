import type { Cause, Reason } from '@xiuhua/engine';
import { sayPeriod } from '@xiuhua/engine';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { Source } from '../parts/Source.tsx';
import { signedPoints } from '../say/number.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

type RecordCause = Extract<Cause, { readonly finding: string }>;

/** The visit at which a finding was made: the part of its id before the item's number. */
const visitOf = (cause: RecordCause): string =>
  cause.kind === 'answer' ? cause.submission : cause.finding.slice(0, cause.finding.lastIndexOf('/'));

/** A leaf in three lines: when and where, what, and the ways on. */
interface Told {
  readonly where: string;
  readonly what: string;
  readonly links: ReactNode;
}

const useTold = (): ((cause: Cause, open: boolean) => Told) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const record = (cause: RecordCause, open: boolean): Told => {
    const spots = cause.kind === 'answer' && cause.count > 1 ? ` · ${t('spots', { n: cause.count })}` : '';
    const what =
      cause.kind === 'answer' ? t('failed', { item: cause.item }) : t('dueOn', { item: cause.item, due: showDay(cause.due, today, now) });
    const links = open && (
      <>
        <Link to={to.visit(visitOf(cause))}>{t('visit')}</Link>
        <Link to={to.finding(cause.finding)}>{t('finding')}</Link>
      </>
    );
    return { where: `${showDay(cause.day, today, now)} · ${cause.site}`, what: `${what}${spots}`, links };
  };
  const readings = (indicator: string) => <Link to={to.indicators({ indicator })}>{t('readings')}</Link>;
  return (cause, open) => {
    switch (cause.kind) {
      case 'answer':
      case 'rectification':
        return record(cause, open);
      case 'milestone':
        return {
          where: t('by', { day: showDay(cause.day, today, now) }),
          what: t('missedMilestone', { milestone: cause.milestone }),
          links: <Link to={to.milestones({ milestone: cause.milestone })}>{t('milestone')}</Link>,
        };
      case 'figure':
        return {
          where: sayPeriod(cause.period, now),
          what: t('figure', { indicator: cause.indicator, shown: cause.shown }),
          links: readings(cause.indicator),
        };
      case 'no-figure':
        return {
          where: sayPeriod(cause.period, now),
          what: t('noFigure', { indicator: cause.indicator }),
          links: readings(cause.indicator),
        };
    }
  };
};

/** One record that moved points: when, where, what, and the ways to the visit with its photos and to the finding. */
export const Leaf = ({ reason, cause, open }: { readonly reason: Reason; readonly cause: Cause; readonly open: boolean }) => {
  const { where, what, links } = useTold()(cause, open);
  return (
    <li className={styles.leaf}>
      <span>
        <span className={styles.leafWhere}>{where}</span>
        <span>{what}</span>
        <span className={styles.leafLinks}>
          {links}
          <Source clause={reason.source} />
        </span>
      </span>
      <span className={styles.leafPoints}>{signedPoints(reason.points)}</span>
    </li>
  );
};
