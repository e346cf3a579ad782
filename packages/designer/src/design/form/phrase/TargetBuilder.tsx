import { readTarget, type TargetPhrase, writeTarget } from '@xiuhua/engine';
import { InputNumber, Select } from 'antd';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';
import { comparators, targetKinds, targetOf } from './target.ts';

/** What an indicator has to come to: against a bound, between two, as a ratio, or as a change from the baseline. */
export const TargetBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const target = readTarget(value ?? '');
  const set = (next: TargetPhrase) => onChange(writeTarget(next));
  const number = (now: number, change: (next: number) => TargetPhrase, suffix?: string) => (
    <InputNumber
      aria-label={t('amount')}
      className="phrase-number"
      min={0}
      value={now}
      suffix={suffix}
      onChange={(n) => n !== null && set(change(n))}
    />
  );
  return (
    <>
      <Select
        id={id}
        className="phrase-part"
        value={target?.kind}
        placeholder={t('choose')}
        options={targetKinds.map((kind) => ({ value: kind, label: t(`target_${kind}`) }))}
        onChange={(kind) => set(targetOf(kind, target))}
      />
      {target?.kind === 'change' && (
        <Select
          aria-label={t('target_change')}
          className="phrase-small"
          value={target.direction}
          options={(['above', 'below'] as const).map((d) => ({ value: d, label: t(`change_${d}`) }))}
          onChange={(direction) => set({ ...target, direction })}
        />
      )}
      {target && 'comparator' in target && (
        <Select
          aria-label={t('comparator')}
          className="phrase-small"
          value={target.comparator}
          options={comparators.map((c) => ({ value: c, label: t(`comparator_${c}`) }))}
          onChange={(comparator) => set({ ...target, comparator })}
        />
      )}
      {target?.kind === 'value' && number(target.value, (v) => ({ ...target, value: v }))}
      {target?.kind === 'range' && number(target.low, (low) => ({ ...target, low }))}
      {target?.kind === 'range' && number(target.high, (high) => ({ ...target, high }))}
      {target?.kind === 'ratio' && number(target.left, (left) => ({ ...target, left }))}
      {target?.kind === 'ratio' && number(target.right, (right) => ({ ...target, right }), ':')}
      {target?.kind === 'change' && number(target.amount, (amount) => ({ ...target, amount }))}
      {target?.kind === 'change' && (
        <Select
          aria-label={t('unit')}
          className="phrase-small"
          value={target.percent}
          options={[
            { value: true, label: '%' },
            { value: false, label: t('plain') },
          ]}
          onChange={(percent) => set({ ...target, percent })}
        />
      )}
    </>
  );
};
