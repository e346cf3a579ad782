import type { WidgetProps } from '@rjsf/utils';
import { type Day, isDay, isWorkday, officialCalendar } from '@xiuhua/engine';
import { DatePicker, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { formWords } from '../words.ts';

const calendar = officialCalendar();
const textOf = (day: Dayjs): Day => day.format('YYYY-MM-DD');
const formats = {
  zh: ['YYYY年M月D日 ddd', 'YYYY-M-D', 'YYYY年M月D日', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D'],
  en: ['ddd D MMM YYYY', 'YYYY-M-D', 'D MMM YYYY', 'YYYYMMDD'],
};

interface DayFieldProps {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (day: Day | undefined) => void;
  readonly required: boolean;
}

/** A day of the calendar; days off are grey. A day that does not exist is shown as what the plan says now. */
export const DayField = ({ id, value, onChange, required }: DayFieldProps) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const day = typeof value === 'string' && isDay(value) ? dayjs(value) : null;
  const wrong = typeof value === 'string' && value !== '' && !day;
  return (
    <>
      <DatePicker
        id={id}
        className="day"
        value={day}
        format={formats[now]}
        allowClear={!required}
        placeholder={t('pickDay')}
        status={wrong ? 'error' : undefined}
        onChange={(next) => onChange(next ? textOf(next) : undefined)}
        cellRender={(current, info) => {
          if (info.type !== 'date' || typeof current === 'number' || typeof current === 'string') return info.originNode;
          return <span className={isWorkday(calendar, textOf(current)) ? undefined : 'day-off'}>{info.originNode}</span>;
        }}
      />
      {wrong && <p className="phrase-said">{t('impossibleDay', { text: String(value) })}</p>}
    </>
  );
};

/** A day. */
export const DayWidget = ({ id, value, onChange, required }: WidgetProps) => <DayField id={id} value={value} onChange={onChange} required={required === true} />;

type Grain = 'year' | 'month' | 'date';
const grainOf = (value: unknown): Grain => (typeof value !== 'string' || value.length > 7 ? 'date' : value.length > 4 ? 'month' : 'year');
const grainFormats: Readonly<Record<Grain, string>> = { year: 'YYYY', month: 'YYYY-MM', date: 'YYYY-MM-DD' };

/** A day, or only its month or its year. */
export const CoarseDayField = ({ id, value, onChange, required }: DayFieldProps) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const [grain, setGrain] = useState(() => grainOf(value));
  const day = typeof value === 'string' && value !== '' && grainOf(value) === grain ? dayjs(value, grainFormats[grain]) : null;
  return (
    <>
      <DatePicker
        id={id}
        className="day"
        picker={grain}
        value={day}
        format={grain === 'date' ? formats[now] : grainFormats[grain]}
        allowClear={!required}
        placeholder={t('pickDay')}
        onChange={(next) => onChange(next ? next.format(grainFormats[grain]) : undefined)}
      />
      <Radio.Group
        optionType="button"
        aria-label={t('grain')}
        value={grain}
        options={[
          { value: 'date', label: t('grainDay') },
          { value: 'month', label: t('grainMonth') },
          { value: 'year', label: t('grainYear') },
        ]}
        onChange={({ target }) => setGrain(target.value)}
      />
    </>
  );
};

/** A day, or only its month or its year. */
export const CoarseDayWidget = ({ id, value, onChange, required }: WidgetProps) => (
  <div className="day-or-word" role="group" aria-labelledby={`${id}-label`}>
    <CoarseDayField id={id} value={value} onChange={onChange} required={required === true} />
  </div>
);

/** A day, or one word that stands for none, such as 长期. */
export const DayOrWordWidget = ({ id, value, onChange, options, required }: WidgetProps) => {
  const t = useWords(formWords);
  const word = options.word as { readonly const: string; readonly title: string };
  const isWord = value === word.const;
  const Field = options.coarse === true ? CoarseDayField : DayField;
  return (
    <div className="day-or-word" role="group" aria-labelledby={`${id}-label`}>
      <Radio.Group
        optionType="button"
        id={isWord ? id : undefined}
        aria-labelledby={`${id}-label`}
        value={isWord ? 'word' : 'day'}
        options={[
          { value: 'day', label: t('oneDay') },
          { value: 'word', label: word.title },
        ]}
        onChange={({ target }) => onChange(target.value === 'word' ? word.const : undefined)}
      />
      {!isWord && <Field id={id} value={value} onChange={onChange} required={required === true} />}
    </div>
  );
};
