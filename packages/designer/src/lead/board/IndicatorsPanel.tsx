import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useIndicators } from '../campaign/queries.ts';
import { brief, sayBounds, sayForecast } from '../indicators/forecast.ts';
import { byGravity, stateOf } from '../indicators/IndicatorsPage.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { indicatorSigns } from '../say/sign.ts';
import styles from './board.module.css';
import { boardWords } from './words.ts';

const most = 5;

/** The indicators by what needs attention most: state, value against what is asked, and where this pace leads. */
export const IndicatorsPanel = () => {
  const t = useWords(boardWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const query = useIndicators();
  return (
    <Panel
      title={t('indicators')}
      note={query.data && <Link to={to.indicators()}>{t('indicatorsNote', { n: query.data.length })}</Link>}
      more={<Link to={to.indicators()}>{t('allIndicators')}</Link>}
    >
      <Loaded query={query}>
        {(views) =>
          views.length === 0 ? (
            <p className={styles.small}>{t('noIndicators')}</p>
          ) : (
            <ul className={styles.indicators}>
              {views
                .toSorted((a, b) => byGravity.indexOf(stateOf(a)) - byGravity.indexOf(stateOf(b)))
                .slice(0, most)
                .map((view) => {
                  const target = view.targets.find(({ state }) => state === stateOf(view));
                  return (
                    <li key={view.name}>
                      <Link to={to.indicators({ indicator: view.name })}>
                        <span>{view.name}</span>
                        <SignTag sign={indicatorSigns[stateOf(view)]} />
                        {target && (
                          <small>
                            {t(`indicatorKind_${view.binding}`)} · {target.value ? brief(target.value.shown) : '—'} →{' '}
                            {sayBounds(target, view.unit, now)} · {sayForecast(target, view.unit, today, now)}
                          </small>
                        )}
                      </Link>
                    </li>
                  );
                })}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
};
