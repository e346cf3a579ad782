import { addDays, type Day, daysOf, isDay, kindOf, later, type Period } from '@xiuhua/engine';
import { Button, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useDuties } from '../campaign/queries.ts';
import { longest } from '../campaign/stretches.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { DutyRows } from './DutyRows.tsx';
import styles from './duties.module.css';
import { inState, weekOfDuty } from './weeks.ts';
import { dutyWords } from './words.ts';

/** What part of the duties an address asks for: those due in a week, or those whose days touch a span. */
export interface DutyAsk {
  readonly from: Day;
  readonly to: Day;
  readonly week: Period | undefined;
  readonly state: string;
  readonly unit: string | undefined;
}

/** Reads the ask from an address; `undefined` when it names no days, so that the weeks are shown. */
export const readAsk = (search: URLSearchParams, start: Day, today: Day): DutyAsk | undefined => {
  const of = (key: string) => search.get(key) ?? undefined;
  const week = of('week');
  const [state, unit] = [of('state') ?? 'all', of('unit')];
  if (week !== undefined && kindOf(week) === 'week') {
    const { first, last } = daysOf(week);
    return { from: first, to: last, week, state, unit };
  }
  if (of('from') === undefined && of('to') === undefined && of('state') === undefined) return undefined;
  const day = (key: string, otherwise: Day) => (isDay(of(key) ?? '') ? (of(key) ?? otherwise) : otherwise);
  const to = day('to', today);
  return { from: day('from', start), to, week: undefined, state, unit };
};

const states = ['all', 'done', 'late', 'visited', 'open', 'upcoming', 'missed'] as const;

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
  return (
    <Loaded query={useDuties(ask.from, ask.to, ask.unit)} rows={10}>
      {({ duties }) => {
        const asked = duties.filter((duty) => ask.week === undefined || weekOfDuty(duty) === ask.week);
        const shown = asked
          .filter((duty) => inState(duty, ask.state))
          .toSorted((a, b) => b.due.localeCompare(a.due) || a.site.localeCompare(b.site, 'zh'));
        const count = (state: string) => asked.filter((duty) => inState(duty, state)).length;
        const offered = states.filter((state) => state === 'all' || state === ask.state || (state !== 'visited' && count(state) > 0));
        const lead = ask.unit === undefined ? t('listLead', { n: asked.length }) : t('unitLead', { unit: ask.unit, n: asked.length });
        return (
          <Page
            title={t('listTitle', span)}
            lead={lead}
            back={{ to: to.duties(), text: t('back') }}
            actions={<TableLinks table="duties" of={{ from: later(ask.from, addDays(ask.to, -longest)), to: ask.to }} />}
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
            {shown.length === 0 ? <Nothing>{t('noneState')}</Nothing> : <DutyRows key={`${ask.state}${ask.unit ?? ''}`} duties={shown} />}
          </Page>
        );
      }}
    </Loaded>
  );
};
