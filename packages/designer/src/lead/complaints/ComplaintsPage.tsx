import { type CompiledChannel, type ComplaintView, isOpen } from '@xiuhua/engine';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useComplaints, usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { findingSign } from '../say/sign.ts';
import { ComplaintForm } from './ComplaintForm.tsx';
import styles from './complaints.module.css';
import { Surveys } from './Surveys.tsx';
import { complaintWords } from './words.ts';

const Row = ({ view }: { readonly view: ComplaintView }) => {
  const t = useWords(complaintWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const day = showDay(view.reported ?? view.day, today, now);
  return (
    <li>
      <Link to={to.finding(view.finding)} className={styles.row}>
        <SignTag sign={findingSign(view)} />
        <span className={styles.what}>
          <b>{view.topic}</b> <span>{view.site}</span>
          <small>{view.text}</small>
        </span>
        <span className={styles.side}>
          {view.unit}
          <small>{t('taken', { channel: view.channel, day })}</small>
        </span>
        <span className={styles.due}>{isOpen(view) && t('due', { day: showDay(view.due, today, now) })}</span>
      </Link>
    </li>
  );
};

const List = ({ views }: { readonly views: readonly ComplaintView[] }) => {
  const t = useWords(complaintWords);
  const [shown, setShown] = useState<'open' | 'all'>('open');
  const open = views.filter(isOpen);
  const listed = (shown === 'open' ? open : views).toReversed();
  if (views.length === 0) return <Nothing>{t('none')}</Nothing>;
  return (
    <>
      <Segmented
        aria-label={t('which')}
        className={styles.filter}
        value={shown}
        options={[
          { value: 'open', label: t('open', { n: open.length }) },
          { value: 'all', label: t('all', { n: views.length }) },
        ]}
        onChange={setShown}
      />
      {listed.length === 0 ? (
        <Nothing>{t('noneOpen')}</Nothing>
      ) : (
        <ul className={styles.rows}>
          {listed.map((view) => (
            <Row key={view.complaint} view={view} />
          ))}
        </ul>
      )}
    </>
  );
};

/** The channels of the plan: where people report, who takes it in, what it takes in. */
const Channels = ({ channels }: { readonly channels: readonly CompiledChannel[] }) => {
  const t = useWords(complaintWords);
  return (
    <Panel title={t('channels')}>
      <ul className={styles.channels}>
        {channels.map(({ channel, by, topics }) => (
          <li key={channel.name}>
            <b>{channel.name}</b>
            {channel.entry && <span>{channel.entry}</span>}
            <small>{t('takes', { by, topics: [...topics.keys()].join('、') })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** What the public says: complaints taken in and what became of them, and the surveys. */
export const ComplaintsPage = () => {
  const t = useWords(complaintWords);
  const may = useMay('TakeComplaint');
  const { actor } = useHere();
  const plan = usePlan().data;
  const query = useComplaints();
  const [taking, setTaking] = useState(false);
  const channels = [...(plan?.publicity.channels.values() ?? [])];
  const own = channels.filter(({ by }) => by === actor.unit);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may &&
        own.length > 0 && (
          <Button type="primary" onClick={() => setTaking(true)}>
            {t('take')}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <div>
          {channels.length > 0 ? (
            <Loaded query={query}>{(views) => <List views={views} />}</Loaded>
          ) : (
            plan && <Nothing>{t('noChannels')}</Nothing>
          )}
        </div>
        <aside>
          {channels.length > 0 && <Channels channels={channels} />}
          <Surveys />
        </aside>
      </div>
      {taking && plan && <ComplaintForm plan={plan} channels={own} onClose={() => setTaking(false)} />}
    </Page>
  );
};
