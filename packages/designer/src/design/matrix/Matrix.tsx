import { SnippetsOutlined } from '@ant-design/icons';
import { Button, Input, Pagination, Segmented } from 'antd';
import { lazy, memo, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useAt, useDesk } from '../desk/context.ts';
import { cell, type Cell as Kept } from '../desk/store.ts';
import { type TaskRole, taskRoles } from '../draft/edits.ts';
import { isList, type Json, textOf } from '../draft/json.ts';
import { LoadStrip } from './LoadStrip.tsx';
import { type CellEvents, gridKeys, MatrixRow } from './MatrixRow.tsx';
import { type Column, columnsOf, type Load, loadsOf } from './matrix.ts';
import { matrixWords } from './words.ts';
import './matrix.css';

/** The dialog and its table come with the first paste. */
const PasteDialog = lazy(() => import('./PasteDialog.tsx').then((m) => ({ default: m.PasteDialog })));

/** Tasks shown at once; longer tables are turned over in pages and searched. */
const pageSize = 40;

const none: readonly Json[] = [];

interface EndProps {
  readonly columns: readonly Column[];
  readonly loads: readonly Load[];
}

/** The parties along the top; on hover the whole load of each. */
const Head = memo(({ columns, look }: { readonly columns: readonly Column[]; readonly look: (column: number) => void }) => {
  const t = useWords(matrixWords);
  return (
    <thead>
      <tr>
        <th scope="col">{t('task')}</th>
        <th scope="col" className="matrix-lead">
          {t('lead')}
        </th>
        {columns.map((column, i) => (
          <th key={column.name} scope="col" className={column.isGroup ? 'is-group' : undefined} onPointerEnter={() => look(i)}>
            <span>{column.name}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
});

/** How many roles each party has in all. */
const Foot = memo(({ columns, loads }: EndProps) => {
  const t = useWords(matrixWords);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('total')}</th>
        <td className="matrix-lead" />
        {columns.map((column, i) => (
          <td key={column.name}>{Object.values(loads[i] ?? {}).reduce((sum, n) => sum + n, 0) || ''}</td>
        ))}
      </tr>
    </tfoot>
  );
});

/** What the cells do to the draft; the same functions for as long as the desk is open. */
const useEvents = (looked: Kept<number>, setCurrent: (cell: string) => void): CellEvents => {
  const { store } = useDesk();
  return useMemo(
    () => ({
      toggle: (task, party, role, on) => store.edit({ type: 'SetRole', task, role, party, on }),
      clear: (task, party, roles) => {
        for (const role of roles) store.edit({ type: 'SetRole', task, role, party, on: false });
      },
      look: (id) => {
        looked.set(Number(id.split(':')[1]));
        if (document.activeElement?.getAttribute('data-cell') === id) setCurrent(id);
      },
    }),
    [store, looked, setCurrent],
  );
};

/** The rows to show: those of the page, or those a search finds. */
const useShown = (tasks: readonly Json[]) => {
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const found = useMemo(
    () => tasks.map((task, row) => ({ task, row })).filter(({ task }) => !text || textOf(task, 'name').includes(text)),
    [tasks, text],
  );
  const last = Math.max(1, Math.ceil(found.length / pageSize));
  const now = Math.min(page, last);
  return { text, setText, found, page: now, setPage, rows: found.slice((now - 1) * pageSize, now * pageSize) };
};

/** The matrix task × party: who leads, bears, cooperates, supervises. The same data as the clauses below it. */
export const Matrix = () => {
  const t = useWords(matrixWords);
  const value = useAt('/responsibility/tasks');
  const tasks = isList(value) ? value : none;
  const organization = useAt('/organization');
  const columns = useMemo(() => columnsOf({ organization: organization ?? {} }), [organization]);
  const settled = useDeferredValue(tasks);
  const loads = useMemo(() => loadsOf(settled, columns), [settled, columns]);
  const [brush, setBrush] = useState<TaskRole>('responsible');
  const [current, setCurrent] = useState('0:0');
  const [looked] = useState(() => cell(-1));
  const [paste, setPaste] = useState<string>();
  const events = useEvents(looked, setCurrent);
  const grid = useRef<HTMLTableElement>(null);
  const onKey = useMemo(() => gridKeys(grid, events), [events]);
  const { text, setText, found, page, setPage, rows } = useShown(tasks);
  const [row, column] = current.split(':').map(Number);
  const reachable = rows.some((shown) => shown.row === row) ? row : rows[0]?.row;
  return (
    <section
      className="matrix"
      aria-label={t('title')}
      onPaste={(event) => {
        const table = event.clipboardData.getData('text/plain');
        if (!table.includes('\t') || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
        event.preventDefault();
        setPaste(table);
      }}
    >
      <div className="matrix-head">
        {tasks.length > 0 && columns.length > 0 && (
          <Segmented<TaskRole>
            aria-label={t('brush')}
            value={brush}
            onChange={setBrush}
            options={taskRoles.map((role) => ({ value: role, label: t(role) }))}
          />
        )}
        <Button size="small" icon={<SnippetsOutlined aria-hidden />} onClick={() => setPaste('')}>
          {t('paste')}
        </Button>
        {tasks.length > pageSize && (
          <Input
            className="ledger-filter"
            size="small"
            allowClear
            aria-label={t('filter', { n: tasks.length })}
            placeholder={t('filter', { n: tasks.length })}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
        {tasks.length > 0 && <p className="field-note">{t('hint')}</p>}
      </div>
      {tasks.length > 0 && columns.length > 0 && (
        <>
          <LoadStrip looked={looked} columns={columns} loads={loads} tasks={settled} />
          <div className="matrix-scroll">
            <table ref={grid}>
              <Head columns={columns} look={looked.set} />
              <tbody>
                {rows.map((shown) => (
                  <MatrixRow
                    key={shown.row}
                    task={shown.task}
                    row={shown.row}
                    columns={columns}
                    brush={brush}
                    current={shown.row === reachable ? (column ?? 0) : -1}
                    events={events}
                    onKey={onKey}
                  />
                ))}
              </tbody>
              <Foot columns={columns} loads={loads} />
            </table>
          </div>
        </>
      )}
      {found.length > pageSize && (
        <Pagination size="small" showSizeChanger={false} current={page} pageSize={pageSize} total={found.length} onChange={setPage} />
      )}
      <Suspense>{paste !== undefined && <PasteDialog first={paste} onClose={() => setPaste(undefined)} />}</Suspense>
    </section>
  );
};
