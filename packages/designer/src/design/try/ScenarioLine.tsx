import { say } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { acceptScenario, type ScenarioState, useScenarios } from './scenarioState.ts';
import { tryWords } from './words.ts';
import './scenarios.css';

const marks = { holds: '✓', fails: '✗', left: '—', waiting: '…' } as const;

/** Differences told at once; the problems list has them all. */
const mostShown = 3;

/** What could not even be entered: there is no new result to accept, the scenario itself has to be changed. */
const isRefused: ReadonlySet<string> = new Set(['scenario.refused', 'scenario.no-duty']);

/** Whether a scenario comes out as kept, in a sign and a word. */
export const ScenarioMark = ({ state }: Pick<ScenarioState, 'state'>) => {
  const t = useWords(tryWords);
  return (
    <span className={`scenario-mark is-${state}`}>
      <span aria-hidden="true">{marks[state]}</span> {t(state)}
    </span>
  );
};

/** What differs, each in words, with the way to the clause responsible; and the press that accepts it. */
export const Differing = ({ scenario }: { readonly scenario: ScenarioState }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const { store, jump } = useDesk();
  const [busy, setBusy] = useState(false);
  const { at, name, differences } = scenario;
  if (differences.length === 0) return null;
  const accept = async () => {
    setBusy(true);
    const done = await acceptScenario(store, at);
    setBusy(false);
    if (done) void message.success(t('accepted', { name }));
  };
  return (
    <>
      <ul className="scenario-differences">
        {differences.slice(0, mostShown).map(({ problem }) => (
          <li key={`${problem.code}${problem.at}${say(problem, language)}`}>
            {say({ ...problem, params: { ...problem.params, name: undefined, source: undefined } }, language)}{' '}
            {problem.responsible !== undefined && (
              <button type="button" className="try-link" onClick={() => jump(problem.responsible ?? '')}>
                {t('toClause')}
              </button>
            )}
            {problem.waived !== undefined && <em>{problem.waived}</em>}
          </li>
        ))}
        {differences.length > mostShown && <li>{t('moreDifferences', { n: differences.length - mostShown })}</li>}
      </ul>
      {differences.some(({ problem }) => !isRefused.has(problem.code)) && (
        <Button size="small" loading={busy} aria-label={t('acceptOf', { name })} onClick={() => void accept()}>
          {t('accept')}
        </Button>
      )}
    </>
  );
};

/** How the scenario at a place stands, told beneath its clause. */
export const ScenarioLine = ({ at }: { readonly at: string }) => {
  const scenario = useScenarios().find((one) => one.at === at);
  if (!scenario) return null;
  return (
    <div className="scenario-line">
      <ScenarioMark state={scenario.state} />
      <Differing scenario={scenario} />
    </div>
  );
};
