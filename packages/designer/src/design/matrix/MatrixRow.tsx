import { type KeyboardEvent, memo, type RefObject } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import type { TaskRole } from '../draft/edits.ts';
import { type Json, textOf, textsOf } from '../draft/json.ts';
import { ProblemMarks } from '../side/ProblemMarks.tsx';
import { type Column, cellOf, leadsOf, roleKeys } from './matrix.ts';
import { matrixWords } from './words.ts';

/** What happens in a cell, told to the grid around it. */
export interface CellEvents {
  readonly toggle: (task: number, party: string, role: TaskRole, on: boolean) => void;
  readonly clear: (task: number, party: string, roles: readonly TaskRole[]) => void;
  readonly look: (cell: string) => void;
}

/** A cell of the grid: where it is, whose it is, what stands in it. */
interface Spot {
  readonly row: number;
  readonly column: number;
  readonly party: string;
  readonly own: readonly TaskRole[];
  /** Only a single unit can lead. */
  readonly isGroup: boolean;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves between cells with the arrows, Home and End; writes a role with its key, and goes on downwards. */
export const gridKeys = (grid: RefObject<HTMLTableElement | null>, events: CellEvents) => {
  const cellAt = (row: number, column: number) => grid.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);
  const last = () => (grid.current?.querySelectorAll('thead th').length ?? 2) - 3;
  return (event: KeyboardEvent, { row, column, party, own, isGroup }: Spot) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    const role = roleKeys[event.key.toLowerCase()];
    if (move) cellAt(row + move[0], column + move[1])?.focus();
    else if (event.key === 'Home' || event.key === 'End') cellAt(row, event.key === 'Home' ? 0 : last())?.focus();
    else if (role && !(role === 'lead' && isGroup)) events.toggle(row, party, role, !own.includes(role));
    else if (event.key === 'Delete' || event.key === 'Backspace') events.clear(row, party, own);
    else return;
    event.preventDefault();
  };
};

/** The lead of a task at a glance, beside its name; amber while it has none though others bear it. */
const Lead = ({ task }: { readonly task: Json }) => {
  const t = useWords(matrixWords);
  const leads = leadsOf(task);
  const borne = textsOf(task, 'responsible').length > 0;
  if (leads.length > 0) return <td className="matrix-lead">{leads.join('、')}</td>;
  return (
    <td className={borne ? 'matrix-lead is-none' : 'matrix-lead is-none is-bare'}>
      {borne ? '◇' : '▲'} {t('noLead')}
    </td>
  );
};

interface RowProps {
  readonly task: Json;
  readonly row: number;
  readonly columns: readonly Column[];
  readonly brush: TaskRole;
  /** The column that Tab reaches in this row; -1 for none. */
  readonly current: number;
  readonly events: CellEvents;
  readonly onKey: ReturnType<typeof gridKeys>;
}

const roleKeysOfTask = ['lead', 'jointLeads', 'responsible', 'cooperate', 'supervise', 'name'];

/** One task: its name, its lead, and a cell for each party. */
export const MatrixRow = memo(({ task, row, columns, brush, current, events, onKey }: RowProps) => {
  const t = useWords(matrixWords);
  const { hand } = useDesk();
  const name = textOf(task, 'name');
  const joint = textsOf(task, 'jointLeads');
  return (
    <tr>
      <th scope="row">
        <ProblemMarks at={`/responsibility/tasks/${row}`} keys={roleKeysOfTask} />
        <button type="button" className="matrix-task" title={name} onClick={() => hand.open(`/responsibility/tasks/${row}`)}>
          {name}
        </button>
      </th>
      <Lead task={task} />
      {columns.map((column, i) => {
        const cell = cellOf(task, column, columns);
        const leads = joint.includes(column.name);
        const through = cell.through.map(({ role, group }) => t('through', { role: t(role), group }));
        const roles = [...(leads ? [t('joint')] : []), ...cell.own.map((role) => t(role)), ...through].join('、') || t('none');
        const id = `${row}:${i}`;
        return (
          <td key={column.name}>
            <button
              type="button"
              data-cell={id}
              className={leads ? 'matrix-cell lead' : cell.own.length > 0 ? `matrix-cell ${cell.own[0]}` : 'matrix-cell'}
              tabIndex={current === i ? 0 : -1}
              aria-label={t('cell', { task: name, party: column.name, roles })}
              title={roles}
              onFocus={() => events.look(id)}
              onPointerEnter={() => events.look(id)}
              onClick={() => !(brush === 'lead' && column.isGroup) && events.toggle(row, column.name, brush, !cell.own.includes(brush))}
              onKeyDown={(event) => onKey(event, { row, column: i, party: column.name, own: cell.own, isGroup: column.isGroup })}
            >
              {leads ? t('jointLetter') : ''}
              {cell.own.map((role) => t(`${role}Letter`)).join('')}
              {cell.own.length === 0 && !leads && cell.through.length > 0 && <span className="matrix-through">·</span>}
            </button>
          </td>
        );
      })}
    </tr>
  );
});
