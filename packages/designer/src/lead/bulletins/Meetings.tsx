import type { MeetingView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useMeetings, useResolutions } from '../campaign/queries.ts';
import { Fold } from '../parts/Fold.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { meetingSigns } from '../say/sign.ts';
import styles from './bulletins.module.css';
import { bulletinWords } from './words.ts';

/** How many sittings are shown at once, of those to come and of those behind. */
const near = { ahead: 2, past: 5 } as const;

const Row = ({ view, open }: { readonly view: MeetingView; readonly open: number }) => {
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const { meeting, day, clock, chair, state, resolutions } = view;
  const n = resolutions.length;
  return (
    <li className={styles.row}>
      <Link className={styles.name} to={to.meeting(meeting, day)}>
        {meeting} · {showDay(day, today, now)} {clock}
      </Link>
      <span className={styles.when}>
        {n > 0 ? t(open > 0 ? 'decidedOpen' : 'decidedAll', { n, open }) : state === 'past' ? t('decidedNothing') : t('agendaReady')}
      </span>
      <SignTag sign={meetingSigns[state]} />
      <span className={styles.signer}>{t('chair', { post: chair })}</span>
    </li>
  );
};

/** The meetings of the plan: the next ones, with the agenda already written, and the last ones, with what they decided. */
export const Meetings = () => {
  const t = useWords(bulletinWords);
  const views = useMeetings().data ?? [];
  const open = new Set((useResolutions().data ?? []).filter(({ done }) => !done).map(({ id }) => id));
  if (views.length === 0) return null;
  const past = views.filter(({ state }) => state === 'past');
  const ahead = views.filter(({ state }) => state !== 'past').slice(-near.ahead);
  const rows = (list: readonly MeetingView[]) => (
    <ul className={styles.plain}>
      {list.map((view) => (
        <Row key={`${view.meeting} ${view.day}`} view={view} open={view.resolutions.filter((id) => open.has(id)).length} />
      ))}
    </ul>
  );
  const older = past.slice(near.past);
  return (
    <div className={styles.below}>
      <Panel title={t('meetings')} note={t('meetingsNote')}>
        {rows([...ahead, ...past.slice(0, near.past)])}
        {older.length > 0 && (
          <div className={styles.older}>
            <Fold summary={t('olderMeetings', { n: older.length })}>{rows(older)}</Fold>
          </div>
        )}
      </Panel>
    </div>
  );
};
