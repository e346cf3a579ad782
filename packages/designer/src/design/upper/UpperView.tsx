import { type Breach, type CompiledPlan, clauseAbove, say, upperBases } from '@xiuhua/engine';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useFocus } from '../desk/context.ts';
import { clauseAt } from '../section/sections.ts';
import { Sign } from '../side/Sign.tsx';
import { Chain } from './Chain.tsx';
import { type Amendment, Merge } from './Merge.tsx';
import { Meter } from './Meter.tsx';
import { type AgainstUppers, useAgainstUppers, useUpperRows } from './upper.ts';
import { upperWords } from './words.ts';
import './upper.css';

/** What the upper plan says where the hand is. */
const Here = ({ plan, uppers }: Pick<AgainstUppers, 'plan' | 'uppers'>) => {
  const t = useWords(upperWords);
  const language = useLanguage();
  const { open } = useFocus();
  const clause = open === null ? undefined : clauseAt(open);
  if (clause === undefined || clause === '') return <p className="field-note">{t('hereHint')}</p>;
  const above = upperBases(plan).flatMap(({ hash, as, title }) => {
    const upper = uppers.get(hash);
    const found = upper && clauseAbove(plan, clause, { upper, as, language });
    return found ? [{ title, ...found }] : [];
  });
  if (above.length === 0) return <p className="field-note">{t('hereNone')}</p>;
  return above.map(({ title, binds, source, says }) => (
    <section key={title} className="above">
      <p>
        <span className={`lock lock-${binds}`}>{t(binds)}</span> {source}
      </p>
      <dl>
        {says.map(({ key, title: heading, value }) => (
          <div key={key}>
            <dt>{heading}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
};

const BreachLine = ({ breach }: { readonly breach: Breach }) => {
  const t = useWords(upperWords);
  const language = useLanguage();
  const { jump } = useDesk();
  const { problem, exception } = breach;
  return (
    <li>
      <button type="button" className={`problem ${exception ? 'hint' : problem.severity}`} onClick={() => jump(problem.at)}>
        <Sign severity={exception ? 'hint' : problem.severity} />
        <span>
          {say(problem, language)}
          {exception && <em>{t('approved', { approval: exception.approval })}</em>}
        </span>
      </button>
    </li>
  );
};

/** Upper plans of which a later version is here, and the way to follow it. */
const Amendments = ({ uppers }: { readonly uppers: readonly CompiledPlan[] }) => {
  const t = useWords(upperWords);
  const language = useLanguage();
  const { today } = useDesk();
  const rows = useUpperRows();
  const [open, setOpen] = useState<Amendment>();
  const day = (d: string) => showDay(d.slice(0, 10), today, language);
  return (
    <>
      {uppers.flatMap((upper) => {
        const versions = (rows.data ?? []).filter(({ title, issuer }) => title === upper.plan.title && issuer === upper.plan.issuer);
        const own = versions.find(({ hash }) => hash === upper.hash);
        const newest = versions.find(({ hash, addedAt }) => hash !== upper.hash && addedAt >= (own?.addedAt ?? ''));
        if (!newest) return [];
        const { hash, title, issued, addedAt, lowerBy } = newest;
        const said = { title, day: day(issued || addedAt) };
        return [
          <div key={hash} className="upper-amended">
            <p>▲ {lowerBy ? t('amendedBy', { ...said, until: day(lowerBy) }) : t('amended', said)}</p>
            <Button type="primary" onClick={() => setOpen({ from: upper, to: hash })}>
              {t('follow')}
            </Button>
          </div>,
        ];
      })}
      {open && <Merge amendment={open} close={() => setOpen(undefined)} />}
    </>
  );
};

/** The plan beside its upper plans: what they say here, where this one is looser, what it adds, and amendments to follow. */
export const UpperView = () => {
  const t = useWords(upperWords);
  const { plan, lineage, uppers, loading } = useAgainstUppers();
  if (loading) return <p role="status">{t('loading')}</p>;
  const missing = upperBases(plan).filter(({ hash }) => !uppers.has(hash));
  return (
    <div className="upper problems">
      <Chain plan={plan} uppers={uppers} />
      <Amendments uppers={lineage.conformities.flatMap(({ upper }) => uppers.get(upper.hash) ?? [])} />
      {missing.map(({ title, hash }) => (
        <Alert key={hash} type="error" title={t('missing', { title })} />
      ))}
      <h3>{t('here')}</h3>
      <Here plan={plan} uppers={uppers} />
      {lineage.conformities.map(({ upper, breaches, additions, minutes }) => {
        const errors = breaches.filter(({ problem }) => problem.severity === 'error');
        const words = breaches.filter(({ problem }) => problem.severity !== 'error');
        return (
          <section key={upper.hash}>
            {errors.length === 0 ? <p className="side-fine">✓ {t('fine')}</p> : <h3>{t('breaches', { n: errors.length })}</h3>}
            <ul>
              {errors.map((breach) => (
                <BreachLine key={`${breach.problem.at}${breach.problem.code}`} breach={breach} />
              ))}
            </ul>
            {words.length > 0 && <h3>{t('read', { n: words.length })}</h3>}
            <ul>
              {words.map((breach) => (
                <BreachLine key={`${breach.problem.at}${breach.problem.code}`} breach={breach} />
              ))}
            </ul>
            <Meter additions={additions} minutes={minutes} />
          </section>
        );
      })}
    </div>
  );
};
