import { type Standing, type Standings, sayPeriod } from '@xiuhua/engine';
import type { TableColumnsType } from 'antd';
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

/** The standings shown and the published ones before, for the movement; `loading` while those are on their way. */
export interface Compared {
  readonly standings: Standings;
  readonly before: Standings | undefined | 'loading';
}

type Column = TableColumnsType<Standing>[number];

const useWhy = ({ ranking, period }: Standings) => {
  const { to } = useReach();
  return (row: Standing) => to.rankings({ ranking, period, unit: row.unit });
};

/** Who: rank and unit, with the reason why a unit has no rank. */
const useNames = ({ standings }: Compared): readonly Column[] => {
  const t = useWords(rankingWords);
  const why = useWhy(standings);
  return [
    { key: 'rank', title: t('rank'), align: 'right', width: 44, render: (_, row) => row.rank ?? '—' },
    {
      key: 'unit',
      title: t('unit'),
      render: (_, row) => (
        <>
          <Link to={why(row)}>{row.unit}</Link>
          {row.why !== undefined && <small className={styles.rowNote}>{t(row.why)}</small>}
        </>
      ),
    },
  ];
};

/** How much and why: what cost most, the points with the grade they reach. A void score has no points. */
const usePoints = ({ standings }: Compared): readonly Column[] => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const why = useWhy(standings);
  const decimals = decimalsOf(standings.rows.map((row) => row.points));
  return [
    {
      key: 'heaviest',
      title: t('heaviest'),
      responsive: ['lg'],
      render: (_, row) => {
        const worst = heaviest(row.reason);
        if (!worst) return <span className={styles.rowNote}>{row.reason && t('noLoss')}</span>;
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
      width: 76,
      render: (_, row) =>
        row.reason === null ? (
          '—'
        ) : (
          <Link to={why(row)} className={styles.points}>
            {alignedPoints(row.points, decimals)}
            <small>{row.grade?.name ?? door('points')}</small>
          </Link>
        ),
    },
  ];
};

/** On what: the inspections, and the movement against the period before. */
const useGround = ({ standings, before }: Compared): readonly Column[] => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { duties } = useReach();
  const known = before === undefined || before === 'loading' ? undefined : before;
  const hint = known ? `${t('movementLong')} ${t('against', { period: sayPeriod(known.period, now) })}` : t('noEarlier');
  return [
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
      title: <span title={hint}>{t('movement')}</span>,
      align: 'right',
      width: 60,
      render: (_, row) => before !== 'loading' && <MovementMark movement={movement(row.unit, standings, known)} />,
    },
  ];
};

/** The columns of the standings. */
export const useColumns = (compared: Compared): TableColumnsType<Standing> => [
  ...useNames(compared),
  ...usePoints(compared),
  ...useGround(compared),
];
