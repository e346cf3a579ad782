import { type CompiledPlan, upperBases } from '@xiuhua/engine';
import { useWords } from '../../shared/language.ts';
import { upperWords } from './words.ts';

interface LevelProps {
  readonly plan: unknown;
  readonly uppers: ReadonlyMap<string, CompiledPlan>;
  /** Hashes on the way here, so that a circle ends. */
  readonly way: readonly string[];
}

const Level = ({ plan, uppers, way }: LevelProps) => {
  const t = useWords(upperWords);
  const bases = upperBases(plan).filter(({ hash }) => !way.includes(hash));
  if (bases.length === 0) return null;
  return (
    <ul>
      {bases.map(({ hash, title, as }) => {
        const upper = uppers.get(hash);
        return (
          <li key={hash}>
            <span className={upper ? '' : 'is-missing'} title={upper?.plan.issuer}>
              {upper ? title : `■ ${t('missingHere', { title })}`}
              {as && <small> {t('asHere', { unit: as })}</small>}
            </span>
            {upper && <Level plan={upper.written} uppers={uppers} way={[...way, hash]} />}
          </li>
        );
      })}
    </ul>
  );
};

/** What the plan rests on, level by level, as a small tree. */
export const Chain = ({ plan, uppers }: Omit<LevelProps, 'way'>) => {
  const t = useWords(upperWords);
  return (
    <nav className="upper-chain" aria-label={t('chain')}>
      <b>{t('thisPlan')}</b>
      <Level plan={plan} uppers={uppers} way={[]} />
    </nav>
  );
};
