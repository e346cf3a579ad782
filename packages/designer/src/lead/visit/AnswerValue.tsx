import type { Answer } from '@xiuhua/engine';
import { useWords } from '../../shared/language.ts';
import styles from './visit.module.css';
import { visitWords } from './words.ts';

type Cell = boolean | number | string;
type Row = Readonly<Record<string, Cell>>;

const isRows = (value: readonly unknown[]): value is readonly Row[] => value.some((entry) => typeof entry === 'object');

const useCell = () => {
  const t = useWords(visitWords);
  return (cell: Cell | undefined): string => (typeof cell === 'boolean' ? t(cell ? 'yes' : 'no') : String(cell ?? ''));
};

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => {
  const say = useCell();
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const keyed = rows.map((row, i) => ({ row, key: `${i} ${JSON.stringify(row)}` }));
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed.map(({ row, key }) => (
          <tr key={key}>
            {columns.map((column) => (
              <td key={column}>{say(row[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface AnswerValueProps {
  readonly value: Answer['value'];
  /** The unit of a number, such as 米. */
  readonly measure: string | undefined;
}

/** What a question of another kind than 合格 was answered with; nothing for one that has no value. */
export const AnswerValue = ({ value, measure = '' }: AnswerValueProps) => {
  const say = useCell();
  if (value === undefined) return null;
  if (!Array.isArray(value)) {
    return (
      <p className={styles.value}>
        {say(value)} {measure !== '' && <small>{measure}</small>}
      </p>
    );
  }
  if (isRows(value)) return <Rows rows={value} />;
  return <p className={styles.value}>{value.join('、')}</p>;
};
