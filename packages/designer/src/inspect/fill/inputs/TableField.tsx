import { Icon } from '../../app/Icon.tsx';
import type { Question } from '../form.ts';
import type { FieldProps } from './field.ts';
import { NumberBox } from './NumberBox.tsx';
import { Options } from './Options.tsx';
import { useInputWords } from './words.ts';

type Column = NonNullable<Question['item']['item']['columns']>[number];
type Cell = string | number | boolean;
type Row = Readonly<Record<string, Cell>>;

interface CellProps {
  readonly column: Column;
  readonly value: Cell | undefined;
  /** Unique within the page. */
  readonly id: string;
  readonly onChange: (value: Cell | undefined) => void;
}

/** One cell of a row, by the kind of its column. */
const CellInput = ({ column, value, id, onChange }: CellProps) => {
  const t = useInputWords();
  switch (column.answer) {
    case 'yes-no': {
      const options = [
        { key: 'yes', label: t('yes') },
        { key: 'no', label: t('no') },
      ];
      return (
        <Options
          heading={id}
          name={`${id}-cell`}
          options={options}
          chosen={value === undefined ? [] : [value ? 'yes' : 'no']}
          onChoose={(key) => onChange(key === 'yes')}
        />
      );
    }
    case 'choice': {
      const options = (column.choices ?? []).map((choice) => ({ key: choice, label: choice }));
      return <Options heading={id} name={`${id}-cell`} options={options} chosen={[String(value ?? '')]} onChoose={onChange} />;
    }
    case 'number':
    case 'count':
      return (
        <NumberBox
          label={column.name}
          value={typeof value === 'number' ? value : undefined}
          measure=""
          placeholder={t('number')}
          onChange={onChange}
        />
      );
    case 'date':
      return <input type="date" aria-labelledby={id} value={String(value ?? '')} onChange={(e) => onChange(e.target.value || undefined)} />;
    case 'text':
      return (
        <input aria-labelledby={id} maxLength={2000} value={String(value ?? '')} onChange={(e) => onChange(e.target.value || undefined)} />
      );
  }
};

const withCell = (row: Row, name: string, value: Cell | undefined): Row => {
  const { [name]: _, ...rest } = row;
  return value === undefined ? rest : { ...rest, [name]: value };
};

/** A list whose rows have several columns, one small block a row. */
export const TableField = ({ question, answer, heading, setValue }: FieldProps) => {
  const t = useInputWords();
  const rows = Array.isArray(answer?.value) ? (answer.value as readonly Row[]) : undefined;
  const set = (next: readonly Row[]) => setValue([...next] as Record<string, Cell>[]);
  return (
    <div className="field">
      {rows?.length === 0 && <p className="note">{t('noRowsSet')}</p>}
      {rows?.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are only added at the end
        <fieldset className="row" key={i}>
          <legend>{t('row', { n: i + 1 })}</legend>
          {(question.item.item.columns ?? []).map((column) => {
            const id = `${heading}-${i}-${column.name}`;
            return (
              <div key={column.name} className="cell">
                <span id={id}>{column.name}</span>
                <CellInput
                  column={column}
                  value={row[column.name]}
                  id={id}
                  onChange={(value) => set(rows.map((r, j) => (j === i ? withCell(r, column.name, value) : r)))}
                />
              </div>
            );
          })}
          <button type="button" className="quiet" onClick={() => set(rows.filter((_, j) => j !== i))}>
            {t('removeRow')}
          </button>
        </fieldset>
      ))}
      <div className="actions">
        {!rows?.length && (
          <button type="button" disabled={rows !== undefined} onClick={() => set([])}>
            {t('noRows')}
          </button>
        )}
        <button type="button" onClick={() => set([...(rows ?? []), {}])}>
          <Icon name="plus" />
          {t('addRow')}
        </button>
      </div>
    </div>
  );
};
