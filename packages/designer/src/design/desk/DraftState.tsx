import { Tag } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import type { Stage, Standing } from '../adopt/standing.ts';
import { adoptWords } from '../adopt/words.ts';
import { versionWords } from '../versions/words.ts';

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

/** Where the draft on the screen is on its way into force, and the way to the versions before it, with their hashes. */
export const DraftState = (props: { readonly campaign: string; readonly standing: Standing; readonly stage: Stage }) => {
  const { campaign, standing, stage } = props;
  const v = useWords(versionWords);
  return (
    <>
      <StageTag stage={stage} version={standing.adopted?.version ?? 0} />
      <Link className="versions-link" to={`/${campaign}/versions`}>
        {v('versions')}
      </Link>
    </>
  );
};
