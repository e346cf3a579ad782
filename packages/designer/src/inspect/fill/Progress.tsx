import { gapOf } from './answers.ts';
import { useFieldStore, useTotals } from './hand.ts';

/** Most stitches that stay legible on a narrow phone; longer forms show a plain line. */
const most = 48;

/** The form as a row of stitches, one a question: sewn when complete, another thread where something failed. */
export const Progress = () => {
  const store = useFieldStore();
  const { of, complete } = useTotals();
  const questions = store.form.questions.filter((q) => store.isAsked(q.name));
  if (questions.length > most) return <progress className="line" max={of} value={complete} aria-hidden="true" />;
  return (
    <svg
      className="stitches"
      viewBox={`0 0 ${questions.length * 10} 10`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
      focusable="false"
    >
      {questions.map((question, i) => {
        const answer = store.answer(question.name);
        const state = gapOf(question, answer) ? (answer?.result ? 'half' : 'open') : answer?.result === 'fail' ? 'failed' : 'sewn';
        return <path key={question.name} className={state} d={`M${i * 10 + 2} 2 l6 6 m0 -6 l-6 6`} />;
      })}
    </svg>
  );
};
