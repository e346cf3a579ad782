import { type Problem, type Proposal, say, sayProposal } from '@xiuhua/engine';
import { Alert } from 'antd';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import { placeOfConsequence } from './places.ts';
import { ClauseLink } from './Reasons.tsx';
import { Record } from './Record.tsx';
import { Scores } from './Scores.tsx';
import type { Answered, TrialResult } from './trial.ts';
import { isNothing, useTrying } from './useTrial.ts';
import { tryWords } from './words.ts';

/** Errors named at once. */
const mostErrors = 5;

/** What stands in the way of a trial: the errors of the plan, each a way to its place. */
export const Errors = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const { jump } = useDesk();
  const list = problems.slice(0, mostErrors).map((problem) => (
    <li key={`${problem.code}${problem.at}`}>
      <button type="button" className="try-link" onClick={() => jump(problem.at)}>
        {say(problem, language)}
      </button>
    </li>
  ));
  const more = problems.length - list.length;
  return (
    <Alert
      type="error"
      title={t('errors', { n: problems.length })}
      description={
        <ul className="try-plain">
          {list}
          {more > 0 && <li>{t('moreErrors', { n: more })}</li>}
        </ul>
      }
    />
  );
};

const Refused = ({ result }: { readonly result: TrialResult }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const { today } = useDesk();
  if (result.refused.length === 0) return null;
  const lines = result.refused.map(({ part, index, problems }) => {
    const why = problems.map((problem) => say(problem, language)).join(language === 'zh' ? '' : ' ');
    const visit = part === 'visits' ? result.tried.visits?.[index] : undefined;
    const reading = part === 'readings' ? result.tried.readings?.[index] : undefined;
    const text = visit
      ? t('refusedVisit', { day: showDay(visit.day, today, language), site: visit.site, why })
      : t('refusedReading', { period: reading?.period ?? '', indicator: reading?.indicator ?? '', why });
    return <li key={`${part}${index}`}>{text}</li>;
  });
  return <Alert type="warning" title={t('refused')} description={<ul className="try-plain">{lines}</ul>} />;
};

const Findings = ({ result }: { readonly result: TrialResult }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const { today } = useDesk();
  const plan = useDraft(({ present }) => present);
  const { source } = (plan as { findings?: { source?: string } }).findings ?? {};
  if (result.findings.length === 0) return <p className="side-note">{t('noFindings')}</p>;
  return (
    <ul className="try-plain">
      {result.findings.map(({ id, site, item, unit, due }) => (
        <li key={id}>
          <b>
            {site} · {item}
          </b>{' '}
          {t('findingRow', { unit, due: showDay(due, today, language) })} <ClauseLink place="/findings" source={source ?? ''} />
        </li>
      ))}
    </ul>
  );
};

const Consequences = ({ proposals }: { readonly proposals: readonly Proposal[] }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const plan = useDraft(({ present }) => present);
  if (proposals.length === 0) return <p className="side-note">{t('noConsequences')}</p>;
  return (
    <ul className="try-plain">
      {proposals.map((one) => (
        <li key={one.id} className={one.kind}>
          <b>{one.consequence}</b> {sayProposal({ ...one, source: '' }, language)}{' '}
          <ClauseLink place={placeOfConsequence(plan, one.consequence)} source={one.source} />
        </li>
      ))}
    </ul>
  );
};

/** What comes of what is tried: scores with their reasons, ranks, what was found, what follows; or what stands in the way. */
export const Outcome = ({ answer, busy }: { readonly answer: Answered<'trial'> | undefined; readonly busy: boolean }) => {
  const t = useWords(tryWords);
  const [trying] = useTrying();
  const head = (
    <header className="try-result-head">
      <h3>{t('result')}</h3>
      <span className="try-quiet" role="status">
        {busy ? t('working') : ''}
      </span>
      {answer?.ok && <Record result={answer.value} busy={busy} />}
    </header>
  );
  if (isNothing(trying)) return <p className="try-empty">{t('nothing')}</p>;
  if (!answer) return head;
  if (!answer.ok)
    return (
      <>
        {head}
        <Errors problems={answer.problems} />
      </>
    );
  const result = answer.value;
  return (
    <>
      {head}
      <Refused result={result} />
      <h3 className="try-sub">{t('standings')}</h3>
      <Scores result={result} />
      <h3 className="try-sub">{t('findings')}</h3>
      <Findings result={result} />
      <h3 className="try-sub">{t('consequences')}</h3>
      <Consequences proposals={result.proposals} />
    </>
  );
};
