import type { Standing } from '@xiuhua/engine';
import { Table } from 'antd';
import { groupsOf } from '../say/groups.ts';
import { type Compared, useColumns } from './columns.tsx';
import styles from './rankings.module.css';

/** The order of the units, a table for each group compared; the unit's name opens the reasons. */
export const StandingsTable = (compared: Compared) => {
  const columns = useColumns(compared);
  return groupsOf(compared.standings.rows).map(({ group, rows }) => (
    <section key={group} className={styles.group}>
      {group !== '' && <h2>{group}</h2>}
      <Table<Standing> rowKey="unit" pagination={false} columns={columns} dataSource={[...rows]} className={styles.table} />
    </section>
  ));
};
