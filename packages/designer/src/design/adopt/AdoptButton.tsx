import type { Actor, Review } from '@xiuhua/engine';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useDesk, useFollowed } from '../desk/context.ts';
import { counts } from '../desk/problems.ts';
import type { Saver } from '../save/saver.ts';
import { AdoptDialog } from './AdoptDialog.tsx';
import { AskDialog } from './AskDialog.tsx';
import { mayReview, type Stage, type Standing } from './standing.ts';
import { adoptWords } from './words.ts';

interface AdoptButtonProps {
  readonly campaign: string;
  readonly actor: Actor | undefined;
  readonly saver: Saver;
  readonly standing: Standing;
  readonly stage: Stage;
  readonly refresh: () => Promise<unknown>;
}

/** Why the plan itself cannot go on its way; empty when it can. */
const useObstacle = ({ standing, stage, saver }: AdoptButtonProps): string => {
  const t = useWords(adoptWords);
  const { of, problems } = useFollowed(useDesk().checked);
  const state = useFollowed(saver.state);
  const { error } = counts(problems);
  const breaches = problems.filter(({ problem }) => problem.severity === 'error' && /^(conform|basis)\./.test(problem.code)).length;
  if (stage === 'closed') return t('isClosed');
  if (of === undefined) return t('checking');
  if (error > breaches) return t('errors', { n: error });
  if (breaches > 0) return t('breaches', { n: breaches });
  if (state.kind === 'away' || state.kind === 'refused' || state.kind === 'moved') return t('unsaved');
  return stage === 'in-force' ? t('same', { n: standing.adopted?.version ?? 0 }) : '';
};

/** Why this person cannot take the next step; empty when he can. */
const useBar = ({ actor, standing, stage }: AdoptButtonProps): string => {
  const t = useWords(adoptWords);
  if (!actor?.roles.includes('office')) return t('notOffice');
  if (stage === 'waiting') return t('waitingFor');
  return stage === 'passed' && standing.review?.verdict?.by.account === actor.account ? t('ownReview') : '';
};

/** The one primary button of the desk: the next step of the draft on its way into force. While it cannot be taken it says why. */
export const AdoptButton = (props: AdoptButtonProps) => {
  const { campaign, actor, saver, standing, stage, refresh } = props;
  const t = useWords(adoptWords);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'ask' | Review>();
  const obstacle = useObstacle(props);
  const bar = useBar(props);
  const { review } = standing;
  if (stage === 'waiting' && review && mayReview(actor, review))
    return (
      <Button type="primary" onClick={() => void navigate(`/${campaign}/versions/${review.plan}`)}>
        {t('goReview')}
      </Button>
    );
  const reason = obstacle || bar;
  const step = stage === 'passed' ? 'adopt' : 'ask';
  return (
    <>
      <Tooltip title={reason}>
        {/* a disabled button tells no hover, so the reason hangs on its frame */}
        <span className="adopt-frame">
          <Button
            type="primary"
            disabled={reason !== ''}
            aria-description={reason || undefined}
            onClick={() => setOpen(stage === 'passed' && review ? review : 'ask')}
          >
            {t(step)}
          </Button>
        </span>
      </Tooltip>
      {open === 'ask' && (
        <AskDialog
          campaign={campaign}
          me={actor?.account ?? ''}
          saver={saver}
          adopted={standing.adopted}
          onAsked={refresh}
          onClose={() => setOpen(undefined)}
        />
      )}
      {typeof open === 'object' && (
        <AdoptDialog campaign={campaign} review={open} adopted={standing.adopted} onAdopted={refresh} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
};
