import type { FindingStep } from '@xiuhua/engine';
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
};

/** The life of a finding: who did what and when, with what they wrote and photographed. */
export const Steps = ({ steps }: { readonly steps: readonly FindingStep[] }) => {
  const t = useWords(findingWords);
  const now = useLanguage();
  const { today } = useHere();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.at}`}>
          <span className={styles.stepMark} data-tone={marks[step.kind].tone}>
            <Shape kind={marks[step.kind].shape} size={14} />
          </span>
          <div>
            <p>
              <b>{t(`step_${step.kind}`)}</b>
              <small>
                {showMoment(step.at, today, now)} · {[step.by.unit, step.by.name].filter(Boolean).join(' ')}
              </small>
            </p>
            {step.text !== '' && <p className={styles.stepText}>{step.text}</p>}
            <Photos hashes={step.photos} about={t(`step_${step.kind}`)} size={72} />
          </div>
        </li>
      ))}
    </ol>
  );
};
