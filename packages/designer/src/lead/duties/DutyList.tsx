import { type Day, type DutyState, daysOf, isDay, kindOf, type Period } from '@xiuhua/engine';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useDuties } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { DutyRows } from './DutyRows.tsx';
import styles from './duties.module.css';
import { dutyWords } from './words.ts';

/** What part of the duties an address asks for: those due in a week, or those whose days touch a span. */
export interface DutyAsk {
  readonly from: Day;
  readonly to: Day;
  readonly week: Period | undefined;
  readonly state: string;
  readonly unit: string | undefined;
}

const states = ['all', 'done', 'late', 'visited', 'open', 'upcoming', 'missed'] as const;

/** Reads the ask from an address; `undefined` when it names no days, so that the weeks are shown. */
export const readAsk = (search: URLSearchParams, start: Day, today: Day): DutyAsk | undefined => {
  const of = (key: string) => search.get(key) ?? undefined;
  const week = of('week');
  const [state, unit] = [states.find((one) => one === of('state')) ?? 'all', of('unit')];
  if (week !== undefined && kindOf(week) === 'week') {
    const { first, last } = daysOf(week);
    return { from: first, to: last, week, state, unit };
  }
  if (of('from') === undefined && of('to') === undefined && of('state') === undefined) return undefined;
  const day = (key: string, otherwise: Day) => (isDay(of(key) ?? '') ? (of(key) ?? otherwise) : otherwise);
  const to = day('to', today);
  return { from: day('from', start), to, week: undefined, state, unit };
};

/** Duties shown at first and with each wish for more, and at most. */
const [batch, most] = [60, 960];

/** The duties asked for, with their state, and the way to each record. */
export const DutyList = ({ ask }: { readonly ask: DutyAsk }) => {
  const t = useWords(dutyWords);
  const now = useLanguage();
  const go = useNavigate();
  const { today } = useHere();
  const to = useAddresses();
  const again = (change: Partial<DutyAsk>) => {
    const { week, from, to: until, state, unit } = { ...ask, ...change };
    void go(to.duties(week === undefined ? { from, to: until, state, unit } : { week, state, unit }), { replace: true });
  };
  const span = { from: showDay(ask.from, today, now), to: showDay(ask.to, today, now) };
  const asked = JSON.stringify(ask);
  const [more, setMore] = useState({ asked, limit: batch });
  const limit = more.asked === asked ? more.limit : batch;
  const { week, ...days } = ask;
  const { from, to: until, state, unit } = ask;
  const table = { from, to: until, state, ...(week !== undefined && { due: 'yes' }), ...(unit !== undefined && { unit }) };
  return (
    <Loaded query={useDuties({ ...days, due: week && 'yes', limit })} rows={10}>
      {({ duties, found, all, counts }) => {
        const count = (state: string) =>
          state === 'all' ? all : state === 'visited' ? counts.done + counts.late : (counts[state as DutyState] ?? 0);
        const offered = states.filter((state) => state === 'all' || state === ask.state || (state !== 'visited' && count(state) > 0));
        const lead = ask.unit === undefined ? t('listLead', { n: all }) : t('unitLead', { unit: ask.unit, n: all });
        return (
          <Page
            title={t('listTitle', span)}
            lead={lead}
            back={{ to: to.duties(), text: t('back') }}
            actions={<TableLinks table="duties" of={table} />}
          >
            <div className={styles.filters}>
              <Segmented
                aria-label={t('state')}
                value={ask.state}
                options={offered.map((state) => ({ value: state, label: `${t(state)} ${count(state)}` }))}
                onChange={(state) => again({ state })}
              />
              {ask.unit !== undefined && <Button onClick={() => again({ unit: undefined })}>{t('clear')}</Button>}
            </div>
            {found === 0 ? <Nothing>{t('noneState')}</Nothing> : <DutyRows duties={duties} />}
            {found > duties.length && (
              <p className={styles.more}>
                {limit < most ? (
                  <Button onClick={() => setMore({ asked, limit: limit + batch })}>
                    {t('more', { n: Math.min(found - duties.length, batch) })}
                  </Button>
                ) : (
                  t('tooMany', { n: found - duties.length })
                )}
              </p>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
};
