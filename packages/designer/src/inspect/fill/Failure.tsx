import { showPoints } from '@xiuhua/engine';
import type { DraftAnswer } from '../device/records.ts';
import { lostBy, mostSpots, withCount } from './answers.ts';
import type { Question } from './form.ts';
import { useFieldStore } from './hand.ts';
import { Stepper } from './inputs/Stepper.tsx';
import { useInputWords } from './inputs/words.ts';
import { useFillWords } from './words.ts';

/** What a failure asks for: how many spots, what it costs, and which unit it goes to. */
export const Failure = ({ question, answer }: { readonly question: Question; readonly answer: DraftAnswer }) => {
  const t = useFillWords();
  const words = useInputWords();
  const store = useFieldStore();
  const lost = lostBy(question, answer);
  const set = (count: number | undefined) => store.put(new Map([[question.name, withCount(answer, count ?? 1)]]));
  const spots = { less: words('removeSpot'), more: words('addSpot'), label: t('spotsLabel'), measure: words('spots') };
  return (
    <div className="failure">
      {question.item.item.counted && <Stepper value={answer.count ?? 1} least={1} greatest={mostSpots} words={spots} onChange={set} />}
      {lost > 0 && <b className="lost">{t('lost', { points: showPoints(lost) })}</b>}
      <span className="unit">{question.unit ? t('unit', { unit: question.unit }) : t('noUnit')}</span>
    </div>
  );
};
