import { App, Button, Tag, Tooltip } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import type { Stage, Standing } from '../adopt/standing.ts';
import { adoptWords } from '../adopt/words.ts';
import type { Saver } from '../save/saver.ts';
import { versionWords } from '../versions/words.ts';
import { useFollowed } from './context.ts';

interface StageTagProps {
  readonly stage: Stage;
  readonly version: number;
}

const signs: Readonly<Record<Stage, readonly [shape: string, look: string]>> = {
  draft: ['◇', 'draft'],
  changed: ['◇', 'draft'],
  waiting: ['◐', 'waiting'],
  returned: ['▲', 'returned'],
  passed: ['◆', 'passed'],
  'in-force': ['●', 'done'],
  closed: ['■', 'closed'],
};

/** The state of a plan as a shape, a colour and a word. */
export const StageTag = ({ stage, version }: StageTagProps) => {
  const t = useWords(adoptWords);
  const [shape, look] = signs[stage];
  return (
    <Tag className={`state state-${look}`}>
      {shape} {t(`stage_${stage}`, { n: version })}
    </Tag>
  );
};

/** Where the draft on the screen is on its way into force, its hash, and the way to the versions before it. */
export const DraftState = (props: {
  readonly campaign: string;
  readonly saver: Saver;
  readonly standing: Standing;
  readonly stage: Stage;
}) => {
  const { campaign, saver, standing, stage } = props;
  const t = useWords(adoptWords);
  const v = useWords(versionWords);
  const { message } = App.useApp();
  const state = useFollowed(saver.state);
  const { hash } = useFollowed(saver.base);
  const copy = async () => {
    await navigator.clipboard.writeText(hash);
    void message.success(t('copied'));
  };
  return (
    <>
      <StageTag stage={stage} version={standing.adopted?.version ?? 0} />
      {state.kind === 'saved' && (
        <Tooltip title={t('copyHash')}>
          <Button
            size="small"
            type="text"
            className="hash-short"
            aria-label={`${t('copyHash')} ${hash.slice(0, 8)}`}
            onClick={() => void copy()}
          >
            {hash.slice(0, 8)}
          </Button>
        </Tooltip>
      )}
      <Link className="versions-link" to={`/${campaign}/versions`}>
        {v('versions')}
      </Link>
    </>
  );
};
