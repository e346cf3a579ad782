import { useWords } from '../../shared/language.ts';
import { doorWords } from '../words.ts';
import styles from './parts.module.css';

/** The clause of the plan something rests on: 依据 五（一）. Nothing when the plan does not say. */
export const Source = ({ clause }: { readonly clause: string }) => {
  const t = useWords(doorWords);
  if (clause === '') return null;
  return (
    <span className={styles.source} data-clause={clause}>
      {t('clause')} {clause}
    </span>
  );
};
