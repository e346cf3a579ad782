import { type AwaitedReading, type IndicatorView, sayPeriod } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere, useMay } from '../campaign/here.ts';
import { useEnd } from '../campaign/queries.ts';
import { Panel } from '../parts/Panel.tsx';
import { Shape } from '../parts/Shape.tsx';
import styles from './indicators.module.css';
import { ReportForm } from './ReportForm.tsx';
import { indicatorWords } from './words.ts';

interface Owed {
  readonly view: IndicatorView;
  readonly awaited: AwaitedReading;
}

const most = 12;

/** Numbers of periods that are over and have not come, overdue ones first; whoever has to report one does it here. */
export const Awaited = ({ views }: { readonly views: readonly IndicatorView[] }) => {
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const { today, actor } = useHere();
  const end = useEnd();
  const may = useMay('ReportReading') && !end;
  const [reporting, setReporting] = useState<Owed>();
  const mine = ({ by }: AwaitedReading) => by.includes(actor.unit);
  const owed = views
    .flatMap((view) => view.awaited.map((awaited): Owed => ({ view, awaited })))
    .toSorted((a, b) => Number(mine(b.awaited)) - Number(mine(a.awaited)) || Number(b.awaited.overdue) - Number(a.awaited.overdue));
  return (
    <Panel title={t(end ? 'awaitedEnded' : 'awaited')} note={t('awaitedNote', { n: owed.length })}>
      {owed.length === 0 ? (
        <p className={styles.note}>{t(end ? 'noAwaitedEnded' : 'noAwaited')}</p>
      ) : (
        <ul className={styles.awaited}>
          {owed.slice(0, most).map(({ view, awaited }) => {
            const due = awaited.due && showDay(awaited.due, today, now);
            return (
              <li key={`${view.name} ${awaited.period} ${awaited.scope.name}`}>
                <span>
                  {view.name} · {sayPeriod(awaited.period, now)}
                  <small>{awaited.scope.name || awaited.by.join('、')}</small>
                </span>
                {end ? (
                  <span data-tone="plain">{t('awaitedUnfinished', { day: showDay(end.day, today, now) })}</span>
                ) : (
                  <span data-tone={awaited.overdue ? 'late' : 'plain'}>
                    {awaited.overdue && <Shape kind="square" size={10} />}{' '}
                    {due === null ? t('awaitedNoDue') : t(awaited.overdue ? 'awaitedLate' : 'awaitedDue', { day: due })}
                  </span>
                )}
                {may && (mine(awaited) || actor.roles.includes('office')) && (
                  <Button size="small" onClick={() => setReporting({ view, awaited })}>
                    {t('report')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {reporting && <ReportForm view={reporting.view} awaited={reporting.awaited} onClose={() => setReporting(undefined)} />}
    </Panel>
  );
};
