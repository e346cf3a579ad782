import type { ProgressView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { SignTag } from '../parts/SignTag.tsx';
import { ReportButton, Slip } from '../progress/ProgressLines.tsx';
import { lightSigns, progressSigns } from '../say/sign.ts';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

/** How far a unit is with a task of its own, and the button to say so; nothing while that is not known. */
export const TaskProgress = ({ unit, view }: { readonly unit: string; readonly view: ProgressView | undefined }) => {
  const t = useWords(unitWords);
  const own = view?.units.find((one) => one.unit === unit);
  const to = useAddresses();
  if (!view || !own) return null;
  const reports = to.milestones({ task: view.name });
  return (
    <span className={styles.taskProgress}>
      {view.due !== null && <SignTag sign={lightSigns[view.light]} />}
      <Link to={reports}>{t('own', { n: own.percent })}</Link>
      {own.newest && own.newest.state !== 'confirmed' && (
        <Link to={reports}>
          <SignTag sign={progressSigns[own.newest.state]} /> {own.newest.percent} %
        </Link>
      )}
      <Slip view={view} />
      <ReportButton view={view} />
    </span>
  );
};
