import { dayOf, type Event, type Fact } from '@xiuhua/engine';
import { Button } from 'antd';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { type Language, useLanguage, useWords } from '../../shared/language.ts';
import type { LogFilter } from '../campaign/addresses.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { showMoment } from '../say/moment.ts';
import { type Choice, Filters } from './Filters.tsx';
import styles from './log.module.css';
import { type LogPart, useLog } from './queries.ts';
import { placeOf, sayFact } from './say-fact.ts';
import { logWords } from './words.ts';

/** Every kind of fact there is, by the sentences for them. */
export const factKinds = Object.keys(logWords.zh).flatMap((key) =>
  key.startsWith('say_') ? [key.slice('say_'.length) as Fact['type']] : [],
);

/** Tells the facts of parts of the log in sentences, with what each finding is about. */
export const useTeller = (language: Language) => {
  const { today } = useHere();
  return (parts: readonly Pick<LogPart, 'about'>[]) => {
    const known = new Map(parts.flatMap(({ about }) => Object.entries(about)));
    return (fact: Fact): string => sayFact(fact, { language, today, known });
  };
};

const Row = ({ event, said }: { readonly event: Event; readonly said: string }) => {
  const t = useWords(logWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const place = placeOf(event.fact, to);
  return (
    <li className={styles.row}>
      <span className={styles.seq}>{event.seq}</span>
      <span className={styles.what}>
        <b>{t(event.fact.type)}</b>
        {place === undefined ? <span>{said}</span> : <Link to={place}>{said}</Link>}
      </span>
      <span className={styles.who}>
        {event.by.name}
        <small>{event.by.unit}</small>
      </span>
      <time dateTime={event.at} title={showDay(dayOf(event.at), today, now)}>
        {showMoment(event.at, today, now)}
      </time>
    </li>
  );
};

interface CampaignLogProps {
  readonly filter: LogFilter;
  readonly narrow: (change: LogFilter) => void;
  readonly clear: () => void;
  /** The members; those of the records on the screen where one may not see the members. */
  readonly people: readonly Choice[];
}

/** What happened in the campaign, newest first, narrowed down by the server. */
export const CampaignLog = ({ filter, narrow, clear, people }: CampaignLogProps) => {
  const t = useWords(logWords);
  const now = useLanguage();
  const teller = useTeller(now);
  const query = useLog(filter);
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const met = new Map(events.map(({ by }) => [by.account, by.name]));
  const choices = people.length > 0 ? people : [...met].map(([value, label]) => ({ value, label }));
  const units = [...(usePlan().data?.organization.clauses.keys() ?? [])].map((unit) => ({ value: unit, label: unit }));
  const narrowed = Object.values(filter).some((value) => value !== undefined && value !== '');
  return (
    <>
      <Filters
        filter={filter}
        narrow={narrow}
        people={choices}
        units={units}
        kinds={factKinds.map((kind) => ({ value: kind, label: t(kind) }))}
      />
      <Loaded query={query} rows={12}>
        {({ pages }) => {
          const say = teller(pages);
          if (events.length === 0)
            return narrowed ? (
              <Nothing action={<Button onClick={clear}>{t('clear')}</Button>}>{t('noneMatch')}</Nothing>
            ) : (
              <Nothing>{t('none')}</Nothing>
            );
          return (
            <>
              <p className={styles.count}>{t('count', { n: events.length, all: pages[0]?.last ?? events.length })}</p>
              <ol className={styles.rows}>
                {events.map((event) => (
                  <Row key={event.seq} event={event} said={say(event.fact)} />
                ))}
              </ol>
            </>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('older')}
          </Button>
        </p>
      )}
    </>
  );
};
