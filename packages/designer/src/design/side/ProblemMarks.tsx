import { say } from '@xiuhua/engine';
import { useLanguage } from '../../shared/language.ts';
import { useProblems } from '../desk/context.ts';
import { problemsWithin, worst } from '../desk/problems.ts';
import { isWithin } from '../draft/json.ts';
import { Sign } from './Sign.tsx';

interface ProblemMarksProps {
  readonly at: string;
  /** The keys of the clause this mark answers for; problems of its other keys have a mark of their own. */
  readonly keys: readonly string[];
}

/** In the margin of a clause: the sign of its worst problem, and on hover what is wrong. */
export const ProblemMarks = ({ at, keys }: ProblemMarksProps) => {
  const now = useLanguage();
  const own = problemsWithin(useProblems(), at).filter((p) => p.place === at || keys.some((key) => isWithin(`${at}/${key}`, p.place)));
  const severity = worst(own);
  if (!severity) return null;
  return (
    <span className="clause-mark" title={own.map((p) => say(p.problem, now)).join('\n')}>
      <Sign severity={severity} />
    </span>
  );
};
