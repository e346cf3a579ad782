import { type Day, isCoarseDay, isWorkday, officialCalendar } from '@xiuhua/engine';
import { Button, DatePicker, type DatePickerProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';

const calendar = officialCalendar();
const grains = ['date', 'month', 'year'] as const;
type Grain = (typeof grains)[number];

const written: Readonly<Record<Grain, string>> = { date: 'YYYY-MM-DD', month: 'YYYY-MM', year: 'YYYY' };
const shown: Readonly<Record<'zh' | 'en', Readonly<Record<Grain, string[]>>>> = {
  zh: {
    date: [
      'YYYY年M月D日 ddd',
      'YYYY-MM-DD',
      'YYYY-M-D',
      'YYYY年M月D日',
      'YYYY年MM月DD日',
      'YYYYMMDD',
      'YYYY/M/D',
      'YYYY/MM/DD',
      'YYYY.M.D',
      'YYYY.MM.DD',
    ],
    month: ['YYYY年M月', 'YYYY-MM', 'YYYY-M'],
    year: ['YYYY年', 'YYYY'],
  },
  en: { date: ['ddd D MMM YYYY', 'YYYY-MM-DD', 'YYYY-M-D', 'D MMM YYYY', 'YYYYMMDD'], month: ['MMM YYYY', 'YYYY-MM'], year: ['YYYY'] },
};

const grainOf = (value: string): Grain => (value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'date');

/** Days off are grey and dotted, so that a deadline is not set on one unawares. */
const dayCell: DatePickerProps['cellRender'] = (current, info) => {
  if (info.type !== 'date' || typeof current !== 'object') return info.originNode;
  return <span className={isWorkday(calendar, (current as Dayjs).format(written.date)) ? undefined : 'day-off'}>{info.originNode}</span>;
};

/** Under the calendar: whether a day is meant, or only its month or its year. */
const GrainChoice = ({ grain, set }: { readonly grain: Grain; readonly set: (grain: Grain) => void }) => {
  const t = useWords(formWords);
  return (
    <span className="day-grain">
      {t('grain')}
      {grains.map((g) => (
        <Button key={g} size="small" type={g === grain ? 'link' : 'text'} aria-pressed={g === grain} onClick={() => set(g)}>
          {t(`grain_${g}`)}
        </Button>
      ))}
    </span>
  );
};

interface DayFieldProps {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (day: Day | undefined) => void;
  readonly required: boolean;
  /** True where a month or a year will do. */
  readonly coarse: boolean;
}

/** A day of the calendar. A day that does not exist is shown as what the plan says now, never as another day. */
export const DayField = ({ id, value, onChange, required, coarse }: DayFieldProps) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const text = typeof value === 'string' ? value : '';
  const [chosen, setGrain] = useState<Grain>(grainOf(text));
  const grain = coarse ? chosen : 'date';
  const readable = isCoarseDay(text) && grainOf(text) === grain;
  const wrong = text !== '' && !isCoarseDay(text);
  return (
    <>
      <DatePicker
        id={id}
        className="day"
        picker={grain}
        value={readable ? dayjs(text) : null}
        format={[...shown[now][grain]]}
        allowClear={!required}
        placeholder={t('pickDay')}
        status={wrong ? 'error' : undefined}
        cellRender={dayCell}
        onChange={(next) => onChange(next ? next.format(written[grain]) : undefined)}
        renderExtraFooter={coarse ? () => <GrainChoice grain={grain} set={setGrain} /> : undefined}
      />
      {wrong && <p className="phrase-said">{t('impossibleDay', { text })}</p>}
    </>
  );
};
