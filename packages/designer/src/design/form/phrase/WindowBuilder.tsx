import { readWindow } from '@xiuhua/engine';
import { InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { clearOnDelete } from '../widgets/clear.ts';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';

const kinds = ['quarter', 'half-year', 'year', 'last'] as const;

/** In which time results are counted: a quarter, half-year or year, or the last so many periods. */
export const WindowBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const window = readWindow(value ?? '');
  const kind = window?.kind === 'last' ? 'last' : value;
  return (
    <>
      <Select
        id={id}
        className="phrase-part"
        value={window && kind}
        placeholder={t('unset')}
        allowClear
        options={kinds.map((k) => ({ value: k, label: t(`window_${k}`) }))}
        onKeyDown={clearOnDelete(() => onChange(''))}
        onChange={(next?: string) => onChange(next === 'last' ? 'last 6 periods' : (next ?? ''))}
      />
      {window?.kind === 'last' && (
        <InputNumber
          aria-label={t('amount')}
          className="phrase-number"
          min={1}
          max={99}
          precision={0}
          value={window.periods}
          suffix={t('periods')}
          onChange={(n) => n && onChange(`last ${n} periods`)}
        />
      )}
    </>
  );
};
