import type { FindingStep } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { Photos } from '../parts/Photos.tsx';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

interface SideProps {
  readonly title: string;
  readonly step: FindingStep | undefined;
  readonly empty: string;
}

const Side = ({ title, step, empty }: SideProps) => {
  const now = useLanguage();
  const { today } = useHere();
  return (
    <div className={styles.side}>
      <h3>
        {title}
        {step && <small>{showDay(step.day, today, now)}</small>}
      </h3>
      {step && step.photos.length > 0 ? <Photos hashes={step.photos} about={title} wide /> : <p className={styles.noPhoto}>{empty}</p>}
    </div>
  );
};

/** The photos of the failed item and of the newest reply, side by side. */
export const BeforeAfter = ({ steps }: { readonly steps: readonly FindingStep[] }) => {
  const t = useWords(findingWords);
  return (
    <div className={styles.sides}>
      <Side title={t('before')} step={steps.find((step) => step.kind === 'opened')} empty={t('noBefore')} />
      <Side title={t('after')} step={steps.findLast((step) => step.kind === 'replied')} empty={t('noAfter')} />
    </div>
  );
};
