import { liftOf, type Standing, showPoints } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { useReach } from '../campaign/reach.ts';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { Source } from '../parts/Source.tsx';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

interface LiftTextProps {
  readonly rows: readonly Standing[];
  readonly unit: string;
  /** Where the reasons for the points of a unit stand. */
  readonly why: (unit: string) => string;
}

/** What would have lifted a unit out of the last three; nothing for one that is not among them. */
export const LiftText = ({ rows, unit, why }: LiftTextProps) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const { today } = useHere();
  const { to, mayOpen } = useReach();
  const lift = liftOf(rows, unit);
  if (!lift) return null;
  return (
    <section className={styles.lift}>
      <h3>{t('lift')}</h3>
      <p>
        <Link to={why(lift.past)}>
          {lift.lacks > 1 ? t('liftLacks', { points: showPoints(lift.lacks - 1), past: lift.past }) : t('liftTied', { past: lift.past })}
        </Link>
      </p>
      <p>{lift.without.length === 0 ? t('liftNotEnough') : t('liftWithout', { n: lift.without.length })}</p>
      <ul>
        {lift.without.map(({ reason, gives }, i) => {
          const { cause } = reason;
          const said = cause && 'site' in cause ? `${showDay(cause.day, today, now)} · ${cause.site} · ${cause.item}` : reason.name;
          return (
            <li key={`${reason.name} ${i.toString()}`}>
              <MaybeLink to={cause && 'finding' in cause && mayOpen(unit) ? to.finding(cause.finding) : undefined}>
                {said}{' '}
                <small>
                  {t('liftGives', { points: showPoints(gives) })} <Source clause={reason.source} />
                </small>
              </MaybeLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
