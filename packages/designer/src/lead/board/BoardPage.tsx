import type { Board } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useBoard } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Tiles } from '../wall/Tiles.tsx';
import { doorWords } from '../words.ts';
import { Answers } from './Answers.tsx';
import { BoardHead } from './BoardHead.tsx';
import styles from './board.module.css';
import { DutiesPanel } from './DutiesPanel.tsx';
import { AgePanel, StatePanel, UnitsPanel } from './FindingPanels.tsx';
import { IndicatorsPanel } from './IndicatorsPanel.tsx';
import { LowersPanel } from './LowersPanel.tsx';
import { ProposalsPanel } from './ProposalsPanel.tsx';
import { RankingPanel } from './RankingPanel.tsx';
import { SeamLine } from './SeamLine.tsx';
import { seam } from './stitches.ts';
import { boardWords } from './words.ts';

const Line = ({ board }: { readonly board: Board }) => {
  const t = useWords(boardWords);
  const to = useAddresses();
  const none = board.phases.every((phase) => phase.milestones.length === 0);
  const each = seam(board.phases, board.day, 1360).daysEach;
  return (
    <Panel
      guide="line"
      title={t('line')}
      note={each === 1 ? t('lineNoteDay') : t('lineNote', { n: each })}
      more={<Link to={to.milestones()}>{t('allMilestones')}</Link>}
    >
      <SeamLine phases={board.phases} day={board.day} />
      {none && <p className={styles.small}>{t('noMilestones')}</p>}
    </Panel>
  );
};

/** One screen that answers: are we on time, who is behind, why, what must I decide. `?day=` shows a past day. */
export const BoardPage = () => {
  const { see, now } = useHere();
  const query = useBoard();
  useTitle(useWords(doorWords)('board'));
  return (
    <div className={styles.board}>
      <Loaded query={query} rows={12}>
        {(board) => (
          <>
            <BoardHead board={board} onDay={(next) => see?.(next === now ? undefined : next)} />
            <Answers board={board} />
            <Line board={board} />
            <div className={styles.columns}>
              <div>
                <IndicatorsPanel />
                <StatePanel board={board} />
              </div>
              <div>
                <AgePanel board={board} />
                <DutiesPanel board={board} />
                <UnitsPanel board={board} />
              </div>
              <div>
                {board.standings.map((view) => (
                  <RankingPanel key={view.standings.ranking} view={view} periods={board.periods} />
                ))}
                <LowersPanel />
                <ProposalsPanel board={board} />
              </div>
            </div>
            <Tiles board={board} />
          </>
        )}
      </Loaded>
    </div>
  );
};
