import { Segmented } from 'antd';
import { type KeyboardEvent, memo, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useAt, useDesk } from '../desk/context.ts';
import { type TaskRole, taskRoles } from '../draft/edits.ts';
import { isList, type Json, textOf } from '../draft/json.ts';
import { ProblemMarks } from '../side/ProblemMarks.tsx';
import { type Column, cellOf, columnsOf, type Load, loadsOf, roleKeys } from './matrix.ts';
import { matrixWords } from './words.ts';
import './matrix.css';

const none: readonly Json[] = [];

/** What happens in a cell, told to the grid around it. */
interface CellEvents {
  readonly toggle: (task: number, party: string, role: TaskRole, on: boolean) => void;
  readonly clear: (task: number, party: string, roles: readonly TaskRole[]) => void;
}

/** A cell of the grid: where it is, whose it is, what stands in it. */
interface Spot {
  readonly row: number;
  readonly column: number;
  readonly party: string;
  readonly own: readonly TaskRole[];
}

/** Moves between cells with the arrows; writes a role with its number. */
const useGridKeys = (events: CellEvents) => {
  const grid = useRef<HTMLTableElement>(null);
  const focusCell = (row: number, column: number) => grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  const onKey = (event: KeyboardEvent, { row, column, party, own }: Spot) => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const move = moves[event.key];
    const role = roleKeys[event.key];
    if (!move && !role && event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    if (move) focusCell(row + move[0], column + move[1]);
    else if (role) events.toggle(row, party, role, !own.includes(role));
    else events.clear(row, party, own);
  };
  return { grid, onKey };
};

interface RowProps {
  readonly task: Json;
  readonly row: number;
  readonly columns: readonly Column[];
  readonly brush: TaskRole;
  readonly current: string;
  readonly onFocus: (cell: string) => void;
  readonly events: CellEvents;
  readonly onKey: ReturnType<typeof useGridKeys>['onKey'];
}

const roleKeysOfTask = ['lead', 'responsible', 'cooperate', 'supervise', 'name'];

const MatrixRow = memo(({ task, row, columns, brush, current, onFocus, events, onKey }: RowProps) => {
  const t = useWords(matrixWords);
  const { hand } = useDesk();
  const name = textOf(task, 'name');
  return (
    <tr>
      <th scope="row">
        <ProblemMarks at={`/responsibility/tasks/${row}`} keys={roleKeysOfTask} />
        <button type="button" className="matrix-task" title={name} onClick={() => hand.open(`/responsibility/tasks/${row}`)}>
          {name}
        </button>
      </th>
      {columns.map((column, i) => {
        const cell = cellOf(task, column, columns);
        const through = cell.through.map(({ role, group }) => t('through', { role: t(role), group }));
        const roles = [...cell.own.map((role) => t(role)), ...through].join('、') || t('none');
        const id = `${row}:${i}`;
        return (
          <td key={column.name}>
            <button
              type="button"
              data-cell={id}
              className={cell.own.length > 0 ? `matrix-cell ${cell.own[0]}` : 'matrix-cell'}
              tabIndex={current === id ? 0 : -1}
              aria-label={t('cell', { task: name, party: column.name, roles })}
              title={roles}
              onFocus={() => onFocus(id)}
              onClick={() => events.toggle(row, column.name, brush, !cell.own.includes(brush))}
              onKeyDown={(event) => onKey(event, { row, column: i, party: column.name, own: cell.own })}
            >
              {cell.own.map((role) => t(`${role}Letter`)).join('')}
              {cell.own.length === 0 && cell.through.length > 0 && <span className="matrix-through">·</span>}
            </button>
          </td>
        );
      })}
    </tr>
  );
});

interface EndProps {
  readonly columns: readonly Column[];
  readonly loads: readonly Load[];
}

/** The parties along the top; on hover the whole load of each. */
const Head = memo(({ columns, loads }: EndProps) => {
  const t = useWords(matrixWords);
  return (
    <thead>
      <tr>
        <th scope="col">{t('task')}</th>
        {columns.map((column, i) => (
          <th
            key={column.name}
            scope="col"
            className={column.isGroup ? 'is-group' : undefined}
            title={t('load', { name: column.name, ...loads[i] })}
          >
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
        {columns.map((column, i) => (
          <td key={column.name}>{Object.values(loads[i] ?? {}).reduce((sum, n) => sum + n, 0) || ''}</td>
        ))}
      </tr>
    </tfoot>
  );
});

/** The matrix task × party: who leads, bears, cooperates, supervises. The same data as the clauses below it. */
export const Matrix = () => {
  const t = useWords(matrixWords);
  const { store } = useDesk();
  const value = useAt('/responsibility/tasks');
  const tasks = isList(value) ? value : none;
  const organization = useAt('/organization');
  const columns = useMemo(() => columnsOf({ organization: organization ?? {} }), [organization]);
  const settled = useDeferredValue(tasks);
  const loads = useMemo(() => loadsOf(settled, columns), [settled, columns]);
  const [brush, setBrush] = useState<TaskRole>('responsible');
  const [current, setCurrent] = useState('0:0');
  const events = useMemo<CellEvents>(
    () => ({
      toggle: (task, party, role, on) => store.edit({ type: 'SetRole', task, role, party, on }),
      clear: (task, party, roles) => {
        for (const role of roles) store.edit({ type: 'SetRole', task, role, party, on: false });
      },
    }),
    [store],
  );
  const { grid, onKey } = useGridKeys(events);
  const keyHandler = useRef(onKey);
  keyHandler.current = onKey;
  const stableKey = useMemo<typeof onKey>(
    () =>
      (...args) =>
        keyHandler.current(...args),
    [],
  );
  if (tasks.length === 0 || columns.length === 0) return null;
  return (
    <section className="matrix" aria-label={t('title')}>
      <div className="matrix-head">
        <Segmented<TaskRole>
          aria-label={t('brush')}
          value={brush}
          onChange={setBrush}
          options={taskRoles.map((role) => ({ value: role, label: t(role) }))}
        />
        <span className="field-note">{t('hint')}</span>
      </div>
      <div className="matrix-scroll">
        <table ref={grid}>
          <Head columns={columns} loads={loads} />
          <tbody>
            {tasks.map((task, row) => (
              <MatrixRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a task is its place in the list
                key={row}
                task={task}
                row={row}
                columns={columns}
                brush={brush}
                current={current}
                onFocus={setCurrent}
                events={events}
                onKey={stableKey}
              />
            ))}
          </tbody>
          <Foot columns={columns} loads={loads} />
        </table>
      </div>
    </section>
  );
};
