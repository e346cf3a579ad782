import { type By, readBy, writeBy } from '@xiuhua/engine';
import { InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { DayField } from '../widgets/DayField.tsx';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';

const kinds = ['day', 'after-start', 'before-end'] as const;

/** When something is due: on a day, or so long after its phase begins or before it ends. */
export const ByBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const by = readBy(value ?? '') ?? ({ kind: 'day', day: '', written: value ?? '' } as const);
  const set = (next: By) => onChange(writeBy(next));
  const start = (kind: By['kind']) =>
    set(
      kind === 'day'
        ? { kind, day: '', written: '' }
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
        <DayField id={id} value={by.written} required coarse onChange={(text) => set({ kind: 'day', day: '', written: text ?? '' })} />
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
