import type { Every } from '@xiuhua/engine';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';
import { type Stretch, weekdayNames } from './every.ts';

type Pointed = Extract<Every, { kind: 'on' | 'before' }>;

interface PointProps {
  readonly every: Pointed;
  readonly set: (next: Every) => void;
}

const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const longest: Readonly<Record<Stretch, number>> = {
  week: 7,
  'ten-days': 11,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
  phase: 60,
};
const monthsIn: Readonly<Partial<Record<Stretch, number>>> = { quarter: 3, 'half-year': 6, year: 12 };

/** Which day of the stretch: fields for the kind of day that was chosen. */
export const PointFields = ({ every, set }: PointProps) => {
  const t = useWords(formWords);
  const { point } = every;
  const weekdays = weekdayNames.map((name, i) => ({ value: i + 1, label: t(name) }));
  switch (point.kind) {
    case 'weekdays':
      return (
        <Checkbox.Group
          aria-label={t('point_weekdays')}
          className="phrase-days"
          options={weekdays}
          value={[...point.weekdays]}
          onChange={(chosen) => {
            const next = [...chosen].sort((a, b) => a - b);
            if (next.length > 0) set({ ...every, kind: next.length > 1 ? 'on' : every.kind, point: { kind: 'weekdays', weekdays: next } });
          }}
        />
      );
    case 'nth-weekday':
      return (
        <>
          <Select
            aria-label={t('point_nth-weekday')}
            className="phrase-small"
            value={point.nth}
            options={[1, 2, 3, 4, -1].map((n) => ({ value: n, label: t(nthKeys[n] ?? 'nthLast') }))}
            onChange={(nth) => set({ ...every, point: { ...point, nth } })}
          />
          <Select
            aria-label={t('point_weekdays')}
            className="phrase-small"
            value={point.weekday}
            options={weekdays}
            onChange={(weekday) => set({ ...every, point: { ...point, weekday } })}
          />
        </>
      );
    case 'workday': {
      const options = [...numbers(1, 10), -1].map((n) => ({ value: n, label: n < 0 ? t('workdayLast') : t('workdayN', { n }) }));
      return (
        <Select
          aria-label={t('point_workday')}
          className="phrase-part"
          value={point.nth}
          options={options}
          onChange={(nth) => set({ ...every, point: { kind: 'workday', nth } })}
        />
      );
    }
    case 'days':
      return point.days[0] === -1 ? null : <NumberedDays every={every} set={set} days={point.days} />;
    case 'date':
      return <MonthAndDay every={every} set={set} month={point.month} day={point.day} />;
  }
};

const nthKeys: Readonly<Record<number, 'nth1' | 'nth2' | 'nth3' | 'nth4' | 'nthLast'>> = {
  1: 'nth1',
  2: 'nth2',
  3: 'nth3',
  4: 'nth4',
  [-1]: 'nthLast',
};

const NumberedDays = ({ every, set, days }: PointProps & { readonly days: readonly number[] }) => {
  const t = useWords(formWords);
  const key = every.stretch === 'month' ? 'dayN' : 'dayNth';
  // taking the last day away makes room for another; the phrase keeps it until that is chosen
  const [emptied, setEmptied] = useState(false);
  return (
    <Select
      mode="multiple"
      aria-label={t('point_days')}
      className="phrase-wide"
      value={emptied ? [] : [...days]}
      onBlur={() => setEmptied(false)}
      options={numbers(1, longest[every.stretch]).map((n) => ({ value: n, label: t(key, { n }) }))}
      onChange={(chosen) => {
        const next = [...chosen].sort((a, b) => a - b);
        setEmptied(next.length === 0);
        if (next.length > 0) set({ ...every, kind: next.length > 1 ? 'on' : every.kind, point: { kind: 'days', days: next } });
      }}
    />
  );
};

const MonthAndDay = ({ every, set, month, day }: PointProps & { readonly month: number; readonly day: number }) => {
  const t = useWords(formWords);
  const key = every.stretch === 'year' ? 'monthN' : 'monthNth';
  const months = numbers(1, monthsIn[every.stretch] ?? 12).map((n) => ({ value: n, label: t(key, { n }) }));
  const last = every.stretch === 'year' ? new Date(Date.UTC(2024, month, 0)).getUTCDate() : 31;
  const days = numbers(1, last).map((n) => ({ value: n, label: t('dayN', { n }) }));
  const to = (next: { readonly month: number; readonly day: number }) => set({ ...every, point: { kind: 'date', ...next } });
  return (
    <>
      <Select
        aria-label={t('monthN', { n: '' })}
        className="phrase-small"
        value={month}
        options={months}
        onChange={(m) => to({ month: m, day: Math.min(day, every.stretch === 'year' ? new Date(Date.UTC(2024, m, 0)).getUTCDate() : 31) })}
      />
      <Select
        aria-label={t('dayN', { n: '' })}
        className="phrase-small"
        value={day}
        options={days}
        onChange={(d) => to({ month, day: d })}
      />
    </>
  );
};
