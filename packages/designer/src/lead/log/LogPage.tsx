import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import type { LogFilter } from '../campaign/addresses.ts';
import { seesOutbox, useAddresses, useHere, watches } from '../campaign/here.ts';
import { Page } from '../parts/Page.tsx';
import { useMembers } from '../records/queries.ts';
import { showMoment } from '../say/moment.ts';
import { AccessLog } from './AccessLog.tsx';
import { CampaignLog, useTeller } from './CampaignLog.tsx';
import { Check } from './Check.tsx';
import { csvText, handOver } from './csv.ts';
import type { Choice } from './Filters.tsx';
import styles from './log.module.css';
import { exportLog } from './queries.ts';
import { logWords } from './words.ts';

const keys = ['account', 'kind', 'unit', 'text', 'from', 'to'] as const;

/** What the log is narrowed down to, kept in the address, so that a link shows the same rows. */
const useNarrowing = () => {
  const [search, setSearch] = useSearchParams();
  const filter: LogFilter = Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])));
  const put = (next: Readonly<Record<string, string | undefined>>): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(next)) {
          if (value) after.set(key, value);
          else after.delete(key);
        }
        return after;
      },
      { replace: true },
    );
  const narrow = (change: LogFilter): void => put({ ...change });
  const clear = (): void => put(Object.fromEntries(keys.map((key) => [key, undefined])));
  return { filter, narrow, clear, access: search.get('of') === 'access' };
};

/** Takes the log, narrowed down as on the screen, out as a table that Excel opens; no cell is a formula. */
const ExportButton = ({ filter }: { readonly filter: LogFilter }) => {
  const t = useWords(logWords);
  const now = useLanguage();
  const teller = useTeller(now);
  const { message } = App.useApp();
  const { campaign, title, today } = useHere();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const part = await exportLog(campaign, filter);
      const say = teller([part]);
      const heads = [t('number'), t('when'), t('person'), t('whoUnit'), t('kind'), t('what')];
      const rows = part.events.map(({ seq, at, by, fact }) => [seq, showMoment(at, '', now), by.name, by.unit, t(fact.type), say(fact)]);
      handOver(`${title} ${t('fileName')} ${today}.csv`, csvText([heads, ...rows]));
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void take()}>
      {t(busy ? 'exporting' : 'export')}
    </Button>
  );
};

const WithMembers = ({ children }: { readonly children: (people: readonly Choice[]) => ReactNode }) =>
  children((useMembers().data ?? []).map(({ account, name }) => ({ value: account, label: name })));

/** The log of the campaign in words, and that of access for those who watch over it. */
export const LogPage = () => {
  const t = useWords(logWords);
  const { actor } = useHere();
  const { filter, narrow, clear, access } = useNarrowing();
  const to = useAddresses();
  const shown = access && watches(actor);
  const content = (people: readonly Choice[]) =>
    shown ? (
      <AccessLog filter={filter} narrow={narrow} people={people} />
    ) : (
      <CampaignLog filter={filter} narrow={narrow} clear={clear} people={people} />
    );
  return (
    <Page
      title={t('title')}
      lead={t(shown ? 'accessLead' : 'lead')}
      actions={
        <>
          {!shown && <ExportButton filter={filter} />}
          <Check key={shown ? 'access' : 'log'} of={shown ? 'access' : 'log'} />
        </>
      }
    >
      {watches(actor) && (
        <nav className={styles.logs} aria-label={t('logs')}>
          <Link to={to.log()} aria-current={shown ? undefined : 'page'}>
            {t('ofCampaign')}
          </Link>
          <Link to={to.log({ of: 'access' })} aria-current={shown ? 'page' : undefined}>
            {t('ofAccess')}
          </Link>
        </nav>
      )}
      {seesOutbox(actor) ? <WithMembers>{content}</WithMembers> : content([])}
    </Page>
  );
};
