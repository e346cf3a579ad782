import { dayOf, type Event, type Fact } from '@xiuhua/engine';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { useLog } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { showMoment } from '../say/moment.ts';
import styles from './log.module.css';
import { findingsIn, placeOf, sayFact } from './say-fact.ts';
import { logWords } from './words.ts';

const batch = 100;
const nothing = { kind: '', person: '', text: '' };

const Row = ({ event, said }: { readonly event: Event; readonly said: string }) => {
  const t = useWords(logWords);
  const now = useLanguage();
  const { campaign, today } = useHere();
  const place = placeOf(event.fact, addresses(campaign));
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

const Records = ({ events }: { readonly events: readonly Event[] }) => {
  const t = useWords(logWords);
  const now = useLanguage();
  const { today } = useHere();
  const [filter, setFilter] = useState(nothing);
  const [shown, setShown] = useState(batch);
  const narrow = (change: Partial<typeof nothing>) => {
    setFilter({ ...filter, ...change });
    setShown(batch);
  };
  const known = findingsIn(events);
  const say = (fact: Fact) => sayFact(fact, { language: now, today, known });
  const kinds = [...new Set(events.map((event) => event.fact.type))];
  const people = [...new Set(events.map((event) => event.by.name))].toSorted();
  const contains = (fact: Fact) => filter.text === '' || say(fact).toLowerCase().includes(filter.text.toLowerCase());
  const found = events
    .filter(
      (event) =>
        (filter.kind === '' || event.fact.type === filter.kind) &&
        (filter.person === '' || event.by.name === filter.person) &&
        contains(event.fact),
    )
    .toReversed();
  const rest = found.length - shown;
  return (
    <>
      <div className={styles.filters}>
        <Select
          aria-label={t('kind')}
          value={filter.kind}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t('all') }, ...kinds.map((kind) => ({ value: kind as string, label: t(kind) as string }))]}
          onChange={(kind) => narrow({ kind })}
        />
        <Select
          aria-label={t('person')}
          value={filter.person}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: t('everybody') }, ...people.map((person) => ({ value: person, label: person }))]}
          onChange={(person) => narrow({ person })}
        />
        <Input.Search
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          value={filter.text}
          onChange={(event) => narrow({ text: event.target.value })}
        />
        <span className={styles.count}>{t('count', { n: found.length })}</span>
      </div>
      {found.length === 0 ? (
        <Nothing action={<Button onClick={() => narrow(nothing)}>{t('clear')}</Button>}>{t('noneMatch')}</Nothing>
      ) : (
        <ol className={styles.rows}>
          {found.slice(0, shown).map((event) => (
            <Row key={event.seq} event={event} said={say(event.fact)} />
          ))}
        </ol>
      )}
      {rest > 0 && (
        <p className={styles.more}>
          <Button onClick={() => setShown(shown + batch)}>{t('more', { n: Math.min(rest, batch) })}</Button>
        </p>
      )}
    </>
  );
};

/** The log of the campaign in words, newest first, for the office and the leading group. */
export const LogPage = () => {
  const t = useWords(logWords);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useLog()} rows={12}>
        {({ events }) => (events.length === 0 ? <Nothing>{t('none')}</Nothing> : <Records events={events} />)}
      </Loaded>
    </Page>
  );
};
