import type { FieldProps } from '@rjsf/utils';
import { pointer } from '@xiuhua/engine';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { useDraft } from '../../desk/context.ts';
import { isEqual, type Json } from '../../draft/json.ts';
import { FieldProblems } from '../FieldProblems.tsx';
import { type Group, type Question, questionsBefore, readCondition, writeCondition } from './condition.ts';
import { sayCondition } from './say.ts';
import { conditionWords } from './words.ts';
import './condition.css';

const ConditionBuilder = lazy(() => import('./ConditionBuilder.tsx').then((m) => ({ default: m.ConditionBuilder })));

/** The questions before the clause, the same list while they are the same. */
const useQuestions = (at: string): readonly Question[] => {
  const [kept] = useState<{ list: readonly Question[] }>(() => ({ list: [] }));
  return useDraft((draft) => {
    const next = questionsBefore(draft.present, at);
    if (!isEqual(next as unknown as Json, kept.list as unknown as Json)) kept.list = next;
    return kept.list;
  });
};

/** A rule as the builder holds it: an empty group of a hand at work is not lost because it says nothing yet. */
const useGroup = (logic: Json | undefined, questions: readonly Question[]) => {
  const [working, setWorking] = useState<Group>();
  const fromWork = working && isEqual(writeCondition(working), logic) ? working : undefined;
  return { group: fromWork ?? readCondition(logic, questions), setWorking };
};

/** When a question is asked: built from tests in words; a rule the builder cannot show is read only and never emptied. */
export const ConditionField = ({ fieldPathId, formData, onChange, schema, registry }: FieldProps) => {
  const t = useWords(conditionWords);
  const language = useLanguage();
  const at = String(registry.formContext.at);
  const questions = useQuestions(at);
  const logic = formData as Json | undefined;
  const { group, setWorking } = useGroup(logic, questions);
  const write = (next: Group) => {
    setWorking(next);
    const rule = writeCondition(next);
    if (!isEqual(rule, logic)) onChange(rule, fieldPathId.path);
  };
  return (
    <fieldset className="group field field-wide condition" id={fieldPathId.$id}>
      <legend className="field-label">{schema.title}</legend>
      {questions.length === 0 && logic === undefined && <p className="field-note">{t('noQuestions')}</p>}
      {group && (questions.length > 0 || logic !== undefined) && (
        <Suspense fallback={null}>
          <ConditionBuilder group={group} questions={questions} onChange={write} />
        </Suspense>
      )}
      <p className="phrase-said">
        {logic === undefined ? t('always') : t('askedWhen', { rule: sayCondition(logic, questions, language) })}
      </p>
      {!group && (
        <>
          <p className="field-note">{t('readOnly')}</p>
          <Button size="small" onClick={() => onChange(undefined, fieldPathId.path)}>
            {t('clear')}
          </Button>
        </>
      )}
      <FieldProblems place={fieldPathId.path.reduce<string>((place, key) => pointer(place, key), at)} />
    </fieldset>
  );
};
