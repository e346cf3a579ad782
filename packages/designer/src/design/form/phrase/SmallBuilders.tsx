import { readRank, readWithin, type Within } from '@xiuhua/engine';
import { InputNumber, Select } from 'antd';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import type { BuilderProps } from './builder.ts';
import { sayPhrase } from './say.ts';

const units: readonly Within['unit'][] = ['workdays', 'days', 'hours', 'work hours', 'urgent work hours', 'urgent workdays'];

/** How long something may take: a number and its clock. */
export const WithinBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const { amount, unit } = readWithin(value ?? '') ?? { amount: null, unit: 'workdays' as const };
  const set = (n: number, u: Within['unit']) => onChange(`${n} ${n === 1 ? u.slice(0, -1) : u}`);
  const nameOf = (u: string) => (sayPhrase('within', `9 ${u}`, now) ?? u).replace(/^within 9 |^9|内$/g, '');
  return (
    <>
      <InputNumber
        id={id}
        className="phrase-number"
        min={0}
        max={999}
        step={1}
        value={amount}
        onChange={(n) => n !== null && set(n, unit)}
      />
      <Select
        aria-label={t('unit')}
        className="phrase-part"
        value={unit}
        options={units.map((u) => ({ value: u, label: nameOf(u) }))}
        onChange={(u) => set(amount ?? 3, u)}
      />
    </>
  );
};

/** Which end of a ranking, and how many places. */
export const RankBuilder = ({ id, value, onChange }: BuilderProps) => {
  const t = useWords(formWords);
  const rank = readRank(value ?? '');
  return (
    <>
      <Select
        id={id}
        aria-label={t('rankEnd')}
        className="phrase-small"
        value={rank?.end}
        placeholder={t('choose')}
        options={[
          { value: 'first', label: t('rankFirst') },
          { value: 'last', label: t('rankLast') },
        ]}
        onChange={(end) => onChange(`${end} ${rank?.n ?? 1}`)}
      />
      <InputNumber
        aria-label={t('amount')}
        className="phrase-number"
        min={1}
        max={999}
        precision={0}
        value={rank?.n ?? 1}
        suffix={t('rankUnit')}
        onChange={(n) => n && onChange(`${rank?.end ?? 'last'} ${n}`)}
      />
    </>
  );
};
