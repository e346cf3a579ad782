import { InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { DayField } from '../widgets/DayField.tsx';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';
import { type ByPhrase, readByPhrase, writeBy } from './by.ts';

const kinds = ['day', 'after start', 'before end'] as const;

/** When something is due: on a day, or so long after its phase begins or before it ends. */
export const ByBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const by = readByPhrase(value ?? '') ?? { kind: 'day' as const, text: '' };
  const set = (next: ByPhrase) => onChange(writeBy(next));
  const start = (kind: ByPhrase['kind']) =>
    set(
      kind === 'day'
        ? { kind, text: '' }
        : { kind, amount: by.kind === 'day' ? 10 : by.amount, unit: by.kind === 'day' ? 'workdays' : by.unit },
    );
  return (
    <>
      <Select
        aria-label={t('byKind')}
        className="phrase-part"
        value={by.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`by_${kind}`) }))}
        onChange={start}
      />
      {by.kind === 'day' ? (
        <DayField id={id} value={by.text} required coarse onChange={(text) => set({ kind: 'day', text: text ?? '' })} />
      ) : (
        <>
          <InputNumber
            id={id}
            aria-label={t('amount')}
            className="phrase-number"
            min={0}
            max={999}
            precision={0}
            value={by.amount}
            onChange={(n) => n !== null && set({ ...by, amount: n })}
          />
          <Select
            aria-label={t('unit')}
            className="phrase-small"
            value={by.unit}
            options={[
              { value: 'days', label: t('unitDays') },
              { value: 'workdays', label: t('unitWorkdays') },
            ]}
            onChange={(unit) => set({ ...by, unit })}
          />
        </>
      )}
    </>
  );
};
