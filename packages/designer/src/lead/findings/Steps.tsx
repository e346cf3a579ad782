import type { Deed, FindingStep } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { Photos } from '../parts/Photos.tsx';
import { Shape } from '../parts/Shape.tsx';
import { showMoment } from '../say/moment.ts';
import type { ShapeKind, Tone } from '../say/sign.ts';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

const marks: Readonly<Record<FindingStep['kind'], { readonly shape: ShapeKind; readonly tone: Tone }>> = {
  opened: { shape: 'diamond', tone: 'idle' },
  noticed: { shape: 'half', tone: 'way' },
  replied: { shape: 'half', tone: 'way' },
  returned: { shape: 'triangle', tone: 'risk' },
  closed: { shape: 'disc', tone: 'done' },
  moved: { shape: 'half', tone: 'way' },
};

type Mark = { readonly shape: ShapeKind; readonly tone: Tone };
const aside: Mark = { shape: 'ring', tone: 'draft' };
const setback: Mark = { shape: 'triangle', tone: 'risk' };
const over: Mark = { shape: 'ring', tone: 'plain' };

/** Marks of moves that are more than one step further. */
const deedMarks: Partial<Record<Deed, Mark>> = {
  ask: aside,
  suspend: aside,
  defer: aside,
  appeal: aside,
  'send-back': setback,
  refuse: setback,
  reopen: setback,
  void: over,
  duplicate: over,
  uphold: over,
  'force-close': { shape: 'disc-notched', tone: 'risk' },
  confirm: { shape: 'disc', tone: 'done' },
};

const markOf = ({ kind, does }: FindingStep): Mark => (kind === 'moved' && does && deedMarks[does]) || marks[kind];

/** The life of a finding: who did what and when, with what they wrote and photographed. */
export const Steps = ({ steps }: { readonly steps: readonly FindingStep[] }) => {
  const t = useWords(findingWords);
  const now = useLanguage();
  const { today } = useHere();
  const name = (step: FindingStep) => step.move ?? (step.kind === 'moved' ? '' : t(`step_${step.kind}`));
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.move ?? ''} ${step.at}`}>
          <span className={styles.stepMark} data-tone={markOf(step).tone}>
            <Shape kind={markOf(step).shape} size={14} />
          </span>
          <div>
            <p>
              <b>{name(step)}</b>
              <small>
                {showMoment(step.at, today, now)} · {[step.by.unit, step.by.name].filter(Boolean).join(' ')}
              </small>
            </p>
            {step.until !== undefined && <small>{t('stepUntil', { day: showDay(step.until, today, now) })}</small>}
            {step.text !== '' && <p className={styles.stepText}>{step.text}</p>}
            <Photos hashes={step.photos} about={name(step)} size={72} />
          </div>
        </li>
      ))}
    </ol>
  );
};
