import { say } from '@xiuhua/engine';
import { useLanguage, useWords } from '../../shared/language.ts';
import type { PlacedProblem } from '../desk/check.ts';
import { useDesk, useFollowed } from '../desk/context.ts';
import { counts } from '../desk/problems.ts';
import type { Json } from '../draft/json.ts';
import { clauseAt } from '../section/sections.ts';
import { headingAt } from '../section/title.ts';
import { FixButton } from './FixButton.tsx';
import { Sign } from './Sign.tsx';
import { Waive, Waived } from './Waive.tsx';
import { sideWords } from './words.ts';

interface Group {
  readonly place: string;
  readonly heading: string;
  readonly problems: readonly PlacedProblem[];
}

const weights = { error: 0, warning: 1, hint: 2 } as const;

/** The problems of a plan by clause, in the order of the document. */
const grouped = (plan: Json, problems: readonly PlacedProblem[], language: 'zh' | 'en'): readonly Group[] => {
  const groups = new Map<string, PlacedProblem[]>();
  for (const problem of problems) {
    const key = clauseAt(problem.place) ?? problem.place;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].map((list) => {
    const place = list[0]?.place ?? '';
    return {
      place,
      heading: headingAt(plan, place, language),
      problems: [...list].sort((a, b) => weights[a.problem.severity] - weights[b.problem.severity]),
    };
  });
};

/** Some problems under the headings of their clauses. */
const ProblemList = ({ plan, problems }: { readonly plan: Json; readonly problems: readonly PlacedProblem[] }) => {
  const language = useLanguage();
  const { jump } = useDesk();
  return grouped(plan, problems, language).map((group) => (
    <section key={group.place}>
      <h3>{group.heading}</h3>
      <ul>
        {group.problems.map(({ problem, place }) => (
          <li key={`${problem.code}${place}${say(problem, language)}`}>
            <button type="button" className={`problem ${problem.severity}`} onClick={() => jump(place)}>
              <Sign severity={problem.severity} />
              <span>{say(problem, language)}</span>
            </button>
            <FixButton plan={plan} problem={problem} />
            {problem.severity !== 'error' && <Waive problem={problem} />}
          </li>
        ))}
      </ul>
    </section>
  ));
};

/** Everything wrong with the plan, by clause; a click leads to the field. What only informs is folded away beneath. */
export const Problems = () => {
  const t = useWords(sideWords);
  const { of, problems, waived } = useFollowed(useDesk().checked);
  if (of === undefined) return <p className="side-note">{t('checking')}</p>;
  if (problems.length === 0 && waived.length === 0) return <p className="side-fine">{t('noProblems')}</p>;
  const weighty = problems.filter((p) => p.problem.severity !== 'hint');
  const hints = problems.filter((p) => p.problem.severity === 'hint');
  return (
    <div className="problems">
      <p className="side-note">{t('problemCount', counts(problems))}</p>
      {weighty.length === 0 && <p className="side-fine">{t(hints.length > 0 ? 'onlyHints' : 'noProblems')}</p>}
      <ProblemList plan={of} problems={weighty} />
      {hints.length > 0 && (
        <details className="hints" open={hints.length <= 3}>
          <summary>{t('hints', { n: hints.length })}</summary>
          <ProblemList plan={of} problems={hints} />
        </details>
      )}
      <Waived problems={waived} />
    </div>
  );
};
