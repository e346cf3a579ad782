import { type Standings, sayPeriod, showPoints } from '@xiuhua/engine';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDraft } from '../desk/context.ts';
import { listAt, textOf, textsOf } from '../draft/json.ts';
import { Reasons } from './Reasons.tsx';
import type { TrialResult } from './trial.ts';
import { useTrying } from './useTrial.ts';
import { tryWords } from './words.ts';

const isTouched = ({ rows }: Standings, units: ReadonlySet<string>): boolean => rows.some(({ unit }) => units.has(unit));

interface RowsProps {
  readonly rows: Standings['rows'];
  readonly graded: boolean;
  readonly chosen: string;
  readonly choose: (unit: string) => void;
}

const Rows = ({ rows, graded, chosen, choose }: RowsProps) => {
  const t = useWords(tryWords);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('rank')}</th>
          <th scope="col" className="is-wide">
            {t('unit')}
          </th>
          <th scope="col" className="is-number">
            {t('points')}
          </th>
          {graded && <th scope="col">{t('grade')}</th>}
          <th scope="col" className="is-number">
            {t('inspections')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit} className={row.unit === chosen ? 'is-chosen' : undefined}>
            <td>{row.rank ?? <span className="try-quiet">{t('unranked')}</span>}</td>
            <th scope="row">
              <button type="button" aria-pressed={row.unit === chosen} onClick={() => choose(row.unit)}>
                {row.unit}
              </button>
            </th>
            <td className="is-number">{row.reason ? showPoints(row.points) : <span className="try-quiet">{t('noScore')}</span>}</td>
            {graded && <td>{row.grade?.name}</td>}
            <td className="is-number">{row.inspections}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface StandingsProps {
  readonly standings: Standings;
  readonly touched: ReadonlySet<string>;
  readonly unit: string;
  readonly choose: (unit: string) => void;
}

/** The standings of one period: the units something happened to, the others folded away, and why the chosen one has its score. */
const StandingsTable = ({ standings, touched, unit, choose }: StandingsProps) => {
  const t = useWords(tryWords);
  const { rows } = standings;
  const chosen = rows.find((row) => row.unit === unit) ?? rows[0];
  const look = { graded: rows.some(({ grade }) => grade), chosen: chosen?.unit ?? '', choose };
  const [own, others] = [rows.filter((row) => touched.has(row.unit)), rows.filter((row) => !touched.has(row.unit))];
  return (
    <>
      <div className="try-table">
        <Rows {...look} rows={own} />
        {others.length > 0 && (
          <details open={own.length === 0}>
            <summary>{t('others', { n: others.length })}</summary>
            <Rows {...look} rows={others} />
          </details>
        )}
      </div>
      {chosen && (
        <section aria-labelledby="try-why">
          <h4 id="try-why">
            {chosen.reason ? t('why', { unit: chosen.unit, points: showPoints(chosen.points) }) : t('whyNone', { unit: chosen.unit })}
          </h4>
          {chosen.why && <p className="side-note">{t(chosen.why)}</p>}
          {chosen.reason && <Reasons total={chosen.reason} />}
        </section>
      )}
    </>
  );
};

/** The units the visits touch, the one of the visit on the phone first. */
const useTouched = (result: TrialResult): readonly string[] => {
  const [trying] = useTrying();
  const current = trying.visits.find(({ id }) => id === trying.current);
  const plan = useDraft(({ present }) => present);
  const keepers = (site: string | undefined) =>
    textsOf(
      listAt(plan, '/places/sites').find((one) => textOf(one, 'name') === site),
      'units',
    );
  const found = result.findings.filter(({ site }) => site === current?.site).map(({ unit }) => unit);
  const results = result.expects.results.map(({ unit }) => unit);
  return [...new Set([...found, ...keepers(current?.site), ...results])];
};

/** Scores and ranks, for each period and ranking something happened in. */
export const Scores = ({ result }: { readonly result: TrialResult }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const units = useTouched(result);
  const ranked = useDraft(({ present }) => listAt(present, '/ranking').length > 0);
  const touched = result.standings.filter((one) => isTouched(one, new Set(units)));
  const all = touched.length > 0 ? touched : result.standings;
  const [chosen, choose] = useState({ standings: '', unit: '' });
  const keyOf = ({ ranking, period }: Standings) => `${ranking}·${period}`;
  const shown = all.find((one) => keyOf(one) === chosen.standings) ?? all[0];
  if (!shown) return <p className="side-note">{t(ranked ? 'noScores' : 'noRanking')}</p>;
  const has = (unit: string | undefined): unit is string => shown.rows.some((row) => row.unit === unit);
  const unit = has(chosen.unit) ? chosen.unit : (units.find(has) ?? '');
  return (
    <>
      <div className="try-periods">
        {all.map((one) => (
          <button
            key={keyOf(one)}
            type="button"
            aria-pressed={one === shown}
            onClick={() => choose({ standings: keyOf(one), unit: chosen.unit })}
          >
            {one.ranking} {sayPeriod(one.period, language)}
          </button>
        ))}
      </div>
      <StandingsTable
        standings={shown}
        touched={new Set(units)}
        unit={unit}
        choose={(name) => choose({ standings: keyOf(shown), unit: name })}
      />
    </>
  );
};
