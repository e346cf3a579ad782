import { addDays, type Day, type DutyState, type DutyWeek, periodOf, sayPeriod } from '@xiuhua/engine';
import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { type Language, useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { Shape } from '../parts/Shape.tsx';
import { shortDay } from '../say/moment.ts';
import { dutySigns } from '../say/sign.ts';
import styles from './duties.module.css';
import { dutyWords } from './words.ts';

/** The days of a week, short: 11月23—29日, 10月26日—11月1日. */
const sayWeek = ({ first, last }: DutyWeek, language: Language): string => {
  const [month, until, from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7)), Number(first.slice(8)), Number(last.slice(8))];
  if (language === 'zh') return month === until ? `${month}月${from}—${to}日` : `${month}月${from}日—${until}月${to}日`;
  return month === until
    ? `${from} – ${shortDay(last, last, language)}`
    : `${shortDay(first, first, language)} – ${shortDay(last, last, language)}`;
};

/** The weeks with what was due, done, open and missed; every number opens its duties. */
export const WeeksTable = ({ weeks: all, today }: { readonly weeks: readonly DutyWeek[]; readonly today: Day }) => {
  const t = useWords(dutyWords);
  const now = useLanguage();
  const to = useAddresses();
  const [thisWeek, nextWeek] = [periodOf('week', today), periodOf('week', addDays(today, 7))];
  const weeks = all.filter((week) => week.week <= nextWeek);
  if (weeks.length === 0) return <Nothing>{t('none')}</Nothing>;
  const marked = (week: DutyWeek) => (week.week === thisWeek ? t('thisWeek') : week.week === nextWeek ? t('nextWeek') : '');
  const state = (name: DutyState, wide = false): TableColumnsType<DutyWeek>[number] => ({
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
          {name === 'missed' && <Shape kind="square" size={10} />}
          {week.counts[name]}
        </Link>
      ),
  });
  const columns: TableColumnsType<DutyWeek> = [
    {
      key: 'week',
      title: t('week'),
      render: (_, week) => (
        <>
          <Link to={to.duties({ week: week.week })} className={styles.week}>
            {sayWeek(week, now)}
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
    <Table<DutyWeek>
      rowKey="week"
      columns={columns}
      dataSource={[...weeks]}
      pagination={weeks.length > 30 ? { pageSize: 30, showSizeChanger: false } : false}
      className={styles.table}
      rowClassName={(week) => (week.week === thisWeek ? (styles.now ?? '') : '')}
    />
  );
};
