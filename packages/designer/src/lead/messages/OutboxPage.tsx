import { sayMessageKind } from '@xiuhua/engine';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere, useInOffice } from '../campaign/here.ts';
import { Loaded, Trouble } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Shape } from '../parts/Shape.tsx';
import { showMoment } from '../say/moment.ts';
import { AddRobot } from './AddRobot.tsx';
import styles from './messages.module.css';
import { type OutboxRow, type Robot, useOutbox, usePauseRobot, useRemoveRobot, useRobots, useSendAgain } from './queries.ts';
import { MoveRobot } from './RobotAddress.tsx';
import { messagePageWords } from './words.ts';

const RobotRow = ({ robot }: { readonly robot: Robot }) => {
  const t = useWords(messagePageWords);
  const now = useLanguage();
  const may = useInOffice();
  const [pause, remove] = [usePauseRobot(), useRemoveRobot()];
  const { id, name, kind, host, tail, signed, lost, unit, kinds, rhythm, paused } = robot;
  const marks = [t(kind), ...(lost ? [] : [`${host} …${tail}`]), ...(signed ? [t('signed')] : []), unit || t('everyUnit'), t(rhythm)];
  return (
    <li>
      <span>
        <b>{name}</b> {paused && <span className={styles.paused}>{t('paused')}</span>}
        <small>{marks.join(' · ')}</small>
        {lost && <strong className={styles.off}>▲ {t('lost')}</strong>}
        <small>{kinds.map((one) => sayMessageKind(one as Parameters<typeof sayMessageKind>[0], now)).join('、')}</small>
      </span>
      {may && (
        <span className={styles.deeds}>
          <Button size="small" loading={pause.isPending} onClick={() => pause.mutate({ id, paused: !paused })}>
            {t(paused ? 'resume' : 'pause')}
          </Button>
          <MoveRobot robot={robot} />
          <Popconfirm title={t('removeAsk')} okText={t('remove')} cancelText={t('cancel')} onConfirm={() => remove.mutate(id)}>
            <Button size="small">{t('remove')}</Button>
          </Popconfirm>
        </span>
      )}
    </li>
  );
};

const tones = { waiting: 'ring', sending: 'half', sent: 'disc', failed: 'square', unsure: 'triangle' } as const;

const SentRow = ({ row }: { readonly row: OutboxRow }) => {
  const t = useWords(messagePageWords);
  const now = useLanguage();
  const may = useInOffice();
  const { today } = useHere();
  const again = useSendAgain();
  const { state, text, robotName, at, nextAt, attempts, reason } = row;
  const when = state === 'waiting' ? t('next', { when: showMoment(nextAt, today, now) }) : showMoment(at, today, now);
  return (
    <li data-state={state}>
      <span className={styles.state}>
        <Shape kind={tones[state]} /> {t(state)}
      </span>
      <span>
        {text}
        {reason && (
          <small>
            {reason}
            {attempts > 1 && ` · ${t('tried', { n: attempts })}`}
          </small>
        )}
      </span>
      <span className={styles.when}>
        {when}
        <small>{robotName}</small>
      </span>
      <span className={styles.deeds}>
        {may && (state === 'failed' || state === 'unsure') && (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate([row])}>
            {t('again')}
          </Button>
        )}
      </span>
    </li>
  );
};

const batch = 50;

const Rows = ({ rows }: { readonly rows: readonly OutboxRow[] }) => {
  const t = useWords(messagePageWords);
  const may = useInOffice();
  const again = useSendAgain();
  const [shown, setShown] = useState(batch);
  const rest = rows.length - shown;
  const failed = rows.filter(({ state }) => state === 'failed');
  if (rows.length === 0) return <p className={styles.hint}>{t('noRows')}</p>;
  return (
    <>
      {again.error && <Trouble error={again.error} />}
      {may && failed.length > 1 && (
        <Button size="small" loading={again.isPending} onClick={() => again.mutate(failed)}>
          {t('againAll')}
        </Button>
      )}
      {rows.some(({ state }) => state === 'unsure') && <p className={styles.hint}>{t('againNote')}</p>}
      <ul className={styles.rows}>
        {rows.slice(0, shown).map((row) => (
          <SentRow key={`${row.robot} ${row.message}`} row={row} />
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.more}>
          <Button onClick={() => setShown(shown + batch)}>{t('more', { n: Math.min(rest, batch) })}</Button>
        </p>
      )}
    </>
  );
};

/** Robots of group chats, what is on its way to them and what became of it. */
export const OutboxPage = () => {
  const t = useWords(messagePageWords);
  const now = useLanguage();
  const may = useInOffice();
  const { today } = useHere();
  const robots = useRobots();
  const off = robots.data?.hosts.length === 0;
  return (
    <Page title={t('outbox')} lead={t('outboxLead')} actions={may && <AddRobot disabled={off || robots.data === undefined} />}>
      <div className={styles.stack}>
        <Panel title={t('robots')} note={robots.data && !off ? t('allowed', { hosts: robots.data.hosts.join('、') }) : undefined}>
          <Loaded query={robots}>
            {({ robots: all }) => (
              <>
                {off && <p className={styles.off}>▲ {t('off')}</p>}
                {all.length === 0 && !off && <Nothing>{t('noRobots')}</Nothing>}
                {all.length > 0 && (
                  <ul className={styles.robots}>
                    {all.map((robot) => (
                      <RobotRow key={robot.id} robot={robot} />
                    ))}
                  </ul>
                )}
              </>
            )}
          </Loaded>
        </Panel>
        <Panel title={t('rows')}>
          <Loaded query={useOutbox()}>
            {({ quietUntil, rows }) => (
              <>
                {quietUntil && rows.some(({ state }) => state === 'waiting') && (
                  <p className={styles.hint}>{t('quiet', { when: showMoment(quietUntil, today, now) })}</p>
                )}
                <Rows rows={rows} />
              </>
            )}
          </Loaded>
        </Panel>
      </div>
    </Page>
  );
};
