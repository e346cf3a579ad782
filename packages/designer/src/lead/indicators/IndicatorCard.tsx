import type { IndicatorView, TargetView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { isOnlyUnit, useAddresses, useHere } from '../campaign/here.ts';
import { Fold } from '../parts/Fold.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { indicatorSigns } from '../say/sign.ts';
import { CourseChart } from './CourseChart.tsx';
import { brief, sayBounds, sayForecast, withUnit } from './forecast.ts';
import styles from './indicators.module.css';
import { Readings } from './Readings.tsx';
import { Records } from './Records.tsx';
import { indicatorWords } from './words.ts';

/** The value a target stands at, with both sides of a rate and its day. */
const Value = ({ view, unit }: { readonly view: TargetView; readonly unit: string }) => {
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const { today } = useHere();
  const { value } = view;
  if (!value) return <p className={styles.value}>—</p>;
  return (
    <p className={styles.value}>
      {value.shown}
      <small>{unit}</small>
      <span>
        {value.denominator !== null && `${value.numerator}/${value.denominator} · `}
        {t('asOf', { day: showDay(value.day, today, now) })}
        {!value.confirmed && ` · ${t('unconfirmed')}`}
      </span>
    </p>
  );
};

/** The units a target is split over, each with its own state. */
const Parts = ({ view, unit }: { readonly view: TargetView; readonly unit: string }) => {
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const to = useAddresses();
  if (view.parts.length === 0) return null;
  return (
    <Fold summary={t('parts', { n: view.parts.length })}>
      <ul className={styles.parts}>
        {view.parts.map((part) => (
          <li key={part.scope.name}>
            <Link to={to.unit(part.scope.name)}>{part.scope.name}</Link>
            <span>{part.value ? withUnit(brief(part.value.shown), unit) : '—'}</span>
            <small>{sayBounds(part, unit, now)}</small>
            <SignTag sign={indicatorSigns[part.state]} />
          </li>
        ))}
      </ul>
    </Fold>
  );
};

/** Of a number that several units report: what each brings into the sum, and by name who has not reported the newest period. */
const Brought = ({ view, unit }: { readonly view: TargetView; readonly unit: string }) => {
  const t = useWords(indicatorWords);
  const to = useAddresses();
  const { brought, missing, parts, value } = view;
  if (brought.length === 0) return null;
  return (
    <>
      {missing.length > 0 && value && (
        <p className={styles.absent}>
          <Shape kind="triangle" size={10} /> {t('absent', { units: missing.join('、') })}
        </p>
      )}
      {parts.length === 0 && value && (
        <Fold summary={t('brought', { n: brought.length, figure: withUnit(brief(value.shown), unit) })}>
          <ul className={styles.brought}>
            {brought.map(({ unit: name, value: own }) => (
              <li key={name}>
                <Link to={to.unit(name)}>{name}</Link>
                <span>{own ? withUnit(brief(own.shown), unit) : '—'}</span>
                <small>
                  {[
                    own?.denominator ? `${own.numerator}/${own.denominator}` : '',
                    missing.includes(name) ? t(own ? 'absentBefore' : 'absentAll') : own && !own.confirmed && t('unconfirmed'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
};

/** One target: state, value, what is asked, the forecast in words, and its course drawn. */
const Target = ({ view, indicator }: { readonly view: TargetView; readonly indicator: IndicatorView }) => {
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const { today } = useHere();
  const { unit, name } = indicator;
  const when = view.due === null ? t('always') : t('by', { day: showDay(view.due, today, now) });
  return (
    <div className={styles.target}>
      <div>
        <p className={styles.state}>
          <SignTag sign={indicatorSigns[view.state]} />
          <span>
            {[view.scope.name, view.year && t('year', { year: view.year }), sayBounds(view, unit, now), when].filter(Boolean).join(' · ')}
          </span>
        </p>
        <Value view={view} unit={unit} />
        <p className={styles.forecast}>{sayForecast(view, unit, today, now)}</p>
        {view.expected !== null && view.state === 'behind' && (
          <p className={styles.note}>{t('expectedNow', { amount: withUnit(brief(view.expected), unit) })}</p>
        )}
        <Brought view={view} unit={unit} />
        <Parts view={view} unit={unit} />
      </div>
      <CourseChart view={view} name={name} unit={unit} />
    </div>
  );
};

/** One indicator with its targets, where its numbers come from, and the numbers themselves. */
export const IndicatorCard = ({ view, open }: { readonly view: IndicatorView; readonly open: boolean }) => {
  const t = useWords(indicatorWords);
  const { actor } = useHere();
  return (
    <article className={styles.card} id={view.name} data-open={open}>
      <header>
        <h2>{view.name}</h2>
        <span className={styles.binding} data-binding={view.binding}>
          {t(`kind_${view.binding}`)}
        </span>
        <span className={styles.note}>
          {t(`source_${view.from}`)}
          {view.task && ` · ${t('task', { task: view.task })}`} <Source clause={view.source} />
        </span>
      </header>
      {view.targets.map((target) => (
        <Target key={`${target.index} ${target.year}`} view={target} indicator={view} />
      ))}
      {view.from === 'reported' && (view.readings.length > 0 || !isOnlyUnit(actor)) && (
        <Fold summary={t('readings', { n: view.readings.length })} open={open || view.readings.some(({ state }) => state === 'reported')}>
          <Readings view={view} />
        </Fold>
      )}
      {view.from === 'computed' && !isOnlyUnit(actor) && (
        <Fold summary={t('records')} open={open}>
          <Records indicator={view} />
        </Fold>
      )}
    </article>
  );
};
