import type { RecordsView } from '@xiuhua/engine';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { showMoment } from '../say/moment.ts';
import { ChooseForm, noneCounts } from './ChooseForm.tsx';
import { Compare } from './Compare.tsx';
import { useRecords } from './queries.ts';
import styles from './records.module.css';
import { recordWords } from './words.ts';

const shapes = { open: '▲', returned: '◐', late: '▲', decided: '●' } as const;
const tones = { open: 'risk', returned: 'under', late: 'risk', decided: 'done' } as const;

const State = ({ state }: { readonly state: RecordsView['state'] }) => {
  const t = useWords(recordWords);
  return (
    <span className={styles.state} data-tone={tones[state]}>
      {shapes[state]} {t(state)}
    </span>
  );
};

/** Who chose what and why, and what was sent back. */
const History = ({ duty }: { readonly duty: RecordsView }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today } = useHere();
  const numberOf = (record: string) => duty.records.findIndex((one) => one.record === record) + 1;
  const returns = duty.records.flatMap((record) => record.returns);
  if (duty.choices.length + returns.length === 0) return null;
  return (
    <Panel title={t('history')}>
      <ul className={styles.history}>
        {returns.map((back) => (
          <li key={back.at}>
            {t('remark', { when: showMoment(back.at, today, now), by: back.by })}
            <ul>
              {Object.entries(back.remarks).map(([item, remark]) => (
                <li key={item}>
                  {item}：{remark}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {duty.choices.map((choice) => (
          <li key={choice.at}>
            {t(choice.record === '' ? 'noneChoice' : 'choice', {
              when: showMoment(choice.at, today, now),
              by: choice.by,
              n: numberOf(choice.record),
              reason: choice.reason,
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Late = ({ duty }: { readonly duty: RecordsView }) => {
  const t = useWords(recordWords);
  const to = useAddresses();
  const results = [...new Set(duty.records.flatMap((record) => record.afterPublished))];
  if (results.length === 0) return null;
  const names = results.map((result) => result.replace('·', ' ')).join('、');
  return (
    <p className={styles.late}>
      ▲ {t('lateLead', { results: names })} <Link to={to.rankings()}>{t('toRankings')}</Link>
    </p>
  );
};

const One = ({ duty }: { readonly duty: RecordsView }) => {
  const t = useWords(recordWords);
  const to = useAddresses();
  const may = useMay('ChooseRecord');
  const plan = usePlan(duty.records[0]?.plan).data;
  return (
    <Page title={`${duty.site} · ${duty.checklist}`} lead={<State state={duty.state} />} back={{ to: to.records(), text: t('back') }}>
      <div className={styles.stack}>
        <Late duty={duty} />
        <Panel title={t('records', { n: duty.records.length })}>
          <Compare duty={duty} checklist={plan?.checklists.get(duty.checklist)} />
        </Panel>
        {may && (duty.records.length > 1 || noneCounts(duty)) && (
          <Panel title={t('chooseTitle')}>
            <ChooseForm key={duty.choices.length} duty={duty} />
          </Panel>
        )}
        <History duty={duty} />
      </div>
    </Page>
  );
};

const List = ({ duties }: { readonly duties: readonly RecordsView[] }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  return (
    <Panel title={t('title')} note={t('records', { n: duties.length })}>
      <ul className={styles.list}>
        {duties.map((duty) => (
          <li key={duty.duty}>
            <Link to={to.records(duty.duty)}>
              {duty.site} · {duty.checklist}
            </Link>
            <State state={duty.state} />
            <span>{t('records', { n: duty.records.length })}</span>
            <span className={styles.marks}>{showMoment(duty.records.at(-1)?.at ?? '', today, now)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** Records that need the office: a list, and one duty with its records side by side. */
export const RecordsPage = () => {
  const t = useWords(recordWords);
  const [search] = useSearchParams();
  const may = useMay('ChooseRecord');
  const to = useAddresses();
  const wanted = search.get('duty');
  return (
    <Loaded query={useRecords()} rows={8}>
      {({ duties }) => {
        const duty = duties.find((one) => one.duty === wanted);
        if (duty) return <One duty={duty} />;
        const actions = may && (
          <>
            <Link to={to.phoneFile()}>
              <Button>{t('import')}</Button>
            </Link>
            <Link to={to.phones()}>
              <Button>{t('phones')}</Button>
            </Link>
            <Link to={to.siteCodes()}>
              <Button>{t('codes')}</Button>
            </Link>
          </>
        );
        return (
          <Page title={t('title')} lead={t('lead')} actions={actions}>
            {duties.length === 0 ? <Nothing>{t('none')}</Nothing> : <List duties={duties} />}
          </Page>
        );
      }}
    </Loaded>
  );
};
