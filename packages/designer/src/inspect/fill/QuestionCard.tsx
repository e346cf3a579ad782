import { type Answer, type Day, showPoints } from '@xiuhua/engine';
import { memo, useId, useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/language.ts';
import { useInspect } from '../app/context.ts';
import { todayOf } from '../app/pocket.ts';
import type { DraftAnswer } from '../device/records.ts';
import { gapOf, lostBy, needsPhoto, withNote, withResult } from './answers.ts';
import { Counter } from './Counter.tsx';
import type { Question } from './form.ts';
import { useAnswer, useFieldStore } from './hand.ts';
import { Photos } from './Photos.tsx';
import { useFillWords } from './words.ts';

const results = ['pass', 'fail', 'not-applicable'] as const;

/** What a failure costs, in words. */
const useStake = ({ item }: Question): string => {
  const t = useFillWords();
  if (item.points === 0) return '';
  const points = showPoints(item.points);
  if (!item.item.counted) return t('costs', { points });
  return item.most === null ? t('costsEach', { points }) : t('costsEachMost', { points, most: showPoints(item.most) });
};

/** How the question was answered the last time, in words. */
const Last = ({ last, day }: { readonly last: Answer; readonly day: Day }) => {
  const t = useFillWords();
  const language = useLanguage();
  const slip = useInspect((s) => s.slip);
  const spots = last.count ? ` ${t('spots', { n: last.count })}` : '';
  return (
    <span className={last.result === 'fail' ? 'text-amber' : undefined}>
      {t('last', { day: showDay(day, todayOf(slip), language), result: t(last.result) + spots })}
    </span>
  );
};

/** What a failure asks for: how many spots, and which unit it goes to. */
const Failure = ({ question, answer }: { readonly question: Question; readonly answer: DraftAnswer }) => {
  const t = useFillWords();
  const lost = lostBy(question, answer);
  return (
    <div className="failure">
      {question.item.item.counted && <Counter question={question} answer={answer} />}
      {lost > 0 && <b className="lost">{t('lost', { points: showPoints(lost) })}</b>}
      <span className="unit">{question.unit ? t('unit', { unit: question.unit }) : t('noUnit')}</span>
    </div>
  );
};

/** Photos and a remark. */
const Evidence = ({ question, answer }: { readonly question: Question; readonly answer: DraftAnswer | undefined }) => {
  const t = useFillWords();
  const store = useFieldStore();
  const id = useId();
  const write = (text: string) => store.put(new Map([[question.name, withNote(store.answer(question.name), text)]]));
  return (
    <div className="evidence">
      <Photos question={question} answer={answer} />
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

interface QuestionCardProps {
  readonly question: Question;
  readonly last: Answer | undefined;
  readonly lastDay: Day | undefined;
  /** True once submitting was tried: what is missing is then marked. */
  readonly pressed: boolean;
}

/** One question: what is judged and by what, the last result, what is at stake, the answer and its evidence. */
export const QuestionCard = memo(({ question, last, lastDay, pressed }: QuestionCardProps) => {
  const t = useFillWords();
  const store = useFieldStore();
  const answer = useAnswer(question.name);
  const [wanted, setWanted] = useState(false);
  const stake = useStake(question);
  const id = useId();
  const { standard } = question.item.item;
  const gap = gapOf(question, answer);
  const hasEvidence = Boolean(answer?.photos?.length || answer?.note);
  const shows = wanted || hasEvidence || answer?.result === 'fail' || question.photo === 'always';
  const choose = (result: Answer['result']) =>
    store.put(new Map([[question.name, withResult(question, store.answer(question.name), result)]]));
  return (
    <article id={`q${question.number}`} className={`card ${answer?.result ?? ''} ${pressed && gap ? 'gap' : ''}`} aria-labelledby={id}>
      <h3 id={id}>
        <span className="ordinal">{question.number}</span>
        {question.name}
        {pressed && gap && <em className="text-amber">▲ {t(`gap-${gap}`)}</em>}
      </h3>
      {standard && <p className="standard">{standard}</p>}
      <p className="facts">
        {stake && <span>{stake}</span>}
        {last && lastDay && <Last last={last} day={lastDay} />}
      </p>
      <div className="answers" role="radiogroup" aria-labelledby={id}>
        {results.map((result) => (
          <label key={result} className={result}>
            <input type="radio" name={id} checked={answer?.result === result} onChange={() => choose(result)} />
            <span>{t(result)}</span>
          </label>
        ))}
      </div>
      {answer?.result === 'fail' && <Failure question={question} answer={answer} />}
      {shows ? (
        <Evidence question={question} answer={answer} />
      ) : (
        answer?.result && (
          <button type="button" className="quiet add" onClick={() => setWanted(true)}>
            ＋ {t('addEvidence')}
          </button>
        )
      )}
      {needsPhoto(question, answer) && !answer?.photos?.length && <p className="need text-amber">▲ {t('photoNeeded')}</p>}
    </article>
  );
});
