import { type RehearsalSummary, sayPeriod, showPoints } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { ask } from './ask.ts';
import { Errors } from './Outcome.tsx';
import type { Answered } from './trial.ts';
import { tryWords } from './words.ts';

/** Inspectors with most to do, listed at once. */
const mostInspectors = 20;

interface Busy {
  readonly inspector: string;
  readonly unit: string;
  readonly all: number;
  readonly week: number;
  readonly day: number;
}

/** What each inspector had to do, the busiest first. */
const busiest = (load: RehearsalSummary['load']): readonly Busy[] => {
  const people = new Map<string, Busy>();
  for (const { unit, inspector, visits, mostInADay } of load) {
    const own = people.get(inspector) ?? { inspector, unit, all: 0, week: 0, day: 0 };
    people.set(inspector, { ...own, all: own.all + visits, week: Math.max(own.week, visits), day: Math.max(own.day, mostInADay) });
  }
  return [...people.values()].sort((a, b) => b.week - a.week || b.all - a.all);
};

const Load = ({ summary }: { readonly summary: RehearsalSummary }) => {
  const t = useWords(tryWords);
  const people = busiest(summary.load);
  const most = Math.max(1, ...people.map(({ week }) => week));
  return (
    <section aria-labelledby="try-load">
      <h3 id="try-load">{t('load')}</h3>
      <p className="side-note">{t('loadNote')}</p>
      <div className="try-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('inspector')}</th>
              <th scope="col">{t('weekMost')}</th>
              <th scope="col" className="is-number">
                {t('dayMost')}
              </th>
              <th scope="col" className="is-number">
                {t('visitsAll')}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.slice(0, mostInspectors).map(({ inspector, week, day, all }) => (
              <tr key={inspector}>
                <th scope="row">{inspector}</th>
                <td>
                  <span className="try-bar">
                    <i style={{ width: `${Math.round((week * 100) / most)}%` }} />
                    <span>{week}</span>
                  </span>
                </td>
                <td className="is-number">{day}</td>
                <td className="is-number">{all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="try-plain try-amber">
        {summary.crowded.slice(0, 5).map(({ unit, day, visits, possible }) => (
          <li key={`${unit}${day}`}>▲ {t('crowded', { unit, day, visits, possible })}</li>
        ))}
      </ul>
    </section>
  );
};

const Spread = ({ scores }: { readonly scores: RehearsalSummary['scores'] }) => {
  const t = useWords(tryWords);
  const low = Math.min(...scores.map(({ lowest }) => lowest));
  const high = Math.max(...scores.map(({ highest }) => highest));
  const at = (points: number): string => `${high === low ? 50 : ((points - low) * 100) / (high - low)}%`;
  const rankings = [...new Set(scores.map(({ ranking }) => ranking))];
  return (
    <section aria-labelledby="try-spread">
      <h3 id="try-spread">{t('spread')}</h3>
      <p className="side-note">{t('spreadNote')}</p>
      {rankings.map((ranking) => (
        <div key={ranking} className="try-table">
          <table>
            <caption>{ranking}</caption>
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                <th scope="col" className="is-wide">
                  {t('points')}
                </th>
                <th scope="col" className="is-number">
                  {t('lowest')}
                </th>
                <th scope="col" className="is-number">
                  {t('middle')}
                </th>
                <th scope="col" className="is-number">
                  {t('highest')}
                </th>
                <th scope="col" className="is-number">
                  {t('lastPlaces')}
                </th>
              </tr>
            </thead>
            <tbody>
              {scores
                .filter((one) => one.ranking === ranking && one.periods > 0)
                .map(({ unit, lowest, middle, highest, last }) => (
                  <tr key={unit}>
                    <th scope="row">{unit}</th>
                    <td>
                      <span className="try-range" aria-hidden="true">
                        <i style={{ left: at(lowest), right: `calc(100% - ${at(highest)})` }} />
                        <b style={{ left: at(middle) }} />
                      </span>
                    </td>
                    <td className="is-number">{showPoints(lowest)}</td>
                    <td className="is-number">{showPoints(middle)}</td>
                    <td className="is-number">{showPoints(highest)}</td>
                    <td className="is-number">{last}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
};

const Summary = ({ summary }: { readonly summary: RehearsalSummary }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const { today } = useDesk();
  const { duties, findings, consequences } = summary;
  const day = (one: string) => showDay(one, today, language);
  return (
    <div className="try-summary">
      <p className="try-quiet">{t('span', { from: day(summary.from), to: day(summary.to), events: summary.events })}</p>
      <dl>
        <dt>{t('duties')}</dt>
        <dd>{t('dutiesText', duties)}</dd>
        <dt>{t('problems')}</dt>
        <dd>{t('problemsText', findings)}</dd>
        {consequences.map(({ consequence, called, first, periods }) => (
          <div key={consequence}>
            <dt>{consequence}</dt>
            <dd className={called === 0 ? 'try-amber' : undefined}>
              {first
                ? t('calledText', { n: called, period: sayPeriod(first.period, language), unit: first.unit })
                : t('calledNever', { periods })}
            </dd>
          </div>
        ))}
      </dl>
      <Load summary={summary} />
      {summary.scores.length > 0 && <Spread scores={summary.scores} />}
    </div>
  );
};

/** The whole campaign lived through by invented people: who has how much to do, how scores spread, what is called for. */
export const RehearsalView = () => {
  const t = useWords(tryWords);
  const { store } = useDesk();
  const [seed, setSeed] = useState(0);
  const [answer, setAnswer] = useState<Answered<'rehearse'>>();
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    setAnswer(await ask(store.get().present, { ask: 'rehearse', seed: seed + 1 }));
    setSeed(seed + 1);
    setBusy(false);
  };
  return (
    <div className="try-rehearsal" aria-busy={busy}>
      <p className="side-note">{t('rehearseNote')}</p>
      <p>
        <Button type="primary" loading={busy} onClick={() => void begin()}>
          {t(seed > 0 ? 'again' : 'rehearse')}
        </Button>{' '}
        <span className="try-quiet" role="status">
          {busy ? t('rehearsing') : ''}
        </span>
      </p>
      {answer && (answer.ok ? <Summary summary={answer.value} /> : <Errors problems={answer.problems} />)}
    </div>
  );
};
