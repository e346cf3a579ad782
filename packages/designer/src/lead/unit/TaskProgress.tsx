import type { ProgressView } from '@xiuhua/engine';
import { useWords } from '../../shared/language.ts';
import { SignTag } from '../parts/SignTag.tsx';
import { ReportButton, Slip } from '../progress/ProgressLines.tsx';
import { lightSigns, progressSigns } from '../say/sign.ts';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

/** How far a unit is with a task of its own, and the button to say so; nothing while that is not known. */
export const TaskProgress = ({ unit, view }: { readonly unit: string; readonly view: ProgressView | undefined }) => {
  const t = useWords(unitWords);
  const own = view?.units.find((one) => one.unit === unit);
  if (!view || !own) return null;
  return (
    <span className={styles.taskProgress}>
      {view.due !== null && <SignTag sign={lightSigns[view.light]} />}
      <span>{t('own', { n: own.percent })}</span>
      {own.newest && own.newest.state !== 'confirmed' && (
        <span>
          <SignTag sign={progressSigns[own.newest.state]} /> {own.newest.percent} %
        </span>
      )}
      <Slip view={view} />
      <ReportButton view={view} />
    </span>
  );
};
