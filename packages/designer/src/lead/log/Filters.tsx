import { Input, Select } from 'antd';
import { useId } from 'react';
import { useWords } from '../../shared/language.ts';
import type { LogFilter } from '../campaign/addresses.ts';
import styles from './log.module.css';
import { logWords } from './words.ts';

/** A choice of a list: what is asked for, and what is read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FiltersProps {
  readonly filter: LogFilter;
  readonly narrow: (change: LogFilter) => void;
  readonly kinds: readonly Choice[];
  readonly people: readonly Choice[];
  /** Absent where units and words are nothing to narrow down by. */
  readonly units?: readonly Choice[];
}

/** What a log is narrowed down by; the server does the narrowing. */
export const Filters = ({ filter, narrow, kinds, people, units }: FiltersProps) => {
  const t = useWords(logWords);
  const id = useId();
  const select = (key: 'kind' | 'account' | 'unit', name: string, choices: readonly Choice[]) => (
    <Select
      aria-label={name}
      value={filter[key] ?? ''}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...choices]}
      onChange={(value) => narrow({ [key]: value })}
    />
  );
  const day = (key: 'from' | 'to') => (
    <span className={styles.day}>
      <label htmlFor={`${id}${key}`}>{t(key)}</label>
      <Input id={`${id}${key}`} type="date" value={filter[key] ?? ''} onChange={(event) => narrow({ [key]: event.target.value })} />
    </span>
  );
  return (
    <div className={styles.filters}>
      {select('kind', t('kind'), [{ value: '', label: t('all') }, ...kinds])}
      {select('account', t('person'), [{ value: '', label: t('everybody') }, ...people])}
      {units && select('unit', t('unit'), [{ value: '', label: t('everyUnit') }, ...units])}
      {units && (
        <Input.Search
          key={filter.text ?? ''}
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          defaultValue={filter.text ?? ''}
          onSearch={(text) => narrow({ text })}
        />
      )}
      {day('from')}
      {day('to')}
    </div>
  );
};
