import { Button } from 'antd';
import { useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { Differing, ScenarioMark } from './ScenarioLine.tsx';
import { openScenario, useScenarios } from './scenarioState.ts';
import { useTrying } from './useTrial.ts';
import { tryWords } from './words.ts';

/** The scenarios of the plan, each with whether it still comes out as kept, and what differs when it does not. */
export const Scenarios = () => {
  const t = useWords(tryWords);
  const { store, jump } = useDesk();
  const [trying] = useTrying();
  const scenarios = useScenarios();
  return (
    <section aria-labelledby="try-scenarios">
      <h3 id="try-scenarios">
        {t('scenarios')} {scenarios.length > 0 && <span className="try-quiet">{scenarios.length}</span>}
      </h3>
      <p className="side-note">{t(scenarios.length > 0 ? 'scenariosNote' : 'scenariosNone')}</p>
      <ul className="try-scenarios">
        {scenarios.map((scenario) => (
          <li key={scenario.at} className={trying.from === scenario.name ? 'is-current' : undefined}>
            <button type="button" className="try-link" onClick={() => jump(scenario.at)}>
              {scenario.name}
            </button>
            <div className="try-scenario-row">
              <ScenarioMark state={scenario.state} />
              <Button
                type="text"
                size="small"
                aria-label={t('openOf', { name: scenario.name })}
                onClick={() => void openScenario(store, scenario.at)}
              >
                {t('open')}
              </Button>
            </div>
            <Differing scenario={scenario} />
          </li>
        ))}
      </ul>
    </section>
  );
};
