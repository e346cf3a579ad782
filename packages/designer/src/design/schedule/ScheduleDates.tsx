import { officialCalendar } from '@xiuhua/engine';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useFocus, useFollowed } from '../desk/context.ts';
import type { SampleDraw, Upcoming } from '../desk/upcoming.ts';
import { textOf } from '../draft/json.ts';
import { type Month, monthsOf } from './months.ts';
import { scheduleWords } from './words.ts';
import './schedule.css';

const calendar = officialCalendar();

const MonthGrid = ({ month }: { readonly month: Month }) => {
  const t = useWords(scheduleWords);
  const [y, m] = month.month.split('-').map(Number);
  return (
    <div className="dates-month">
      <b>{t('month', { y: y ?? '', m: m ?? '' })}</b>
      <div className="dates-grid">
        {t('weekdays')
          .split(' ')
          .map((day) => (
            <i key={day}>{day}</i>
          ))}
        {Array.from({ length: month.blanks }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a blank is its place before the first day
          <span key={`blank${i}`} />
        ))}
        {month.days.map(({ day, mark, off, special }) => (
          <span
            key={day}
            className={[`is-${mark}`, off && 'is-off'].filter(Boolean).join(' ')}
            title={special ? t(off ? 'holiday' : 'makeUp') : undefined}
          >
            {Number(day.slice(8))}
            {special && <sup>{t(off ? 'holidayMark' : 'makeUpMark')}</sup>}
          </span>
        ))}
      </div>
    </div>
  );
};

/** A sample draw, and another one at a press. */
const Sample = ({ draws, register }: { readonly draws: readonly SampleDraw[]; readonly register: number }) => {
  const t = useWords(scheduleWords);
  const [turn, setTurn] = useState(0);
  const draw = draws[turn % Math.max(1, draws.length)];
  if (!draw) return null;
  return (
    <div className="dates-sample">
      <p>
        <b>{t('sample', { n: register })}</b>{' '}
        <Button size="small" onClick={() => setTurn(turn + 1)}>
          {t('again')}
        </Button>
      </p>
      {draw.map(({ pool, sites }) => (
        <p key={pool}>
          {draw.length > 1 && <span className="side-note">{pool}：</span>}
          {sites.join('、') || t('nobody')}
        </p>
      ))}
      <p className="field-note">{t('sampleNote')}</p>
    </div>
  );
};

const Dates = ({ upcoming }: { readonly upcoming: Upcoming }) => {
  const t = useWords(scheduleWords);
  const language = useLanguage();
  const { today } = useDesk();
  const months = useMemo(() => monthsOf(upcoming.dates, calendar), [upcoming]);
  const day = (d: string) => showDay(d, today, language);
  const rolled = upcoming.dates.filter((date) => date.planned !== date.day);
  if (upcoming.dates.length === 0) return <p className="field-note">{t('never')}</p>;
  return (
    <section className="dates" aria-label={t('title')}>
      <h4>{t('title')}</h4>
      <div className="dates-months" role="img" aria-label={upcoming.dates.map((date) => day(date.day)).join('、')}>
        {months.map((month) => (
          <MonthGrid key={month.month} month={month} />
        ))}
      </div>
      <p className="dates-legend" aria-hidden>
        <span className="is-due">{t('due')}</span>
        <span className="is-rolled">{t('rolled')}</span>
        <span className="is-left">{t('left')}</span>
        <span className="is-off">{t('off')}</span>
      </p>
      {rolled.map((date) => (
        <p key={date.planned} className="dates-moved">
          ◆ {t('moved', { planned: day(date.planned), day: day(date.day) })}
        </p>
      ))}
      {upcoming.dates.some(({ provisional }) => provisional) && <p className="dates-provisional">◇ {t('provisional')}</p>}
      <Sample draws={upcoming.draws} register={upcoming.register} />
    </section>
  );
};

/** Beneath a schedule: its next dates in a line; while it is open, on a calendar with a sample draw from the register. */
export const ScheduleDates = ({ at }: { readonly at: string }) => {
  const t = useWords(scheduleWords);
  const language = useLanguage();
  const { today, checked } = useDesk();
  const { open } = useFocus();
  const name = textOf(useAt(at), 'name');
  const { upcoming } = useFollowed(checked);
  const own = upcoming.find((each) => each.schedule === name);
  if (!own) return open === at ? <p className="dates-line">{t('waits')}</p> : null;
  if (open === at) return <Dates upcoming={own} />;
  const next = own.dates.slice(0, 3).map(({ day }) => showDay(day, today, language));
  return <p className="dates-line">{next.length > 0 ? t('next', { days: next.join('、') }) : t('never')}</p>;
};
