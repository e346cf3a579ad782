import type { IndicatorView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { useIndicators, usePlan } from '../campaign/queries.ts';
import { brief, sayBounds, withUnit } from '../indicators/forecast.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { indicatorSigns } from '../say/sign.ts';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

const Row = ({ view, unit }: { readonly view: IndicatorView; readonly unit: string }) => {
  const t = useWords(unitWords);
  const now = useLanguage();
  const to = useAddresses();
  const part = view.targets.flatMap(({ parts }) => parts).find(({ scope }) => scope.name === unit);
  const whole = view.targets[0];
  const target = part ?? whole;
  const owes = view.awaited.filter(({ by }) => by.includes(unit)).length;
  const said = [
    target?.value && withUnit(brief(target.value.shown), view.unit),
    target && t('share', { amount: sayBounds(target, view.unit, now) }),
    !part && t('reports'),
    owes > 0 && t('owes', { n: owes }),
  ];
  return (
    <li>
      <Link to={to.indicators({ indicator: view.name })}>
        <span>{view.name}</span>
        {target && <SignTag sign={indicatorSigns[target.state]} />}
        <small>{said.filter(Boolean).join(' · ')}</small>
      </Link>
    </li>
  );
};

/** The indicators a unit has a share of or reports: where they stand and what it still owes. */
export const UnitIndicators = ({ unit }: { readonly unit: string }) => {
  const t = useWords(unitWords);
  const plan = usePlan().data;
  const concerns = (view: IndicatorView): boolean =>
    (plan?.indicators.get(view.name)?.reporters.includes(unit) ?? false) ||
    view.targets.some(({ parts }) => parts.some(({ scope }) => scope.name === unit));
  return (
    <Panel title={t('indicators')}>
      <Loaded query={useIndicators()}>
        {(views) => {
          const own = views.filter(concerns);
          if (own.length === 0) return <p className={styles.note}>{t('noIndicators')}</p>;
          return (
            <ul className={styles.indicators}>
              {own.map((view) => (
                <Row key={view.name} view={view} unit={unit} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
};
