import { useId } from 'react';
import type { DraftAnswer } from '../device/records.ts';
import { withNote } from './answers.ts';
import type { Question } from './form.ts';
import { useFieldStore } from './hand.ts';
import { Photos } from './Photos.tsx';
import { useFillWords } from './words.ts';

/** Photos and a remark. A signature has no photos beside itself. */
export const Evidence = ({ question, answer }: { readonly question: Question; readonly answer: DraftAnswer | undefined }) => {
  const t = useFillWords();
  const store = useFieldStore();
  const id = useId();
  const write = (text: string) => store.put(new Map([[question.name, withNote(store.answer(question.name), text)]]));
  return (
    <div className="evidence">
      {question.kind !== 'signature' && <Photos question={question} answer={answer} />}
      <label className="hidden" htmlFor={id}>
        {t('note')}
      </label>
      <textarea
        id={id}
        rows={1}
        maxLength={2000}
        placeholder={t('notePlaceholder')}
        value={answer?.note ?? ''}
        onChange={(e) => write(e.target.value)}
      />
    </div>
  );
};
