import type { StandingsView } from '@xiuhua/engine';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { Panel } from '../parts/Panel.tsx';
import { showMoment } from '../say/moment.ts';
import { Changes } from './Changes.tsx';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

/** Of standings issued anew: why, what changed, and the issues before. Nothing for a first issue. */
export const Issues = ({ view }: { readonly view: StandingsView }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const { today } = useHere();
  if (view.issue < 2) return null;
  return (
    <div className={styles.beforeTable}>
      <Panel title={t('issued', { n: view.issue, reason: view.reason })} note={t('changes')}>
        <Changes changes={view.changes} />
        {view.earlier.map(({ issue, at, by }) => (
          <p key={issue} className={styles.rowNote}>
            {t('issuedEarlier', { n: issue, when: showMoment(at, today, now), who: by })}
          </p>
        ))}
      </Panel>
    </div>
  );
};
