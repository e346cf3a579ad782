import { type PeriodView, type StandingsView, sayPeriod } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { useOutline } from '../campaign/queries.ts';
import { MovementMark } from '../parts/MovementMark.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { groupsOf } from '../say/groups.ts';
import { movement } from '../say/movement.ts';
import { alignedPoints, decimalsOf } from '../say/number.ts';
import { publishedBefore } from '../say/period.ts';
import { periodSign } from '../say/sign.ts';
import { doorWords } from '../words.ts';
import styles from './board.module.css';
import { boardWords } from './words.ts';

/** A ranking's newest period, in order, with the movement against the published period before. */
export const RankingPanel = ({ view, periods }: { readonly view: StandingsView; readonly periods: readonly PeriodView[] }) => {
  const t = useWords(boardWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const to = useAddresses();
  const { ranking, period, rows } = view.standings;
  const earlier = publishedBefore(periods, ranking, period);
  const before = useOutline(ranking, earlier);
  const known = earlier === undefined || before.data !== undefined;
  const decimals = decimalsOf(rows.map((row) => row.points));
  return (
    <Panel
      title={`${ranking} · ${sayPeriod(period, now)}`}
      note={<SignTag sign={periodSign(view)} />}
      more={<Link to={to.rankings({ ranking, period })}>{t('fullRanking')}</Link>}
    >
      {earlier !== undefined && <p className={styles.small}>{t('against', { period: sayPeriod(earlier, now) })}</p>}
      {rows.length === 0 ? (
        <p className={styles.small}>{t('noStandings')}</p>
      ) : (
        groupsOf(rows).map((group) => (
          <div key={group.group}>
            {group.group !== '' && <h3 className={styles.groupName}>{group.group}</h3>}
            <ol className={styles.ranks}>
              {group.rows.map((row) => (
                <li key={row.unit}>
                  <Link to={to.rankings({ ranking, period, unit: row.unit })}>
                    <span className={styles.rank}>{row.rank ?? '—'}</span>
                    <span className={styles.rankUnit}>{row.unit}</span>
                    <span className={styles.rankMove}>
                      {row.rank === null ? (
                        <small>{t('notRanked')}</small>
                      ) : (
                        known && <MovementMark movement={movement(row.unit, view.standings, before.data?.standings)} />
                      )}
                    </span>
                    <span className={styles.rankPoints}>
                      {row.reason ? alignedPoints(row.points, decimals) : '—'}
                      <small>{door('points')}</small>
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          </div>
        ))
      )}
    </Panel>
  );
};
