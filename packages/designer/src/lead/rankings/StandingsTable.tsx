import { type Standing, type Standings, sayPeriod } from '@xiuhua/engine';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useReach } from '../campaign/reach.ts';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { MovementMark } from '../parts/MovementMark.tsx';
import { Source } from '../parts/Source.tsx';
import { movement } from '../say/movement.ts';
import { alignedPoints, decimalsOf, signedPoints } from '../say/number.ts';
import { heaviest } from '../say/reasons.ts';
import { doorWords } from '../words.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

interface StandingsTableProps {
  readonly standings: Standings;
  /** The published period before, for the movement; `loading` while it is on its way. */
  readonly before: Standings | undefined | 'loading';
}

/** The order of the units with points, inspections and movement; the unit's name opens the reasons. */
export const StandingsTable = ({ standings, before }: StandingsTableProps) => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { to, duties } = useReach();
  const decimals = decimalsOf(standings.rows.map((row) => row.points));
  const why = (row: Standing) => to.rankings({ ranking: standings.ranking, period: standings.period, unit: row.unit });
  const note = (row: Standing) => (row.why === undefined ? '' : t(row.why === 'not-inspected' ? 'notInspected' : 'groupTooSmall'));
  const columns: TableColumnsType<Standing> = [
    { key: 'rank', title: t('rank'), align: 'right', width: 56, render: (_, row) => row.rank ?? '—' },
    {
      key: 'unit',
      title: t('unit'),
      render: (_, row) => (
        <>
          <Link to={why(row)}>{row.unit}</Link>
          {row.rank === null && <small className={styles.rowNote}>{note(row)}</small>}
        </>
      ),
    },
    {
      key: 'heaviest',
      title: t('heaviest'),
      responsive: ['lg'],
      render: (_, row) => {
        const worst = heaviest(row.reason);
        if (!worst) return <span className={styles.rowNote}>{t('noLoss')}</span>;
        return (
          <Link to={why(row)} className={styles.points}>
            {worst.name} {signedPoints(worst.points)} <Source clause={worst.source} />
          </Link>
        );
      },
    },
    {
      key: 'points',
      title: t('points'),
      align: 'right',
      width: 96,
      render: (_, row) => (
        <Link to={why(row)} className={styles.points}>
          {alignedPoints(row.points, decimals)}
          <small>{door('points')}</small>
        </Link>
      ),
    },
    {
      key: 'inspections',
      title: t('inspections'),
      align: 'right',
      width: 112,
      responsive: ['sm'],
      render: (_, row) => (
        <MaybeLink to={duties({ from: standings.from, to: standings.to, state: 'visited', unit: row.unit })} className={styles.points}>
          {row.inspections}
          <small>{door('times')}</small>
        </MaybeLink>
      ),
    },
    {
      key: 'movement',
      title: (
        <span
          title={
            before && before !== 'loading'
              ? `${t('movementLong')} ${t('against', { period: sayPeriod(before.period, now) })}`
              : t('noEarlier')
          }
        >
          {t('movement')}
        </span>
      ),
      align: 'right',
      width: 88,
      render: (_, row) => before !== 'loading' && <MovementMark movement={movement(row.unit, standings, before)} />,
    },
  ];
  return <Table<Standing> rowKey="unit" pagination={false} columns={columns} dataSource={[...standings.rows]} className={styles.table} />;
};
