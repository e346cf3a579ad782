import { addDays, type Day, type DutyState, type DutyView, periodOf, sayPeriod } from '@xiuhua/engine';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { dutySigns } from '../say/sign.ts';
import styles from './duties.module.css';
import { type Week, weeksOf } from './weeks.ts';
import { dutyWords } from './words.ts';

/** The weeks with what was due, done, open and missed; every number opens its duties. */
export const WeeksTable = ({ duties, today }: { readonly duties: readonly DutyView[]; readonly today: Day }) => {
  const t = useWords(dutyWords);
  const now = useLanguage();
  const to = addresses(useHere().campaign);
  const weeks = weeksOf(duties);
  const [thisWeek, nextWeek] = [periodOf('week', today), periodOf('week', addDays(today, 7))];
  if (weeks.length === 0) return <Nothing>{t('none')}</Nothing>;
  const short = (day: Day) => showDay(day, today, now).replace(/ 周.$|^\w{3} /, '');
  const marked = (week: Week) => (week.week === thisWeek ? t('thisWeek') : week.week === nextWeek ? t('nextWeek') : '');
  const state = (name: DutyState, wide = false): TableColumnsType<Week>[number] => ({
    key: name,
    title: t(name),
    align: 'right',
    ...(wide ? { responsive: ['sm'] } : {}),
    render: (_, week) =>
      week.counts[name] === 0 ? (
        <span className={styles.zero}>0</span>
      ) : (
        <Link
          to={to.duties({ week: week.week, state: name })}
          data-tone={name === 'missed' || name === 'late' ? dutySigns[name].tone : undefined}
        >
          {name === 'missed' && '■ '}
          {week.counts[name]}
        </Link>
      ),
  });
  const columns: TableColumnsType<Week> = [
    {
      key: 'week',
      title: t('week'),
      render: (_, week) => (
        <>
          <Link to={to.duties({ week: week.week })}>
            {short(week.first)} — {short(week.last)}
          </Link>
          <small className={styles.weekNote}>{marked(week) || sayPeriod(week.week, now)}</small>
        </>
      ),
    },
    { key: 'due', title: t('due'), align: 'right', render: (_, week) => <Link to={to.duties({ week: week.week })}>{week.total}</Link> },
    state('done'),
    state('late', true),
    state('open'),
    state('upcoming', true),
    state('missed'),
  ];
  return (
    <Table<Week>
      rowKey="week"
      size="middle"
      columns={columns}
      dataSource={[...weeks]}
      pagination={weeks.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
      className={styles.table}
      rowClassName={(week) => (week.week === thisWeek ? (styles.now ?? '') : '')}
    />
  );
};
