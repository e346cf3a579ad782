import { type DrawBook, type DrawRecord, sayPeriod } from '@xiuhua/engine';
import { Button } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Fold } from '../parts/Fold.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { AgainButton } from './AgainButton.tsx';
import styles from './draws.module.css';
import { useDraws } from './useDraws.ts';
import { drawWords } from './words.ts';

/** Hands a book of draws out as a file, for whoever wants to compute it again. */
const handOut = (book: DrawBook): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(book, null, 1)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${book.schedule}.json` });
  link.click();
  URL.revokeObjectURL(url);
};

const Hash = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <p className={styles.hash}>
    <span>{label}</span> <code>{value}</code>
  </p>
);

/** Sites of a draw, each with who goes when that was drawn too. */
const Sites = ({ record, drawnCrew }: { readonly record: DrawRecord; readonly drawnCrew: boolean }) => {
  const t = useWords(drawWords);
  return (
    <ul className={styles.sites}>
      {record.crews.map(({ site, by, along }) => (
        <li key={site}>
          {site}
          {drawnCrew && (
            <small>
              {t('by', { unit: by })}
              {along.length > 0 && ` · ${t('along', { units: along.join('、') })}`}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
};

interface DrawProps {
  readonly record: DrawRecord;
  readonly drawnCrew: boolean;
  /** True when a later issue took its place. */
  readonly replaced: boolean;
  /** True for the draw that can be made again, if any can. */
  readonly newest: boolean;
}

const Draw = ({ record, drawnCrew, replaced, newest }: DrawProps) => {
  const t = useWords(drawWords);
  const now = useLanguage();
  const rested = record.pools.flatMap(({ leftOut }) => leftOut);
  const must = record.pools.reduce((sum, { mustTake }) => sum + mustTake, 0);
  return (
    <li className={styles.draw} data-replaced={replaced || undefined}>
      <div className={styles.head}>
        <h3>{sayPeriod(record.period, now)}</h3>
        {record.issue > 1 && <b>{t('issue', { n: record.issue })}</b>}
        {replaced && <span className={styles.note}>{t('replaced')}</span>}
      </div>
      {record.reason !== '' && <p>{t('reason', { reason: record.reason })}</p>}
      <Sites record={record} drawnCrew={drawnCrew} />
      {newest && (
        <div className={styles.act}>
          <AgainButton record={record} />
        </div>
      )}
      {rested.length > 0 && <p className={styles.note}>{t('rested', { sites: rested.join('、') })}</p>}
      {must > 0 && <p className={styles.note}>{t('must', { n: must })}</p>}
      <Fold summary={t('details')}>
        <Hash label={t('drawSeed')} value={record.seed} />
        <Hash label={t('register')} value={record.register} />
        <Hash label={t('record')} value={record.hash} />
      </Fold>
    </li>
  );
};

/** How many draws of a schedule are shown before one asks for the older ones. */
const near = 3;

const Book = ({ book }: { readonly book: DrawBook }) => {
  const t = useWords(drawWords);
  const register = book.registers.at(-1);
  const drawnCrew = book.registers.some(({ by, along }) => by.length > 1 || along !== null);
  const last = book.records.length - 1;
  const download = (
    <Button size="small" type="link" title={t('downloadHint')} onClick={() => handOut(book)}>
      {t('download')}
    </Button>
  );
  const draws = book.records
    .map((record, i) => (
      <Draw
        key={record.hash}
        record={record}
        drawnCrew={drawnCrew}
        replaced={book.records[i + 1]?.period === record.period}
        newest={i === last}
      />
    ))
    .reverse();
  if (!register) return <Panel title={book.schedule}>{<p className={styles.note}>{t('noneYet')}</p>}</Panel>;
  return (
    <Panel title={book.schedule} note={t('from', { n: register.lines.length })} more={download}>
      <ul className={styles.draws}>{draws.slice(0, near)}</ul>
      {draws.length > near && (
        <Fold summary={t('older', { n: draws.length - near })}>
          <ul className={styles.draws}>{draws.slice(near)}</ul>
        </Fold>
      )}
    </Panel>
  );
};

const Seed = ({ book }: { readonly book: DrawBook }) => {
  const t = useWords(drawWords);
  if (book.commitment === null) return <p className={styles.note}>{t('unseeded')}</p>;
  return (
    <section className={styles.seed}>
      <Hash label={t('commitment')} value={book.commitment} />
      {book.seed !== null && <Hash label={t('seed')} value={book.seed} />}
      <p className={styles.note}>{t('commitmentText')}</p>
    </section>
  );
};

/** The draws of the campaign as far as they have begun, with everything needed to compute them again. */
export const DrawsPage = () => {
  const t = useWords(drawWords);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useDraws()} rows={10}>
        {(books) =>
          books[0] ? (
            <div className={styles.books}>
              <Seed book={books[0]} />
              {books.map((book) => (
                <Book key={book.schedule} book={book} />
              ))}
            </div>
          ) : (
            <Nothing>{t('none')}</Nothing>
          )
        }
      </Loaded>
    </Page>
  );
};
