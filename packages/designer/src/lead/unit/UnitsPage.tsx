import { type Board, type CompiledPlan, openFindings, sayPeriod } from '@xiuhua/engine';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useBoard, usePlan } from '../campaign/queries.ts';
import { useReach } from '../campaign/reach.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Shape } from '../parts/Shape.tsx';
import { alignedPoints, decimalsOf } from '../say/number.ts';
import { tasksOf } from './roles.ts';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

interface UnitRow {
  readonly unit: string;
  readonly tasks: number;
  readonly open: number;
  readonly overdue: number;
  readonly rank: number | null;
  readonly points: number | undefined;
}

/** A row for each unit of the plan; units never named by a finding have zeros. */
const rowsOf = (plan: CompiledPlan, board: Board): readonly UnitRow[] =>
  plan.plan.organization.units.map(({ name: unit }) => {
    const findings = board.units.find((counted) => counted.unit === unit);
    const standing = board.standings[0]?.standings.rows.find((row) => row.unit === unit);
    return {
      unit,
      tasks: tasksOf(plan, unit).length,
      open: findings ? openFindings(findings) : 0,
      overdue: findings?.overdue ?? 0,
      rank: standing?.rank ?? null,
      points: standing?.points,
    };
  });

const UnitsTable = ({ plan, board }: { readonly plan: CompiledPlan; readonly board: Board }) => {
  const t = useWords(unitWords);
  const now = useLanguage();
  const { to, findings } = useReach();
  const rows = rowsOf(plan, board);
  const decimals = decimalsOf(rows.flatMap((row) => row.points ?? []));
  const newest = board.standings[0]?.standings;
  const why = (unit: string) => to.rankings({ ranking: newest?.ranking, period: newest?.period, unit });
  const columns: TableColumnsType<UnitRow> = [
    {
      key: 'unit',
      title: t('unit'),
      render: (_, row) => (
        <Link to={to.unit(row.unit)} className={styles.name}>
          {row.unit}
        </Link>
      ),
    },
    {
      key: 'tasks',
      title: t('tasks'),
      align: 'right',
      responsive: ['sm'],
      render: (_, row) => <Link to={to.unit(row.unit)}>{row.tasks}</Link>,
      sorter: (a, b) => a.tasks - b.tasks,
    },
    {
      key: 'open',
      title: t('open'),
      align: 'right',
      sorter: (a, b) => a.open - b.open,
      render: (_, row) => <MaybeLink to={findings({ unit: row.unit, state: 'open' })}>{row.open}</MaybeLink>,
    },
    {
      key: 'overdue',
      title: t('overdue'),
      align: 'right',
      sorter: (a, b) => a.overdue - b.overdue,
      render: (_, row) => (
        <MaybeLink
          to={findings({ unit: row.unit, state: 'open', overdue: 'yes' })}
          className={row.overdue === 0 ? undefined : styles.overdue}
        >
          {row.overdue > 0 && <Shape kind="square" size={10} />} {row.overdue}
        </MaybeLink>
      ),
    },
    {
      key: 'rank',
      title: t('rank'),
      align: 'right',
      sorter: (a, b) => (a.rank ?? 9999) - (b.rank ?? 9999),
      render: (_, row) => (row.rank === null ? '—' : <Link to={why(row.unit)}>{row.rank}</Link>),
    },
    {
      key: 'points',
      title: t('points'),
      align: 'right',
      responsive: ['sm'],
      sorter: (a, b) => (a.points ?? -1) - (b.points ?? -1),
      render: (_, row) => (row.points === undefined ? '—' : <Link to={why(row.unit)}>{alignedPoints(row.points, decimals)}</Link>),
    },
  ];
  return (
    <>
      {newest && <p className={styles.note}>{t('latest', { ranking: newest.ranking, period: sayPeriod(newest.period, now) })}</p>}
      <Table<UnitRow>
        rowKey="unit"
        pagination={false}
        columns={columns}
        dataSource={[...rows]}
        className={styles.table}
        showSorterTooltip={false}
      />
    </>
  );
};

/** All units of the plan with their tasks, open findings and newest rank. */
export const UnitsPage = () => {
  const t = useWords(unitWords);
  const plan = usePlan();
  const board = useBoard();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={plan} rows={10}>
        {(inForce) =>
          inForce.plan.organization.units.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <Loaded query={board} rows={10}>
              {(now) => <UnitsTable plan={inForce} board={now} />}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
};
