import { type Board, daysBetween, type MilestoneView, type PhaseView, type ProgressView } from '@xiuhua/engine';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { SeamLine } from '../board/SeamLine.tsx';
import type { MilestoneAsk } from '../campaign/addresses.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useBoard, useEnd, useProgress } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Photos } from '../parts/Photos.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { useInSight } from '../parts/useInSight.ts';
import { ReportButton, Slip, TaskLines, UnitLines } from '../progress/ProgressLines.tsx';
import { progressWords } from '../progress/words.ts';
import { lightSigns, milestoneSigns, unfinishedSign } from '../say/sign.ts';
import styles from './milestones.module.css';
import { ReachForm } from './ReachForm.tsx';
import { milestoneWords } from './words.ts';

const states = ['all', 'reached', 'overdue', 'ahead', 'waiting'] as const;
const inStates: Readonly<Record<string, readonly MilestoneView['state'][]>> = {
  reached: ['reached', 'reached-late'],
  overdue: ['overdue'],
  ahead: ['ahead', 'due-soon'],
};

const isWaiting = (progress: ProgressView | undefined): boolean =>
  progress?.units.some(({ newest }) => newest?.state === 'reported') ?? false;

/** True for a milestone in the state asked for; `waiting` is one with a report that nobody has confirmed yet. */
const isAsked = (state: string | undefined, milestone: MilestoneView, progress: ProgressView | undefined): boolean =>
  state === 'waiting' ? isWaiting(progress) : (inStates[state ?? '']?.includes(milestone.state) ?? true);

/** Where an address that names a phase, a milestone or a task finds it on the page. */
const anchor = (kind: 'phase' | 'milestone' | 'task', name: string): string => `${kind} ${name}`;

const readAsk = (search: URLSearchParams): MilestoneAsk => {
  const of = (key: string) => search.get(key) ?? undefined;
  return { state: of('state'), phase: of('phase'), milestone: of('milestone'), task: of('task') };
};

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
  readonly ask: MilestoneAsk;
}

const Milestone = ({ milestone, progress, onReach, ask }: MilestoneProps) => {
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
    <li className={styles.milestone} id={anchor('milestone', milestone.name)} data-asked={ask.milestone === milestone.name}>
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
        {progress && !reached && <UnitLines view={progress} open={ask.milestone === milestone.name || ask.state === 'waiting'} />}
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
  readonly ask: MilestoneAsk;
}

const Phase = ({ phase, progress, onReach, ask }: PhaseProps) => {
  const t = useWords(milestoneWords);
  const now = useLanguage();
  const { today } = useHere();
  const from = showDay(phase.from, today, now);
  const left =
    phase.state === 'current' && phase.left !== null ? ` · ${phase.left === 0 ? t('lastDay') : t('left', { n: phase.left })}` : '';
  const of = (milestone: MilestoneView) => progress.find(({ kind, name }) => kind === 'milestone' && name === milestone.name);
  const shown = phase.milestones.filter((milestone) => isAsked(ask.state, milestone, of(milestone)));
  const span = phase.to === null ? t('longTerm', { from }) : t('phase', { from, to: showDay(phase.to, today, now) });
  return (
    <Panel
      id={anchor('phase', phase.name)}
      title={phase.name}
      note={`${span} · ${t(`${phase.state}Phase`)}${left}`}
      more={<Source clause={phase.source} />}
    >
      {shown.length === 0 ? (
        <p className={styles.none}>{t('noneInPhase')}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((milestone) => (
            <Milestone
              key={milestone.name}
              milestone={milestone}
              progress={of(milestone)}
              ask={ask}
              onReach={onReach && (() => onReach(milestone))}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** All of them, those in one state, or those whose report waits, with how many there are of each. */
const States = ({
  board,
  progress,
  state,
}: {
  readonly board: Board;
  readonly progress: readonly ProgressView[];
  readonly state: string;
}) => {
  const t = useWords(milestoneWords);
  const to = useAddresses();
  const go = useNavigate();
  const milestones = board.phases.flatMap((phase) => phase.milestones);
  const of = (name: string) => progress.find((view) => view.kind === 'milestone' && view.name === name);
  const waitingTasks = progress.filter((view) => view.kind === 'task' && isWaiting(view)).length;
  const count = (one: string) =>
    milestones.filter((milestone) => isAsked(one, milestone, of(milestone.name))).length + (one === 'waiting' ? waitingTasks : 0);
  const shown = states.filter((one) => one !== 'waiting' || one === state || count(one) > 0);
  return (
    <Segmented
      aria-label={t('state')}
      className={styles.states}
      value={state}
      options={shown.map((one) => ({ value: one as string, label: `${t(one)} ${count(one)}` }))}
      onChange={(next) => void go(to.milestones(next === 'all' ? {} : { state: next }), { replace: true })}
    />
  );
};

const Content = ({ board, query }: { readonly board: Board; readonly query: ReturnType<typeof useProgress> }) => {
  const t = useWords(milestoneWords);
  const words = useWords(progressWords);
  const mayReach = useMay('ReachMilestone');
  const [search] = useSearchParams();
  const [reaching, setReaching] = useState<MilestoneView>();
  const ask = readAsk(search);
  const progress = query.data ?? [];
  const { state = 'all', phase, milestone, task } = ask;
  useInSight(
    (milestone && anchor('milestone', milestone)) ??
      (phase && anchor('phase', phase)) ??
      (query.data && task ? anchor('task', task) : undefined),
  );
  const tasks = progress.filter((view) => view.kind === 'task' && (state === 'all' || (state === 'waiting' && isWaiting(view))));
  const of = (name: string) => progress.find((view) => view.kind === 'milestone' && view.name === name);
  const phases = board.phases.filter((one) => state === 'all' || one.milestones.some((each) => isAsked(state, each, of(each.name))));
  const showsTasks = state === 'all' || tasks.length > 0;
  return (
    <div className={styles.phases}>
      <section className={styles.line}>
        <SeamLine phases={board.phases} day={board.day} />
      </section>
      <States board={board} progress={progress} state={state} />
      {phases.length === 0 && !showsTasks && <Nothing>{t('noneState')}</Nothing>}
      {phases.map((one) => (
        <Phase key={one.name} phase={one} progress={progress} onReach={mayReach ? setReaching : undefined} ask={ask} />
      ))}
      {showsTasks && (
        <Panel title={words('tasks')} note={words('tasksNote')}>
          <Loaded query={query}>
            {() =>
              tasks.length === 0 ? (
                <p className={styles.none}>{words('noTasks')}</p>
              ) : (
                <TaskLines
                  views={tasks}
                  opened={(view) => view.name === task || state === 'waiting'}
                  idOf={(view) => anchor('task', view.name)}
                />
              )
            }
          </Loaded>
        </Panel>
      )}
      {reaching && <ReachForm milestone={reaching} onClose={() => setReaching(undefined)} />}
    </div>
  );
};

/**
 * Milestones by phase and tasks: units report how far they are, the office confirms; slips against the first plan are
 * named. `?state=` narrows them; `?phase=`, `?milestone=` and `?task=` bring one into sight.
 */
export const MilestonesPage = () => {
  const t = useWords(milestoneWords);
  const query = useProgress();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={useBoard()} rows={10}>
        {(board) =>
          board.phases.every((phase) => phase.milestones.length === 0) && !query.data?.some(({ kind }) => kind === 'task') ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <Content board={board} query={query} />
          )
        }
      </Loaded>
    </Page>
  );
};
