import { addDays, type Day, daysOf, later, periodOf } from '@xiuhua/engine';
import { useSearchParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { useDutyWeeks, usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { DutyList, readAsk } from './DutyList.tsx';
import { WeeksTable } from './WeeksTable.tsx';
import { dutyWords } from './words.ts';

/** Days that are counted week by week at once. */
const longest = 400;

const Weeks = ({ start }: { readonly start: Day }) => {
  const t = useWords(dutyWords);
  const { today } = useHere();
  const end = daysOf(periodOf('week', addDays(today, 7))).last;
  const first = later(start, addDays(end, -longest));
  return (
    <Page title={t('title')} lead={t('lead')} actions={<TableLinks table="duties" of={{ from: first, to: end }} />}>
      <Loaded query={useDutyWeeks(first, end)} rows={10}>
        {(weeks) => <WeeksTable weeks={weeks} today={today} />}
      </Loaded>
    </Page>
  );
};

/** Inspections: without anything in the address week by week, else the duties asked for. */
export const DutiesPage = () => {
  const [search] = useSearchParams();
  const { today } = useHere();
  return (
    <Loaded query={usePlan()} rows={10}>
      {(plan) => {
        const ask = readAsk(search, plan.from, today);
        return ask ? <DutyList ask={ask} /> : <Weeks start={plan.from} />;
      }}
    </Loaded>
  );
};
