import { type StandingsView, sayPeriod, showPoints } from '@xiuhua/engine';
import { Drawer } from 'antd';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useReach } from '../campaign/reach.ts';
import { SignTag } from '../parts/SignTag.tsx';
import { periodSign } from '../say/sign.ts';
import { doorWords } from '../words.ts';
import { AppealButton } from './AppealButton.tsx';
import { LiftText } from './LiftText.tsx';
import { ReasonTree } from './ReasonTree.tsx';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

interface WhyPanelProps {
  readonly view: StandingsView;
  /** The unit asked about; closed without one. */
  readonly unit: string | undefined;
  readonly onClose: () => void;
}

/** Why a unit has the points it has: the tree of reasons, each with its clause and the records it rests on. */
export const WhyPanel = ({ view, unit, onClose }: WhyPanelProps) => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { to, mayOpen } = useReach();
  const row = view.standings.rows.find((standing) => standing.unit === unit);
  const period = sayPeriod(view.standings.period, now);
  return (
    <Drawer open={unit !== undefined} onClose={onClose} size="min(560px, 100vw)" title={t('whyTitle', { unit: unit ?? '' })}>
      {row ? (
        <>
          <div className={styles.total}>
            <strong>
              {row.reason ? showPoints(row.points) : '—'}
              <small>{row.grade?.name ?? door('points')}</small>
            </strong>
            <span>
              {row.rank === null ? t('whyUnranked', { period }) : t('whyPeriod', { period, rank: row.rank })}
              <SignTag sign={periodSign(view)} />
            </span>
          </div>
          <LiftText
            rows={view.standings.rows}
            unit={row.unit}
            why={(of) => to.rankings({ ranking: view.standings.ranking, period: view.standings.period, unit: of })}
          />
          <AppealButton view={view} row={row} />
          {row.reason ? <ReasonTree total={row.reason} open={mayOpen(row.unit)} /> : <p>{t('noReason')}</p>}
          <Link to={to.unit(row.unit)}>{t('unitPage')}</Link>
        </>
      ) : (
        <p>{t('noUnit')}</p>
      )}
    </Drawer>
  );
};
