import { dayOf, type Event, type Fact } from '@xiuhua/engine';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { useFindings, useLog, useLogCheck } from '../campaign/queries.ts';
import { Loaded, Trouble } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Shape } from '../parts/Shape.tsx';
import { showMoment } from '../say/moment.ts';
import styles from './log.module.css';
import { findingsIn, placeOf, sayFact } from './say-fact.ts';
import { logWords } from './words.ts';

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

/** Reads the log from its first line and says whether it is whole, or which record is the first bad one. */
const Check = () => {
  const t = useWords(logWords);
  const check = useLogCheck();
  const { data } = check;
  const kind = data?.bad && (`bad_${data.bad.kind}` as keyof typeof logWords.zh);
  return (
    <div className={styles.check}>
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {t('check')}
      </Button>
      {data && (
        <p role="status" data-tone={data.bad ? 'late' : 'done'}>
          <Shape kind={data.bad ? 'square' : 'disc'} />{' '}
          {data.bad && kind ? t('checkBad', { seq: data.bad.seq, kind: t(kind), n: data.events }) : t('checkWhole', { n: data.events })}
        </p>
      )}
      {check.error && <Trouble error={check.error} />}
    </div>
  );
};

interface RecordsProps {
  readonly events: readonly Event[];
  readonly last: number;
  /** Fetches what is older; absent at the beginning of the log. */
  readonly older: (() => void) | undefined;
  readonly loading: boolean;
}

const Records = ({ events, last, older, loading }: RecordsProps) => {
  const t = useWords(logWords);
  const now = useLanguage();
  const { today } = useHere();
  const [filter, setFilter] = useState(nothing);
  const findings = useFindings().data?.findings ?? [];
  const narrow = (change: Partial<typeof nothing>) => setFilter({ ...filter, ...change });
  const known = new Map([...findings.map(({ id, site, item }) => [id, `${site} · ${item}`] as const), ...findingsIn(events)]);
  const say = (fact: Fact) => sayFact(fact, { language: now, today, known });
  const kinds = [...new Set(events.map((event) => event.fact.type))];
  const people = [...new Set(events.map((event) => event.by.name))].toSorted();
  const contains = (fact: Fact) => filter.text === '' || say(fact).toLowerCase().includes(filter.text.toLowerCase());
  const found = events.filter(
    (event) =>
      (filter.kind === '' || event.fact.type === filter.kind) &&
      (filter.person === '' || event.by.name === filter.person) &&
      contains(event.fact),
  );
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
        <span className={styles.count}>{t('count', { n: found.length, loaded: events.length, all: last })}</span>
      </div>
      {found.length === 0 ? (
        <Nothing action={<Button onClick={() => narrow(nothing)}>{t('clear')}</Button>}>{t('noneMatch')}</Nothing>
      ) : (
        <ol className={styles.rows}>
          {found.map((event) => (
            <Row key={event.seq} event={event} said={say(event.fact)} />
          ))}
        </ol>
      )}
      {older && (
        <p className={styles.more}>
          <Button loading={loading} onClick={older}>
            {t('older')}
          </Button>
        </p>
      )}
    </>
  );
};

/** The log of the campaign in words, newest first and page by page, for the office and the leading group. */
export const LogPage = () => {
  const t = useWords(logWords);
  const query = useLog();
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Check />}>
      <Loaded query={query} rows={12}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events);
          const older = query.hasNextPage ? () => void query.fetchNextPage() : undefined;
          if (events.length === 0) return <Nothing>{t('none')}</Nothing>;
          return <Records events={events} last={pages[0]?.last ?? events.length} older={older} loading={query.isFetchingNextPage} />;
        }}
      </Loaded>
    </Page>
  );
};
