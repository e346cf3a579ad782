import { type Problem, say, type Waiver } from '@xiuhua/engine';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import type { PlacedProblem } from '../desk/check.ts';
import { useDesk, useEdit } from '../desk/context.ts';
import { type Json, listAt, textOf } from '../draft/json.ts';
import { Sign } from './Sign.tsx';
import { sideWords } from './words.ts';

/** The waiver of a problem: by the name of its clause, which stays when clauses move, else by its place. */
export const waiverOf = ({ code, at, params }: Problem, reason: string): Waiver => {
  const { name } = params;
  return { code, ...(typeof name === 'string' && name !== '' ? { clause: name } : { at }), reason };
};

/** Leaves a problem as it is: the reason is asked for and stays in the plan. */
export const Waive = ({ problem }: { readonly problem: Problem }) => {
  const t = useWords(sideWords);
  const language = useLanguage();
  const edit = useEdit();
  const { store } = useDesk();
  const [reason, setReason] = useState<string>();
  if (reason === undefined)
    return (
      <button type="button" className="waive" aria-label={t('waiveOf', { what: say(problem, language) })} onClick={() => setReason('')}>
        {t('waive')}
      </button>
    );
  const done = () => {
    const text = reason.trim();
    if (text === '') return;
    const value = { ...waiverOf(problem, text) };
    edit({ type: 'AddClause', list: '/waivers', value, index: listAt(store.get().present, '/waivers').length });
    setReason(undefined);
  };
  return (
    <form
      className="waive-form"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <Input
        autoFocus
        size="small"
        maxLength={200}
        value={reason}
        aria-label={t('waiveReason')}
        placeholder={t('waiveHolder')}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && setReason(undefined)}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={reason.trim() === ''}>
        {t('waiveDone')}
      </Button>
      <Button size="small" onClick={() => setReason(undefined)}>
        {t('waiveCancel')}
      </Button>
    </form>
  );
};

const fits = (waiver: Json, { code, at, params }: Problem): boolean => {
  const [clause, place] = [textOf(waiver, 'clause'), textOf(waiver, 'at')];
  return textOf(waiver, 'code') === code && (clause === '' || clause === params.name) && (place === '' || place === at);
};

/** What is left as it is, each with its reason; it can be taken up again. */
export const Waived = ({ problems }: { readonly problems: readonly PlacedProblem[] }) => {
  const t = useWords(sideWords);
  const language = useLanguage();
  const { jump, store } = useDesk();
  const edit = useEdit();
  if (problems.length === 0) return null;
  const takeUp = (problem: Problem) => {
    const i = listAt(store.get().present, '/waivers').findIndex((waiver) => fits(waiver, problem));
    if (i >= 0) edit({ type: 'RemoveClause', at: `/waivers/${i}` });
  };
  return (
    <details className="hints waived">
      <summary>{t('waived', { n: problems.length })}</summary>
      <ul>
        {problems.map(({ problem, place }) => (
          <li key={`${problem.code}${place}${say(problem, language)}`}>
            <button type="button" className="problem" onClick={() => jump(place)}>
              <Sign severity={problem.severity} />
              <span>
                {say(problem, language)}
                <em>{problem.waived}</em>
              </span>
            </button>
            <button
              type="button"
              className="waive"
              aria-label={t('unwaiveOf', { what: say(problem, language) })}
              onClick={() => takeUp(problem)}
            >
              {t('unwaive')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
