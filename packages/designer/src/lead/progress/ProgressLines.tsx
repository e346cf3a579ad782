import type { ProgressView, UnitProgress } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useEnd } from '../campaign/queries.ts';
import { Fold } from '../parts/Fold.tsx';
import { Photos } from '../parts/Photos.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { showMoment } from '../say/moment.ts';
import { lightSigns, progressSigns } from '../say/sign.ts';
import { JudgeProgress } from './JudgeProgress.tsx';
import { ProgressForm } from './ProgressForm.tsx';
import styles from './progress.module.css';
import { progressWords } from './words.ts';

/** By how much a deadline was moved against the first plan adopted; nothing when it was not. */
export const Slip = ({ view }: { readonly view: ProgressView }) => {
  const t = useWords(progressWords);
  const now = useLanguage();
  const { today } = useHere();
  const { slip, baseline } = view;
  if (slip === 0 || baseline === null) return null;
  return (
    <span data-tone={slip > 0 ? 'risk' : 'plain'}>
      {t(slip > 0 ? 'slipped' : 'broughtForward', { day: showDay(baseline, today, now), n: Math.abs(slip) })}
    </span>
  );
};

/** How something dated stands to its day and to the day first planned, in words. */
export const Dates = ({ view }: { readonly view: ProgressView }) => {
  const t = useWords(progressWords);
  const now = useLanguage();
  const { today } = useHere();
  const { due, left } = view;
  if (due === null || left === null) return <>{t('throughout')}</>;
  const distance = view.light === 'done' ? '' : left === 0 ? t('dueToday') : t(left > 0 ? 'left' : 'past', { n: Math.abs(left) });
  return (
    <>
      {[t('by', { day: showDay(due, today, now) }), distance].filter(Boolean).join(' · ')} <Slip view={view} />
    </>
  );
};

const UnitLine = ({ unit }: { readonly unit: UnitProgress }) => {
  const t = useWords(progressWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const { newest } = unit;
  return (
    <li>
      <Link to={to.unit(unit.unit)}>{unit.unit}</Link>
      <span className={styles.percent}>{t('percentValue', { n: unit.percent })}</span>
      <span className={styles.said}>
        {newest ? (
          <>
            <SignTag sign={progressSigns[newest.state]} /> {newest.percent} % · {newest.text} · {showMoment(newest.at, today, now)}
            {newest.verdict?.text && ` · ${t('verdict', { by: newest.verdict.by, text: newest.verdict.text })}`}
            <Photos hashes={newest.photos} about={unit.unit} size={48} />
          </>
        ) : (
          t('noReport')
        )}
      </span>
      {newest && <JudgeProgress progress={newest} />}
    </li>
  );
};

/** The reports of the units on a task or milestone, those that wait in sight. */
export const UnitLines = ({ view, open = false }: { readonly view: ProgressView; readonly open?: boolean }) => {
  const t = useWords(progressWords);
  const waiting = view.units.filter(({ newest }) => newest?.state === 'reported');
  if (view.units.length === 0) return null;
  const summary = [t('units', { n: view.units.length }), waiting.length > 0 && t('waiting', { n: waiting.length })]
    .filter(Boolean)
    .join(' · ');
  return (
    <Fold key={String(open)} summary={summary} open={open}>
      <ul className={styles.units}>
        {view.units.map((unit) => (
          <UnitLine key={unit.unit} unit={unit} />
        ))}
      </ul>
    </Fold>
  );
};

/** The button with which a unit reports; nothing for one that has no part in it, or whose last report still waits. */
export const ReportButton = ({ view }: { readonly view: ProgressView }) => {
  const t = useWords(progressWords);
  const { actor } = useHere();
  const may = useMay('ReportProgress');
  const end = useEnd();
  const [open, setOpen] = useState(false);
  const own = view.units.find(({ unit }) => unit === actor.unit);
  const asked = view.kind === 'milestone' || own !== undefined;
  if (!may || end || !actor.roles.includes('unit') || !asked || view.light === 'done' || own?.newest?.state === 'reported') return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('report')}
      </Button>
      {open && <ProgressForm view={view} from={own?.percent ?? 0} onClose={() => setOpen(false)} />}
    </>
  );
};

interface TaskLinesProps {
  readonly views: readonly ProgressView[];
  /** Whether the reports of a task are in sight from the start. */
  readonly opened: (view: ProgressView) => boolean;
  readonly idOf: (view: ProgressView) => string;
}

/** Tasks with how far they have come, whom they wait for and how they stand to their days. */
export const TaskLines = ({ views, opened, idOf }: TaskLinesProps) => {
  const t = useWords(progressWords);
  return (
    <ul className={styles.tasks}>
      {views.map((view) => (
        <li key={view.name} id={idOf(view)} data-asked={opened(view)}>
          <div className={styles.taskHead}>
            <h3>{view.name}</h3>
            {(view.due !== null || view.light === 'done') && <SignTag sign={lightSigns[view.light]} />}
            <span className={styles.percent}>{t('percentValue', { n: view.percent })}</span>
            <ReportButton view={view} />
          </div>
          <span className={styles.track} aria-hidden="true">
            <span style={{ width: `${view.percent}%` }} />
          </span>
          <p className={styles.said}>
            <Dates view={view} /> <Source clause={view.source} />
          </p>
          <UnitLines view={view} open={opened(view)} />
        </li>
      ))}
    </ul>
  );
};
