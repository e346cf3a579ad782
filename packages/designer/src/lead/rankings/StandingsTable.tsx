import { type Standing, type Standings, sayPeriod } from '@xiuhua/engine';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { MovementMark } from '../parts/MovementMark.tsx';
import { movement } from '../say/movement.ts';
import { alignedPoints, decimalsOf } from '../say/number.ts';
import { doorWords } from '../words.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

interface StandingsTableProps {
  readonly standings: Standings;
  /** The published period before, for the movement. */
  readonly before: Standings | undefined;
}

/** The order of the units with points, inspections and movement; the unit's name opens the reasons. */
export const StandingsTable = ({ standings, before }: StandingsTableProps) => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const to = addresses(useHere().campaign);
  const decimals = decimalsOf(standings.rows.map((row) => row.points));
  const why = (row: Standing) => to.rankings({ ranking: standings.ranking, period: standings.period, unit: row.unit });
  const note = (row: Standing) => (row.why === undefined ? '' : t(row.why === 'not-inspected' ? 'notInspected' : 'groupTooSmall'));
  const columns: TableColumnsType<Standing> = [
    { key: 'rank', title: t('rank'), align: 'right', width: 64, render: (_, row) => row.rank ?? '—' },
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
      key: 'points',
      title: t('points'),
      align: 'right',
      width: 112,
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
        <Link to={to.duties({ from: standings.from, to: standings.to, state: 'done', unit: row.unit })} className={styles.points}>
          {row.inspections}
          <small>{door('times')}</small>
        </Link>
      ),
    },
    {
      key: 'movement',
      title: <span title={before ? t('against', { period: sayPeriod(before.period, now) }) : t('noEarlier')}>{t('movement')}</span>,
      align: 'right',
      width: 104,
      render: (_, row) => <MovementMark movement={movement(row.unit, standings, before)} />,
    },
  ];
  return (
    <Table<Standing>
      rowKey="unit"
      size="middle"
      pagination={false}
      columns={columns}
      dataSource={[...standings.rows]}
      className={styles.table}
    />
  );
};
