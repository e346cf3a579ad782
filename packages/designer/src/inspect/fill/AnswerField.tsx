import type { Answer } from '@xiuhua/engine';
import { later } from '../app/Later.tsx';
import { withoutResult, withPhotos, withResult, withValue } from './answers.ts';
import type { Question } from './form.ts';
import { useAnswer, useFieldStore } from './hand.ts';
import { Options } from './inputs/Options.tsx';
import { ValueField } from './inputs/ValueField.tsx';
import { useInputWords } from './inputs/words.ts';

const SignatureField = later(() => import('./inputs/SignatureField.tsx').then((m) => m.SignatureField));

const results = ['pass', 'fail', 'not-applicable'] as const;

/** Marks a question of another kind than 合格 as not applicable here, and takes the mark back. */
const NotApplicable = ({ question }: { readonly question: Question }) => {
  const t = useInputWords();
  const store = useFieldStore();
  const answer = useAnswer(question.name);
  const isMarked = answer?.result === 'not-applicable';
  const toggle = () =>
    store.put(new Map([[question.name, isMarked ? withoutResult(answer) : withResult(question, answer, 'not-applicable')]]));
  return (
    <label className="mark">
      <input type="checkbox" checked={isMarked} onChange={toggle} />
      <span>{t('not-applicable')}</span>
    </label>
  );
};

/** How a question is answered: 合格, 不合格, 不适用, or with a value of its kind. */
export const AnswerField = ({ question, heading }: { readonly question: Question; readonly heading: string }) => {
  const t = useInputWords();
  const store = useFieldStore();
  const answer = useAnswer(question.name);
  if (question.kind === 'pass') {
    const options = results.map((result) => ({ key: result, label: t(result), tone: result }));
    const choose = (key: string) =>
      store.put(new Map([[question.name, withResult(question, store.answer(question.name), key as Answer['result'])]]));
    return <Options heading={heading} name={heading} options={options} chosen={[answer?.result ?? '']} onChoose={choose} />;
  }
  const change = (next: typeof answer) => store.put(new Map([[question.name, next]]));
  const sign = (hash: string | undefined) =>
    change(withPhotos(question, withValue(question, store.answer(question.name), hash), hash ? [hash] : []));
  return (
    <div className="field">
      {answer?.result !== 'not-applicable' &&
        (question.kind === 'signature' ? (
          <SignatureField answer={answer} setSigned={sign} />
        ) : (
          <ValueField
            question={question}
            answer={answer}
            heading={heading}
            setValue={(value) => change(withValue(question, store.answer(question.name), value))}
          />
        ))}
      <NotApplicable question={question} />
    </div>
  );
};
