import type { IndicatorState, IndicatorView } from '@xiuhua/engine';
import { Segmented } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { isOnlyUnit, useAddresses, useHere } from '../campaign/here.ts';
import { useIndicators } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { TableLinks } from '../parts/TableLinks.tsx';
import { useInSight } from '../parts/useInSight.ts';
import { indicatorSigns, signWords } from '../say/sign.ts';
import { Awaited } from './Awaited.tsx';
import { IndicatorCard } from './IndicatorCard.tsx';
import styles from './indicators.module.css';
import { indicatorWords } from './words.ts';

/** From what needs most attention to what needs least. */
export const byGravity: readonly IndicatorState[] = ['missed', 'behind', 'late', 'no-data', 'on-course', 'early', 'reached'];

/** The gravest state among the targets of an indicator. */
export const stateOf = (view: IndicatorView): IndicatorState =>
  byGravity.find((state) => view.targets.some((target) => target.state === state)) ?? 'no-data';

const Cards = ({ views }: { readonly views: readonly IndicatorView[] }) => {
  const t = useWords(indicatorWords);
  const sign = useWords(signWords);
  const { actor } = useHere();
  const to = useAddresses();
  const go = useNavigate();
  const [search] = useSearchParams();
  const [state, chosen] = [search.get('state') ?? 'all', search.get('indicator') ?? undefined];
  const waiting = views.filter(({ readings }) => readings.some((reading) => reading.state === 'reported'));
  const found = byGravity.filter((one) => views.some((view) => stateOf(view) === one));
  const options = [
    { value: 'all', label: t('filterAll', { n: views.length }) },
    ...found.map((one) => ({
      value: one as string,
      label: `${sign(indicatorSigns[one].word)} ${views.filter((view) => stateOf(view) === one).length}`,
    })),
    ...(waiting.length > 0 ? [{ value: 'waiting', label: t('filterWaiting', { n: waiting.length }) }] : []),
  ];
  useInSight(chosen);
  return (
    <>
      <Segmented
        aria-label={t('state')}
        className={styles.states}
        value={state}
        options={options}
        onChange={(next) => void go(to.indicators(next === 'all' ? {} : { state: next }), { replace: true })}
      />
      <div className={styles.page}>
        <div className={styles.cards}>
          {views
            .filter((view) => state === 'all' || (state === 'waiting' ? waiting.includes(view) : stateOf(view) === state))
            .map((view) => (
              <IndicatorCard key={view.name} view={view} open={view.name === chosen} />
            ))}
        </div>
        <aside data-first={isOnlyUnit(actor)}>
          <Awaited views={views} />
        </aside>
      </div>
    </>
  );
};

/** Every indicator: where it stands, where this pace leads, what has not been reported. `?indicator=` opens one, `?state=` narrows. */
export const IndicatorsPage = () => {
  const t = useWords(indicatorWords);
  return (
    <Page title={t('title')} lead={t('lead')} actions={<TableLinks table="indicators" />}>
      <Loaded query={useIndicators()} rows={12}>
        {(views) => (views.length === 0 ? <Nothing>{t('none')}</Nothing> : <Cards views={views} />)}
      </Loaded>
    </Page>
  );
};
