import { liftOf, sayPeriod } from '@xiuhua/engine';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { useBoard } from '../campaign/queries.ts';
import { LiftText } from '../rankings/LiftText.tsx';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

/** In each ranking whose newest standings have the unit among the last three: what would lift it out of them. */
export const UnitLift = ({ unit }: { readonly unit: string }) => {
  const t = useWords(unitWords);
  const now = useLanguage();
  const to = useAddresses();
  const views = useBoard().data?.standings ?? [];
  return views
    .filter(({ standings }) => liftOf(standings.rows, unit) !== undefined)
    .map(({ standings }) => (
      <div key={standings.ranking} className={styles.lift}>
        <p className={styles.small}>{t('liftNote', { ranking: standings.ranking, period: sayPeriod(standings.period, now) })}</p>
        <LiftText
          rows={standings.rows}
          unit={unit}
          why={(of) => to.rankings({ ranking: standings.ranking, period: standings.period, unit: of })}
        />
      </div>
    ));
};
