import type { Answer, Day } from '@xiuhua/engine';
import { memo, useContext, useId, useState } from 'react';
import { useLanguage } from '../../shared/language.ts';
import { useInspect } from '../app/context.ts';
import { todayOf } from '../app/pocket.ts';
import { AnswerField } from './AnswerField.tsx';
import { gapOf, photosWanted } from './answers.ts';
import { Evidence } from './Evidence.tsx';
import { Failure } from './Failure.tsx';
import type { Question } from './form.ts';
import { isClosed, ReopenedContext, useAnswer, useIsAsked } from './hand.ts';
import { sayAnswer, sayGap, sayLast, sayLimit, sayStake } from './say.ts';
import { useFillWords } from './words.ts';

/** What is judged and by what: the standard, when it fails, what is at stake, the last result. */
const Facts = ({
  question,
  last,
  lastDay,
}: {
  readonly question: Question;
  readonly last: Answer | undefined;
  readonly lastDay: Day | undefined;
}) => {
  const t = useFillWords();
  const language = useLanguage();
  const slip = useInspect((s) => s.slip);
  const stake = sayStake(question, t);
  const limit = sayLimit(question, language);
  return (
    <>
      {question.item.item.standard && <p className="standard">{question.item.item.standard}</p>}
      <p className="facts">
        {limit && <span>{limit}</span>}
        {stake && <span>{stake}</span>}
        {question.item.item.optional && <span>{t('optional')}</span>}
        {last && lastDay && (
          <span className={last.result === 'fail' ? 'text-amber' : undefined}>
            {sayLast(question, { answer: last, day: lastDay, today: todayOf(slip) }, t, language)}
          </span>
        )}
      </p>
    </>
  );
};

/** Why the office sent this question back, and what was answered before. */
const Remark = ({ question }: { readonly question: Question }) => {
  const t = useFillWords();
  const reopened = useContext(ReopenedContext);
  const remark = reopened?.remarks[question.name];
  const before = reopened?.answers[question.name];
  if (remark === undefined || !reopened) return null;
  return (
    <p className="remark text-amber">
      ▲ {t('remark', { text: remark })}
      {before && <span>{t('before', { round: reopened.round - 1, result: sayAnswer(question, before, t) })}</span>}
    </p>
  );
};

interface QuestionCardProps {
  readonly question: Question;
  readonly last: Answer | undefined;
  readonly lastDay: Day | undefined;
  /** True once submitting was tried: what is missing is then marked. */
  readonly pressed: boolean;
}

/** One question with its answer and its evidence. Nothing while its condition does not hold. */
export const QuestionCard = memo(({ question, last, lastDay, pressed }: QuestionCardProps) => {
  const t = useFillWords();
  const answer = useAnswer(question.name);
  const isAsked = useIsAsked(question.name);
  const [wanted, setWanted] = useState(false);
  const heading = useId();
  const reopened = useContext(ReopenedContext);
  if (!isAsked || isClosed(reopened, question.name)) return null;
  const gap = gapOf(question, answer);
  const wrong = gap && (pressed || (gap !== 'result' && gap !== 'photo')) ? gap : undefined;
  const wants = photosWanted(question, answer);
  const shows =
    wanted || Boolean(answer?.photos?.length || answer?.note) || answer?.result === 'fail' || question.kind === 'photo' || wants > 0;
  return (
    <article id={`q${question.number}`} className={`card ${answer?.result ?? ''} ${wrong ? 'gap' : ''}`} aria-labelledby={heading}>
      <h3 id={heading}>
        <span className="ordinal">{question.number}</span>
        {question.name}
        {wrong && <em className="text-amber">▲ {sayGap(question, wrong, t)}</em>}
      </h3>
      <Remark question={question} />
      <Facts question={question} last={reopened ? undefined : last} lastDay={lastDay} />
      <AnswerField question={question} heading={heading} />
      {answer?.result === 'fail' && <Failure question={question} answer={answer} />}
      {shows && <Evidence question={question} answer={answer} />}
      {!shows && answer?.result && (
        <button type="button" className="quiet add" onClick={() => setWanted(true)}>
          ＋ {t('addEvidence')}
        </button>
      )}
      {!wrong && wants > 0 && <p className="need text-amber">▲ {sayGap(question, 'photo', t)}</p>}
    </article>
  );
});
