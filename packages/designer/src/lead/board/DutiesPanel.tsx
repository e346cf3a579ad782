import type { Board } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useReach } from '../campaign/reach.ts';
import { Figure } from '../parts/Figure.tsx';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { Panel } from '../parts/Panel.tsx';
import { percent } from '../say/number.ts';
import { doorWords } from '../words.ts';
import styles from './board.module.css';
import { boardWords } from './words.ts';

/** Inspections since the start: how many were due by the day, and how they were done. */
export const DutiesPanel = ({ board }: { readonly board: Board }) => {
  const t = useWords(boardWords);
  const door = useWords(doorWords);
  const { duties } = useReach();
  const all = duties();
  const { due, done, late, missed, open } = board.duties;
  const range = { from: board.phases[0]?.from ?? board.day, to: board.day };
  const share = percent(done, done + late + missed);
  return (
    <Panel
      title={t('inspections')}
      note={share === null ? t('inspectionsNote') : <MaybeLink to={duties(range)}>{t('onTimeShare', { n: share })}</MaybeLink>}
      more={all && <Link to={all}>{t('allDuties')}</Link>}
    >
      <div className={styles.figures}>
        <Figure label={t('due')} value={due} unit={door('times')} to={duties(range)} />
        <Figure label={t('done')} value={done} unit={door('times')} to={duties({ ...range, state: 'done' })} />
        <Figure
          label={t('late')}
          value={late}
          unit={door('times')}
          to={duties({ ...range, state: 'late' })}
          tone={late > 0 ? 'risk' : 'plain'}
        />
        <Figure
          label={t('missed')}
          value={missed}
          unit={door('times')}
          to={duties({ ...range, state: 'missed' })}
          tone={missed > 0 ? 'late' : 'plain'}
        />
        <Figure label={t('openNow')} value={open} unit={door('times')} to={duties({ state: 'open' })} />
      </div>
    </Panel>
  );
};
