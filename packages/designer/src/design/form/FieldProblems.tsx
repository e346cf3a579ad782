import { say } from '@xiuhua/engine';
import { useLanguage } from '../../shared/language.ts';
import { useProblems } from '../desk/context.ts';
import { Sign } from '../side/Sign.tsx';

/** What is wrong with exactly this field, as sentences. Renders nothing for a field that is in order. */
export const FieldProblems = ({ place }: { readonly place: string }) => {
  const now = useLanguage();
  const problems = useProblems().filter((p) => p.place === place);
  if (problems.length === 0) return null;
  return (
    <ul className="field-problems" aria-live="polite">
      {problems.map(({ problem }) => (
        <li key={`${problem.code}${say(problem, now)}`} className={problem.severity}>
          <Sign severity={problem.severity} /> {say(problem, now)}
        </li>
      ))}
    </ul>
  );
};
