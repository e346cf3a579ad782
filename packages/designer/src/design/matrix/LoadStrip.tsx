import { useWords } from '../../shared/language.ts';
import { useFollowed } from '../desk/context.ts';
import type { Followed } from '../desk/store.ts';
import { taskRoles } from '../draft/edits.ts';
import { type Json, textOf } from '../draft/json.ts';
import { type Column, cellOf, type Load } from './matrix.ts';
import { matrixWords } from './words.ts';

interface LoadStripProps {
  readonly looked: Followed<number>;
  readonly columns: readonly Column[];
  readonly loads: readonly Load[];
  readonly tasks: readonly Json[];
}

/** Tasks named at most; the rest are counted. */
const most = 6;

/** The whole load of the party the hand or the eye is at: how many tasks in each role, and which it leads. */
export const LoadStrip = ({ looked, columns, loads, tasks }: LoadStripProps) => {
  const t = useWords(matrixWords);
  const index = useFollowed(looked);
  const [column, load] = [columns[index], loads[index]];
  if (!column || !load) return <p className="matrix-load">{t('loadHint')}</p>;
  const borne = tasks.filter((task) => {
    const { own, through } = cellOf(task, column, columns);
    return [...own, ...through.map(({ role }) => role)].some((role) => role === 'lead' || role === 'responsible');
  });
  return (
    <p className="matrix-load">
      <b>{column.name}</b>
      {taskRoles.map((role) => (
        <span key={role} className={`matrix-chip ${role}`}>
          {t(role)} {load[role]}
        </span>
      ))}
      {borne.length > 0 && (
        <span className="matrix-borne">
          {borne
            .slice(0, most)
            .map((task) => textOf(task, 'name'))
            .join('、')}
          {borne.length > most && t('andMore', { n: borne.length - most })}
        </span>
      )}
    </p>
  );
};
