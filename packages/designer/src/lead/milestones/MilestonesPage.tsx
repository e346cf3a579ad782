import { daysBetween, type MilestoneView, type PhaseView, type ProgressView } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { SeamLine } from '../board/SeamLine.tsx';
import { useHere, useMay } from '../campaign/here.ts';
import { useBoard, useEnd, useProgress } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Photos } from '../parts/Photos.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { ReportButton, Slip, TaskLines, UnitLines } from '../progress/ProgressLines.tsx';
import { progressWords } from '../progress/words.ts';
import { lightSigns, milestoneSigns, unfinishedSign } from '../say/sign.ts';
import styles from './milestones.module.css';
import { ReachForm } from './ReachForm.tsx';
import { milestoneWords } from './words.ts';

/** How a milestone stands to its day: days late, past or left. */
const useDistance = () => {
  const t = useWords(milestoneWords);
  const { today } = useHere();
  return ({ by, reached }: MilestoneView): string => {
    const late = daysBetween(by, reached?.day ?? today);
    if (reached) return late > 0 ? t('late', { n: late }) : '';
    if (late > 0) return t('past', { n: late });
    return late === 0 ? t('today') : t('left', { n: -late });
  };
};

interface MilestoneProps {
  readonly milestone: MilestoneView;
  /** How far units say it has come; absent until it is known. */
  readonly progress: ProgressView | undefined;
  readonly onReach: (() => void) | undefined;
}

const Milestone = ({ milestone, progress, onReach }: MilestoneProps) => {
  const t = useWords(milestoneWords);
  const now = useLanguage();
  const { today } = useHere();
  const { reached } = milestone;
  const end = useEnd();
  const ended = !reached && end ? end : undefined;
  const left = useDistance()(milestone);
  const distance = ended ? t('endedOn', { day: showDay(ended.day, today, now) }) : left;
  const sign = ended ? unfinishedSign : milestoneSigns[milestone.state];
  // Where the office confirmed what a unit reported, the work is the unit's.
  const reporter = progress?.units.find(({ newest }) => newest?.state === 'confirmed' && newest.percent === 100)?.unit;
  const light = reached || ended ? undefined : progress?.light;
  return (
    <li className={styles.milestone}>
      <SignTag sign={light === undefined || light === 'none' ? sign : lightSigns[light]} />
      <div className={styles.what}>
        <h3>{milestone.name}</h3>
        <p>
          {t('by', { day: showDay(milestone.by, today, now) })}
          {distance && ' · '}
          <span data-tone={sign.tone}>{distance}</span> <Source clause={milestone.source} />
        </p>
        {progress && !reached && progress.slip !== 0 && (
          <p>
            <Slip view={progress} />
          </p>
        )}
        {progress && !reached && <UnitLines view={progress} />}
        {reached && (
          <>
            <p>
              {t(reporter ? 'reachedByUnit' : 'reachedOn', {
                day: showDay(reached.day, today, now),
                who: reached.by,
                unit: reporter ?? '',
              })}
            </p>
            {reached.text !== '' && <p className={styles.text}>{reached.text}</p>}
            <Photos hashes={reached.photos} about={milestone.name} />
          </>
        )}
      </div>
      {!reached && progress && <ReportButton view={progress} />}
      {!reached && !ended && onReach && <Button onClick={onReach}>{t('reach')}</Button>}
    </li>
  );
};

interface PhaseProps {
  readonly phase: PhaseView;
  readonly progress: readonly ProgressView[];
  readonly onReach: ((milestone: MilestoneView) => void) | undefined;
}

const Phase = ({ phase, progress, onReach }: PhaseProps) => {
  const t = useWords(milestoneWords);
  const now = useLanguage();
  const { today } = useHere();
  const from = showDay(phase.from, today, now);
  const span = phase.to === null ? t('longTerm', { from }) : t('phase', { from, to: showDay(phase.to, today, now) });
  return (
    <Panel title={phase.name} note={`${span} · ${t(`${phase.state}Phase`)}`} more={<Source clause={phase.source} />}>
      {phase.milestones.length === 0 ? (
        <p className={styles.none}>{t('noneInPhase')}</p>
      ) : (
        <ul className={styles.list}>
          {phase.milestones.map((milestone) => (
            <Milestone
              key={milestone.name}
              milestone={milestone}
              progress={progress.find(({ kind, name }) => kind === 'milestone' && name === milestone.name)}
              onReach={onReach && (() => onReach(milestone))}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** Milestones by phase and tasks: units report how far they are, the office confirms; slips against the first plan are named. */
export const MilestonesPage = () => {
  const t = useWords(milestoneWords);
  const mayReach = useMay('ReachMilestone');
  const words = useWords(progressWords);
  const query = useProgress();
  const progress = query.data ?? [];
  const tasks = progress.filter(({ kind }) => kind === 'task');
  const [reaching, setReaching] = useState<MilestoneView>();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useBoard()} rows={10}>
        {(board) =>
          board.phases.every((phase) => phase.milestones.length === 0) && tasks.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <div className={styles.phases}>
              <section className={styles.line}>
                <SeamLine phases={board.phases} day={board.day} />
              </section>
              {board.phases.map((phase) => (
                <Phase key={phase.name} phase={phase} progress={progress} onReach={mayReach ? setReaching : undefined} />
              ))}
              <Panel title={words('tasks')} note={words('tasksNote')}>
                <Loaded query={query}>
                  {() => (tasks.length === 0 ? <p className={styles.none}>{words('noTasks')}</p> : <TaskLines views={tasks} />)}
                </Loaded>
              </Panel>
            </div>
          )
        }
      </Loaded>
      {reaching && <ReachForm milestone={reaching} onClose={() => setReaching(undefined)} />}
    </Page>
  );
};
