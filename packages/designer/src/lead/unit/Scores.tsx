import { type PeriodView, type Standing, type StandingsView, sayPeriod } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { useManyStandings } from '../campaign/queries.ts';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { alignedPoints, decimalsOf, signedPoints } from '../say/number.ts';
import { heaviest } from '../say/reasons.ts';
import { periodSign } from '../say/sign.ts';
import { PointsLine } from './PointsLine.tsx';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

const most = 12;

interface Scored {
  readonly view: StandingsView;
  readonly row: Standing;
}

const Score = ({ view, row, decimals }: Scored & { readonly decimals: number }) => {
  const t = useWords(unitWords);
  const now = useLanguage();
  const to = useAddresses();
  const { ranking, period } = view.standings;
  const worst = heaviest(row.reason);
  return (
    <li>
      <Link to={to.rankings({ ranking, period, unit: row.unit })} className={styles.score}>
        <span>
          {sayPeriod(period, now)}
          <small>
            <SignTag sign={periodSign(view)} />
          </small>
        </span>
        <span>{row.rank === null ? t('unranked') : t('place', { rank: row.rank })}</span>
        <b>{row.reason ? alignedPoints(row.points, decimals) : '—'}</b>
        <span className={styles.scoreWhy}>
          {worst ? (
            <>
              {worst.name} {signedPoints(worst.points)} <Source clause={worst.source} />
            </>
          ) : (
            t('noLoss')
          )}
        </span>
      </Link>
    </li>
  );
};

/** A unit's points and ranks over the newest periods of one ranking, with what cost it most in each. */
export const Scores = ({
  unit,
  ranking,
  periods,
}: {
  readonly unit: string;
  readonly ranking: string;
  readonly periods: readonly PeriodView[];
}) => {
  const t = useWords(unitWords);
  const to = useAddresses();
  const mine = periods.filter((view) => view.ranking === ranking).slice(0, most);
  const views = useManyStandings(mine);
  const scored = views.flatMap((view): Scored[] => {
    const row = view.standings.rows.find((standing) => standing.unit === unit);
    return row ? [{ view, row }] : [];
  });
  const decimals = decimalsOf(scored.map(({ row }) => row.points));
  const drawn = scored.filter(({ row }) => row.reason !== null);
  return (
    <Panel title={`${t('scores')} · ${ranking}`} note={<Link to={to.rankings({ ranking })}>{t('scoresNote', { n: mine.length })}</Link>}>
      {scored.length === 0 ? (
        <p className={styles.note}>{t(views.length === 0 ? 'noScores' : 'notScored')}</p>
      ) : (
        <>
          {drawn.length > 1 && (
            <PointsLine
              unit={unit}
              to={(period) => to.rankings({ ranking, period, unit })}
              scored={scored
                .toReversed()
                .map(({ view, row }) => ({ period: view.standings.period, points: row.points, published: view.published }))}
            />
          )}
          <ul className={styles.scores}>
            {scored.map(({ view, row }) => (
              <Score key={view.standings.period} view={view} row={row} decimals={decimals} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
};
